using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>
/// The published site: writes what changed, keeps what did not, removes what earlier builds wrote and nobody wants any more.
///
/// <para>Whose is what? Two proofs, kept apart because each can be lost without the other:</para>
/// <list type="bullet">
/// <item>The FOLDER is ours when it is empty or missing, or its <see cref="OutputMarker"/> names this site, as it is called now or was
/// when it was last built here. The marker is the same on every machine and written before anything else. A folder that
/// holds files and no such marker is refused, whatever <c>.staticnews/</c> says: someone may have put another folder in the place of ours.</item>
/// <item>A FILE in it is ours when the <see cref="OutputLedger"/> says so. Only such files are replaced or removed; any other one
/// that stands in a page's way is an error, unless it holds the very bytes that the page has.</item>
/// </list>
/// <para>
/// Where the marker stands and the ledger is lost, as after a fresh checkout beside a cached output, the build may replace
/// what it produces itself, and leaves every other file where it is, with a warning. The build log is no proof of anything.
/// </para>
///
/// <para>A file is written under a temporary name in its own folder and renamed, so that a reader sees the old page or the new one. Order: the
/// ledger, the rename, the log. Everything but <see cref="Open"/>, <see cref="Finish"/> and <see cref="Dispose"/> may be called by many threads.</para>
/// </summary>
internal sealed class OutputTree : IDisposable
{
    private readonly string _root;
    private readonly BuildLog _log;
    private readonly OutputLedger _ledger;
    private readonly OutputFolders _folders;
    private readonly long _startTicks;
    private readonly OutputProblems _problems;
    private readonly OutputSweep _sweep;
    private long _temporaries;
    private int _written;
    private int _unchanged;
    private int _reused;
    private int _isHalted;
    private bool _isFirst;

    private OutputTree(OutputEntrance entrance, BuildLog log, long startTicks, Action<string>? removed)
    {
        _root = entrance.Root;
        _log = log;
        _ledger = entrance.Ledger;
        _folders = new OutputFolders(_root);
        _startTicks = startTicks;
        _problems = new OutputProblems(entrance.Shown);
        _sweep = new OutputSweep(_root, _folders, _ledger, log, _problems, removed);
    }

    /// <summary>The disk is full: every further call fails without a diagnostic of its own, and nothing is removed. Ask between pages.</summary>
    public bool IsHalted => Volatile.Read(ref _isHalted) != 0;

    /// <summary>Files that are new or have other bytes than before.</summary>
    public int Written => _written;

    /// <summary>Files that were rendered or copied and came out as they stood.</summary>
    public int Unchanged => _unchanged;

    /// <summary>Files that <see cref="Keep(string, ReadOnlySpan{ulong})"/> found as logged.</summary>
    public int Reused => _reused;

    public int Removed => _sweep.Removed;

    /// <summary>What went wrong so far, in no order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _problems.All;

    /// <param name="entrance">Its ledger is this tree's from now on.</param>
    /// <param name="log">Open, for the same two folders; closed by the caller after this tree.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    /// <param name="removed">Told the path of each file that is removed, by any thread; null: nobody asks.</param>
    /// <returns>The tree, or why nothing may be written there.</returns>
    public static (OutputTree? Tree, Diagnostic? Problem) Open(OutputEntrance entrance, BuildLog log, long startTicks, Action<string>? removed = null)
    {
        try
        {
            // A reader of long archives takes minutes: someone may have put another folder here since it was first looked at.
            if (entrance.Refusal() is { } refusal)
            {
                return (null, refusal);
            }

            var tree = new OutputTree(entrance, log, startTicks, removed);
            tree.Enter(entrance.SiteName);
            return (tree, null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return (null, StorageDiagnostics.CannotWrite(entrance.Shown, DiskFault.Reason(exception)));
        }
    }

    /// <summary>
    /// Keeps a file without its bytes being made: true when the log has this very key for it and the file stands as logged.
    /// False says nothing and leaves nothing: make the bytes, then <see cref="Publish(string, ReadOnlySpan{byte}, ReadOnlySpan{ulong})"/>.
    /// </summary>
    public bool Keep(string path, ReadOnlySpan<ulong> key) => Keep(path, key, out _);

    /// <param name="record">What the log has of the file that was kept.</param>
    public bool Keep(string path, ReadOnlySpan<ulong> key, out OutputRecord record)
    {
        record = default;
        if (IsHalted || !_log.TryFindOutput(path, out record) || !record.Key.Span.SequenceEqual(key) || !OutputPath.IsSafe(path))
        {
            return false;
        }

        try
        {
            if (_folders.Look(OutputFolders.FolderOf(path)) != StandingKind.Folder || !StandsAs(path, record))
            {
                return false;
            }

            _ledger.MarkOurs(path);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }

        Claim(path);
        Interlocked.Increment(ref _reused);
        return true;
    }

    /// <summary>As <see cref="Keep(string, ReadOnlySpan{ulong})"/>, with a key that says the same in other words and is logged in the old one's place.</summary>
    public bool KeepRenewed(string path, ReadOnlySpan<ulong> key, ReadOnlySpan<ulong> renewed)
    {
        if (!Keep(path, key))
        {
            return false;
        }

        if (!key.SequenceEqual(renewed) && _log.TryFindOutput(path, out var record))
        {
            _log.AddOutput(path, renewed, record.Content, record.Stamp);
        }

        return true;
    }

    /// <summary>The key that an earlier build logged for a path, for <c>--explain</c>; empty where it logged none.</summary>
    public ReadOnlyMemory<ulong> KeyOf(string path) => _log.TryFindOutput(path, out var record) ? record.Key : default;

    /// <summary>Whether <see cref="Copy(string, SourceTree, SourceFile, CancellationToken)"/> would find its copy as logged, and not read the source.</summary>
    public bool IsCopied(string path, SourceFile source)
    {
        var settled = source.Stamp.Settled(_startTicks);
        return settled.ModifiedTicks != 0 && KeyOf(path).Span.SequenceEqual([(ulong)settled.Size, (ulong)settled.ModifiedTicks]) && Stands(path);
    }

    /// <summary>Whether the file that an earlier build wrote here stands untouched.</summary>
    public bool Stands(string path)
    {
        try
        {
            return _log.TryFindOutput(path, out var record) && OutputPath.IsSafe(path) && StandsAs(path, record);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }
    }

    /// <summary>Puts bytes in place, unless they stand there already.</summary>
    /// <param name="path">Below the output folder, with '/'. Once a build.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="key">Hashes of what decided the bytes, at most 255; <see cref="Keep(string, ReadOnlySpan{ulong})"/> compares them in the next build.</param>
    /// <exception cref="InvalidOperationException">This build has published the path before.</exception>
    public PublishOutcome Publish(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> key) => Publish(path, bytes, key, out _);

    /// <param name="content">Of the bytes; nothing where it failed.</param>
    public PublishOutcome Publish(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> key, out ContentHash content)
    {
        content = default;
        if (!Begin(path))
        {
            return PublishOutcome.Failed;
        }

        try
        {
            content = ContentHash.Of(bytes);
            var standing = Standing.At(_root, path);
            if (standing.Stamp.Size == bytes.Length && Holds(path, standing, content))
            {
                return Confirm(path, key, content, standing.Stamp);
            }

            if (!MayWrite(path, standing))
            {
                return PublishOutcome.Failed;
            }

            var temporary = NewTemporary(path);
            return Place(path, temporary, DiskFile.Write(temporary, bytes), key, content);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return Fail(path, exception);
        }
    }

    /// <summary>Publishes a file as it is, piece by piece; one that the log knows unchanged is not even read.</summary>
    /// <param name="path">As for <see cref="Publish(string, ReadOnlySpan{byte}, ReadOnlySpan{ulong})"/>.</param>
    /// <param name="sources">Where the source is.</param>
    /// <param name="source">The file to copy.</param>
    /// <param name="cancel">Looked at between pieces.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="cancel"/>.</exception>
    public PublishOutcome Copy(string path, SourceTree sources, SourceFile source, CancellationToken cancel = default) =>
        Copy(path, sources, source, out _, cancel);

    /// <param name="content">Of the bytes; nothing where it failed.</param>
    public PublishOutcome Copy(string path, SourceTree sources, SourceFile source, out ContentHash content, CancellationToken cancel = default)
    {
        content = default;
        var settled = source.Stamp.Settled(_startTicks);
        ReadOnlySpan<ulong> key = [(ulong)settled.Size, (ulong)settled.ModifiedTicks];
        if (settled.ModifiedTicks != 0 && Keep(path, key, out var record))
        {
            content = record.Content;
            return PublishOutcome.Unchanged;
        }

        if (!Begin(path))
        {
            return PublishOutcome.Failed;
        }

        var (file, problem) = sources.Open(source);
        using (file)
        {
            if (problem is not null)
            {
                _problems.Add(problem);
                return PublishOutcome.Failed;
            }

            return CopyOpened(path, file, key, out content, cancel);
        }
    }

    /// <summary>The whole of a file that stands; null where it has other bytes than these, is longer than is read, or the disk does not give it.</summary>
    public byte[]? Read(string path, ContentHash content)
    {
        try
        {
            var standing = Standing.At(_root, path);
            if (standing.Kind != StandingKind.File || standing.Stamp.Size is < 0 or > SourceTree.TextMaxBytes)
            {
                return null;
            }

            var bytes = File.ReadAllBytes(FullPath(path));
            return ContentHash.Of(bytes) == content ? bytes : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>Removes a file of an earlier build at once, where leaving it until the end would be wrong: a compressed copy of what is no more. Others' files stay.</summary>
    public void Withdraw(string path)
    {
        if (_isFirst || IsHalted || !_ledger.IsOurs(path) || _ledger.IsProduced(path) || !OutputPath.IsSafe(path))
        {
            return;
        }

        try
        {
            if (_folders.Look(OutputFolders.FolderOf(path)) == StandingKind.Folder)
            {
                _sweep.ClearFile(path);
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            _problems.Add(StorageDiagnostics.CannotRemove(_problems.Shown(path), DiskFault.Reason(exception)));
        }
    }

    /// <summary>What the log has of a file; false: nothing.</summary>
    public bool TryFind(string path, out OutputRecord record) => _log.TryFindOutput(path, out record);

    /// <summary>What an earlier build noted of a file, if it has these bytes still; empty where there is nothing.</summary>
    public ReadOnlySpan<byte> NoteOf(string path, ContentHash content) => _log.NoteOf(path, content).Span;

    /// <summary>Notes what took long to find out of a file that was published or kept. Held for as long as it has its bytes.</summary>
    public void AddNote(string path, ReadOnlySpan<byte> note) => _log.AddNote(path, note);

    /// <summary>What diagnostics call a file of the output.</summary>
    public string Shown(string path) => _problems.Shown(path);

    /// <summary>Ends a build that came to its end; asked to, removes what it did not produce. The log is left to be closed.</summary>
    public void Finish(Leftovers leftovers)
    {
        if (leftovers == Leftovers.Remove && !IsHalted)
        {
            _sweep.RemoveLeftovers();
            EndAdoption();
        }

        _ledger.Dispose();
    }

    /// <summary>Ends a build that was given up; what it has published stays, and so does all the rest.</summary>
    public void Dispose() => _ledger.Dispose();

    private void Enter(string siteName)
    {
        Directory.CreateDirectory(_root);
        _isFirst = _ledger.IsEmpty;
        var marked = OutputMarker.SiteOf(_root);

        // The ledger first: should the build end between the two, the folder's old mark is still one that it knows.
        _ledger.Begin(marked ?? siteName, _startTicks);
        if (!string.Equals(marked, siteName, StringComparison.Ordinal))
        {
            OutputMarker.Write(_root, siteName);
            _ledger.Rename(siteName);
        }

        if (OutputMarker.FoldsCase(_root))
        {
            _ledger.FoldCase();
        }

        if (_ledger.IsAdopting || _ledger.KilledSince is not null)
        {
            _sweep.Survey();
        }
    }

    private void EndAdoption()
    {
        try
        {
            _ledger.EndAdoption();
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next whole build does it.
        }
    }

    private bool Begin(string path)
    {
        if (IsHalted)
        {
            return false;
        }

        if (!OutputPath.IsSafe(path))
        {
            _problems.Add(StorageDiagnostics.OutputPathUnsafe(_problems.Shown(path)));
            return false;
        }

        Claim(path);
        return true;
    }

    private void Claim(string path)
    {
        if (!_ledger.MarkProduced(path))
        {
            throw new InvalidOperationException($"'{path}' is published twice by one build.");
        }
    }

    private bool StandsAs(string path, OutputRecord record)
    {
        var standing = Standing.At(_root, path);
        if (standing.Kind != StandingKind.File || standing.Stamp != record.Stamp)
        {
            return false;
        }

        if (!record.IsSettled)
        {
            if (DiskFile.HashOf(FullPath(path)) != record.Content)
            {
                return false;
            }

            _log.AddOutput(path, record.Key.Span, record.Content, standing.Stamp);
        }

        return true;
    }

    private bool Holds(string path, Standing standing, ContentHash content)
    {
        if (standing.Kind != StandingKind.File || _folders.Look(OutputFolders.FolderOf(path)) != StandingKind.Folder)
        {
            return false;
        }

        return _log.TryFindOutput(path, out var record) && record.IsSettled && record.Stamp == standing.Stamp
            ? record.Content == content
            : DiskFile.HashOf(FullPath(path)) == content;
    }

    private PublishOutcome Confirm(string path, ReadOnlySpan<ulong> key, ContentHash content, FileStamp standing)
    {
        _ledger.MarkOurs(path);
        var isLogged = _log.TryFindOutput(path, out var record)
            && record.IsSettled && record.Stamp == standing && record.Content == content && record.Key.Span.SequenceEqual(key);
        if (!isLogged)
        {
            _log.AddOutput(path, key, content, standing);
        }

        Interlocked.Increment(ref _unchanged);
        return PublishOutcome.Unchanged;
    }

    /// <summary>Makes the folder, clears leftovers of ours out of the way, and reports what is not ours to touch.</summary>
    private bool MayWrite(string path, Standing standing)
    {
        var folder = OutputFolders.FolderOf(path).ToString();
        var around = _folders.Make(folder);
        if (around == StandingKind.File && _sweep.ClearFile(_folders.Blocker(folder)))
        {
            around = _folders.Make(folder);
        }

        if (around != StandingKind.Folder)
        {
            return _problems.Refuse(path, around, _folders.Blocker(folder));
        }

        return standing.Kind switch
        {
            StandingKind.Nothing => true,
            StandingKind.File => MayReplace(path, standing.Stamp) || _problems.Refuse(path, StandingKind.File, path),
            StandingKind.Folder => _sweep.ClearFolder(path) || _problems.Refuse(path, StandingKind.Folder, path),
            _ => _problems.Refuse(path, StandingKind.Link, path),
        };
    }

    private bool MayReplace(string path, FileStamp standing) =>
        _ledger.IsOurs(path) || _ledger.IsAdopting || _ledger.KilledSince <= standing.ModifiedTicks;

    /// <summary>Hashes first: a copy that stands as it should costs reading and no writing.</summary>
    private PublishOutcome CopyOpened(string path, SafeFileHandle? file, ReadOnlySpan<ulong> key, out ContentHash content, CancellationToken cancel)
    {
        content = default;
        try
        {
            var size = file is null ? 0 : RandomAccess.GetLength(file);
            var standing = Standing.At(_root, path);
            if (standing.Kind == StandingKind.File && standing.Stamp.Size == size
                && DiskFile.HashOf(file, cancel) is var standsFor && Holds(path, standing, standsFor))
            {
                content = standsFor;
                return Confirm(path, key, content, standing.Stamp);
            }

            if (!MayWrite(path, standing))
            {
                return PublishOutcome.Failed;
            }

            var temporary = NewTemporary(path);
            (var stamp, content) = DiskFile.Copy(file, temporary, cancel);
            return Place(path, temporary, stamp, key, content);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return Fail(path, exception);
        }
    }

    private PublishOutcome Place(string path, string temporary, FileStamp stamp, ReadOnlySpan<ulong> key, ContentHash content)
    {
        try
        {
            _ledger.MarkOurs(path);
        }
        catch
        {
            DiskFile.TryDelete(temporary);
            throw;
        }

        DiskFile.Rename(temporary, FullPath(path));
        _log.AddOutput(path, key, content, stamp);
        Interlocked.Increment(ref _written);
        return PublishOutcome.Written;
    }

    private PublishOutcome Fail(string path, Exception exception)
    {
        if (!DiskFault.IsDiskFull(exception))
        {
            _problems.Add(StorageDiagnostics.CannotWrite(_problems.Shown(path), DiskFault.Reason(exception)));
            return PublishOutcome.Failed;
        }

        if (Interlocked.Exchange(ref _isHalted, 1) == 0)
        {
            _problems.Add(StorageDiagnostics.DiskFull(_problems.Shown(path)));
        }

        return PublishOutcome.Failed;
    }

    private string NewTemporary(string path) =>
        Path.Join(_root, OutputFolders.FolderOf(path), OutputPath.Temporary(Interlocked.Increment(ref _temporaries)));

    private string FullPath(string path) => Path.Join(_root, path);
}
