using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// Which files of one output folder this site's builds have written: what may be replaced and removed. Unlike the build
/// log it is no cache and survives a new version of StaticNews, so it is a plain text of its own, one file an output
/// folder:
///
/// <code>
/// StaticNews outputs 2
/// 2f60b1d7… ? adopting                      files may stand here that this file does not account for
/// 8c13aa02… = The Meridian, https://m.example/   text of the marker in the folder
/// 0b11a2c9… &gt; 638500000000000000            a build began, by the disk's clock in ticks
/// 5d0c9a3e… + world/2014/05/flood.html      from now on ours; written BEFORE the file gets its name;
///                                           behind a tab, the source that owns it
/// 77f10c42… - tags/floods/index.html        no longer ours; written AFTER the file is gone
/// 31aa09d4… ~ CNAME                         not ours, and accepted: no message about it again
/// e0a42b16… ! accounted                     a whole build has gone over the folder: ends '?'
/// 4b7710fe… @ 638500000012345678            a build finished, by the machine's clock in ticks
/// 91c2a7de… &lt; done                          the build ended, well or not, without being killed
/// </code>
///
/// The number is an <see cref="AuthenticationChain"/>'s code of the rest of the line, 32 hexadecimal digits; the first
/// line that it does not fit ends the ledger. The code of the last line stands in a second file (<c>.end</c>) as well,
/// so that lines that are missing at the end show. A process that is killed can never leave a file that the ledger does
/// not know. A machine that loses power can, because the disk is made to keep up only where a build begins and ends.
/// Wherever the ledger may lack a line, it <see cref="MayLackFiles"/>. Safe for many threads.
/// </summary>
internal sealed class OutputLedger : IDisposable
{
    private const string DisplayName = $"{StateFolder.Name}/outputs";

    /// <summary>
    /// A path of some eighty signs: a guess at how many lines a file has, so that a table of a million claims need not
    /// grow twenty times.
    /// </summary>
    private const int UsualLineBytes = 120;

    private const int CompactMinLines = 64;

    // The code, a space, the sign, a space.
    /// <summary>Twenty million paths; more is no ledger of ours.</summary>
    private const int FileMaxBytes = int.MaxValue / 2;

    /// <summary>It names the site or has the time at which the build began.</summary>
    private const int FirstRecordMaxBytes = 1 << 16;

    private readonly Lock _gate = new();
    private readonly FolderHandle _folder;
    private readonly string _name;
    private readonly AuthenticationChain _chain;
    private readonly List<Diagnostic> _diagnostics = [];
    private Dictionary<TextHash, Entry> _claims = [];
    private bool _foldsCase;
    private SafeFileHandle? _file;
    private bool _hasBegun;
    private bool _isCutShort;
    private long _length;
    private int _lines;

    private OutputLedger(FolderHandle folder, string outputId, AuthenticationChain chain) =>
        (_folder, _name, _chain) = (folder, $"{outputId}.txt", chain);

    [Flags]
    private enum Claim : byte
    {
        None = 0,

        /// <summary>A build of this site wrote it.</summary>
        Ours = 1,

        /// <summary>This build makes it.</summary>
        Produced = 2,

        /// <summary>Its writer is unknown, and the publisher has accepted it.</summary>
        Accepted = 4,
    }

    /// <param name="Owner">A hash of the owner's path, to see whether it is another: 0 where there is none.</param>
    private readonly record struct Entry(Claim Claim, uint Owner);

    /// <summary>
    /// There is no complete record of earlier builds: the files in the folder may be ours or not.
    /// </summary>
    public bool IsAdopting { get; private set; } = true;

    /// <summary>
    /// Whether a file that an earlier build wrote may be missing here: no record is whole, the last build was killed,
    /// or lines are gone from the end.
    /// </summary>
    public bool MayLackFiles => IsAdopting || _isCutShort || KilledSince is not null;

    /// <summary>The faults of the records.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Whether no path is known, of earlier builds or this one.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _claims.Count == 0;
            }
        }
    }

    /// <summary>
    /// When the earliest build since the last good end began, if none ended; else null. The disk's clock, in ticks.
    /// </summary>
    public long? KilledSince { get; private set; }

    /// <summary>What the last build wrote into the folder's marker; null where that is not known.</summary>
    public string? SiteName { get; private set; }

    /// <summary>
    /// The machine's clock when a build last finished that asked it for the time, in UTC ticks; null where none is
    /// known.
    /// </summary>
    public long? LastFinishTicks { get; private set; }

    private string EndName => Path.ChangeExtension(_name, ".end");

    /// <summary>Reads the ledger; writes nothing yet.</summary>
    /// <param name="outputId"><see cref="StateFolder.OutputId"/>.</param>
    /// <returns>The ledger, or why it cannot be kept.</returns>
    public static (OutputLedger? Ledger, Diagnostic? Problem) Load(StateFolder state, string outputId)
    {
        OutputLedger? ledger = null;
        try
        {
            ledger = new OutputLedger(state.OpenLedgers(), outputId, state.Key.Chain($"ledger {outputId}"));
            ledger._file = ledger._folder.OpenUpdate(ledger._name);
            ledger.Load(ledger._file);
            return (ledger, null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            ledger?.Dispose();
            return (null, StorageDiagnostics.StateUnusable(DisplayName, DiskFault.Reason(exception)));
        }
    }

    /// <summary>Writes down that a build begins. Until then <see cref="Dispose"/> writes nothing.</summary>
    /// <param name="siteName">The text of the folder's marker, now or later.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    /// <exception cref="IOException">The disk refuses, as it may for all that is written here.</exception>
    public void Begin(string siteName, long startTicks)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_file is null, this);
            RandomAccess.SetLength(_file, _length);
            if (_length == 0)
            {
                _chain.Reset();
                RandomAccess.Write(_file, Encoding.ASCII.GetBytes(LedgerLine.First), 0);
                _length = LedgerLine.First.Length;
            }

            if (IsAdopting)
            {
                Append('?', "adopting");
            }

            _hasBegun = true;
            Append('>', startTicks.ToString(CultureInfo.InvariantCulture));
            Rename(siteName);
            RandomAccess.FlushToDisk(_file);
        }
    }

    /// <summary>Records the current text of the folder's marker.</summary>
    public void Rename(string siteName)
    {
        lock (_gate)
        {
            if (!string.Equals(siteName, SiteName, StringComparison.Ordinal))
            {
                Append('=', siteName);
                SiteName = siteName;
            }
        }
    }

    /// <summary>Compares names without case from here on, as the folder's disk does.</summary>
    /// <exception cref="IOException">The ledger could not be read again.</exception>
    public void FoldCase()
    {
        lock (_gate)
        {
            var exact = _claims;
            _foldsCase = true;
            _claims = [];
            foreach (var (path, _) in FilesOnDisk())
            {
                if (exact.TryGetValue(TextHash.Of(path), out var entry))
                {
                    _claims[NameOf(path)] = entry;
                }
            }
        }
    }

    /// <summary>Records that the folder contains files of unknown origin.</summary>
    public void BeginAdoption()
    {
        lock (_gate)
        {
            if (!IsAdopting)
            {
                Append('?', "adopting");
                IsAdopting = true;
            }
        }
    }

    /// <summary>Records that a file of unknown origin may stay; it is not ours, and is not removed.</summary>
    public void Accept(string path)
    {
        lock (_gate)
        {
            Append('~', path);
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, NameOf(path), out _);
            entry = entry with { Claim = entry.Claim | Claim.Accepted };
        }
    }

    /// <summary>Writes down that a build has come to its end, and when by the machine's clock.</summary>
    public void MarkFinished(long clockTicks)
    {
        lock (_gate)
        {
            Append('@', clockTicks.ToString(CultureInfo.InvariantCulture));
            LastFinishTicks = clockTicks;
        }
    }

    /// <summary>
    /// Records that a whole build has checked the folder and found no file of unknown origin.
    /// </summary>
    public void EndAdoption()
    {
        lock (_gate)
        {
            if (IsAdopting)
            {
                Append('!', "accounted");
                IsAdopting = false;
            }
        }
    }

    public bool IsOurs(string path) => Has(path, Claim.Ours);

    public bool IsProduced(string path) => Has(path, Claim.Produced);

    /// <summary>
    /// Whether a file of a source is ours. Goes through all files, so it is for the few sources that cannot be read.
    /// </summary>
    /// <param name="owner">Below content/.</param>
    public bool HasFilesOf(string owner)
    {
        var hash = HashOf(owner);
        lock (_gate)
        {
            foreach (var entry in _claims.Values)
            {
                if (entry.Owner == hash && (entry.Claim & Claim.Ours) != Claim.None)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a path was accepted (<see cref="Accept"/>).</summary>
    public bool IsAccepted(string path) => Has(path, Claim.Accepted);

    /// <summary>
    /// Notes that this build makes a path, so that the file there is not an orphan. False when it was noted before.
    /// </summary>
    public bool MarkProduced(string path)
    {
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, NameOf(path), out _);
            var before = entry.Claim;
            entry = entry with { Claim = before | Claim.Produced };
            return (before & Claim.Produced) == Claim.None;
        }
    }

    /// <summary>Writes down that a path is ours; returns when that is on its way to the disk.</summary>
    /// <param name="owner">The source without which it would not be there; null where it has no single one.</param>
    /// <exception cref="IOException">It could not be written, so the file must not be either.</exception>
    public void MarkOurs(string path, string? owner = null)
    {
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, NameOf(path), out _);
            var hash = HashOf(owner);
            if ((entry.Claim & Claim.Ours) == Claim.None || entry.Owner != hash)
            {
                Append('+', LedgerLine.Owned(path, owner));
                entry = new Entry((entry.Claim | Claim.Ours) & ~Claim.Accepted, hash);
            }
        }
    }

    /// <summary>Writes down that a file of ours is gone.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void MarkRemoved(string path)
    {
        lock (_gate)
        {
            Append('-', path);
            _claims.Remove(NameOf(path));
        }
    }

    /// <summary>What earlier builds wrote and this one does not want, ordinal.</summary>
    /// <exception cref="IOException">The ledger could not be read again.</exception>
    public List<OwnedFile> Leftovers()
    {
        lock (_gate)
        {
            return FilesWhere(static claim => claim == Claim.Ours);
        }
    }

    /// <summary>The build has ended, one way or another; every file of ours is written down.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_file is not null && _hasBegun)
            {
                Close();
            }

            _file?.Dispose();
            _file = null;
            _chain.Dispose();
            _folder.Dispose();
        }
    }

    private void Close()
    {
        try
        {
            Append('<', "done");
            RandomAccess.FlushToDisk(_file!);
            if (_lines > CompactMinLines && _lines > 2 * _claims.Count)
            {
                Compact();
            }

            _folder.Replace(EndName, $"{EndName}.new", Encoding.ASCII.GetBytes(LedgerLine.CodeText(_chain.Last)));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next build takes this one for killed, which is the safe side.
        }
    }

    private bool Has(string path, Claim wanted)
    {
        lock (_gate)
        {
            return _claims.TryGetValue(NameOf(path), out var entry) && (entry.Claim & wanted) != Claim.None;
        }
    }

    private void Load(SafeFileHandle file)
    {
        var size = RandomAccess.GetLength(file);
        if (size > FileMaxBytes || !BeginsAuthentic(file))
        {
            NoteUnlessEmpty(size == 0);
            return;
        }

        var bytes = new byte[size];
        var rest = bytes.AsSpan(0, DiskFile.ReadFully(file, bytes, 0));

        IsAdopting = false;
        _claims.EnsureCapacity(bytes.Length / UsualLineBytes);
        _length = LedgerLine.First.Length;
        rest = rest[LedgerLine.First.Length..];
        while (rest.IndexOf((byte)'\n') is var end and >= 0 && TakeLine(rest[..end]))
        {
            _length += end + 1;
            rest = rest[(end + 1)..];
        }

        // A last line without its end was never acted upon. After a whole line that is damaged, claims may be lost.
        var isDamaged = _lines == 0 || rest.Contains((byte)'\n');
        IsAdopting |= isDamaged;
        _isCutShort = !isDamaged && !EndsAsWritten();
        NoteUnlessEmpty(isEmpty: !isDamaged);
    }

    /// <summary>Looked at before the whole file is read: one that somebody else wrote may be of any length.</summary>
    private bool BeginsAuthentic(SafeFileHandle file)
    {
        var bytes = new byte[LedgerLine.First.Length + FirstRecordMaxBytes];
        var head = bytes.AsSpan(0, DiskFile.ReadFully(file, bytes, 0));
        if (!head.StartsWith(Encoding.ASCII.GetBytes(LedgerLine.First)))
        {
            return false;
        }

        // The first line itself, without a record behind it, is what a build leaves that was killed at once.
        head = head[LedgerLine.First.Length..];
        var isAuthentic =
            head.IsEmpty
            || (head.IndexOf((byte)'\n') is var end and >= 0 && LedgerLine.IsAuthentic(_chain, head[..end]));
        _chain.Reset();
        return isAuthentic;
    }

    private void NoteUnlessEmpty(bool isEmpty)
    {
        if (!isEmpty)
        {
            _diagnostics.Add(StorageDiagnostics.LedgerNotAuthentic($"{DisplayName}/{_name}", StateKey.Variable));
        }
    }

    private bool EndsAsWritten()
    {
        try
        {
            return _folder.ReadAll(EndName, maxBytes: 4096) is { } end
                && Encoding.ASCII.GetString(end).Equals(LedgerLine.CodeText(_chain.Last), StringComparison.Ordinal);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }
    }

    private bool TakeLine(ReadOnlySpan<byte> line)
    {
        if (!LedgerLine.IsAuthentic(_chain, line))
        {
            return false;
        }

        _lines++;
        Take((char)line[LedgerLine.HeadBytes - 2], Encoding.UTF8.GetString(line[LedgerLine.HeadBytes..]));
        return true;
    }

    private void Take(char sign, string text)
    {
        switch (sign)
        {
            case '+' or '-' or '~' when !OutputPath.IsSafe(LedgerLine.FileOf(text).Path):
                _diagnostics.Add(StorageDiagnostics.LedgerPathUnsafe($"{DisplayName}/{_name}", text));
                break;
            case '+':
                var (path, owner) = LedgerLine.FileOf(text);
                _claims[NameOf(path)] = new Entry(Claim.Ours, HashOf(owner));
                break;
            case '-':
                _claims.Remove(NameOf(text));
                break;
            case '~':
                _claims[NameOf(text)] = new Entry(Claim.Accepted, 0);
                break;
            case '>':
                KilledSince ??= LedgerLine.TicksOf(text) ?? 0;
                break;
            case '<':
                KilledSince = null;
                break;
            case '=':
                SiteName = text;
                break;
            case '@':
                LastFinishTicks = LedgerLine.TicksOf(text);
                break;
            case '?':
                IsAdopting = true;
                break;
            case '!':
                IsAdopting = false;
                break;
            default:
                // Of a later version: what it says cannot be lost by passing it over, for what this version needs it
                // writes itself.
                break;
        }
    }

    /// <summary>On a disk without case, names that it takes for one have one hash.</summary>
    private TextHash NameOf(string path) => TextHash.Of(_foldsCase ? path.ToUpperInvariant() : path);

    private static uint HashOf(string? owner) => owner is null ? 0 : (uint)TextHash.Of(owner).Low | 1;

    /// <summary>
    /// The files that have such a claim, by path, ordinal, each once. Only hashes are in memory, so where there are any
    /// the ledger is read again.
    /// </summary>
    private List<OwnedFile> FilesWhere(Predicate<Claim> isWanted)
    {
        var wanted = new HashSet<TextHash>();
        foreach (var (name, entry) in _claims)
        {
            if (isWanted(entry.Claim))
            {
                wanted.Add(name);
            }
        }

        // The last line about a file has its owner.
        var files = new Dictionary<TextHash, OwnedFile>(wanted.Count);
        foreach (var file in wanted.Count == 0 ? [] : FilesOnDisk())
        {
            if (NameOf(file.Path) is var name && wanted.Contains(name))
            {
                files[name] = file;
            }
        }

        return [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Every file that was ever written down as ours or accepted; the lines were found sound when they were taken in,
    /// or are our own.
    /// </summary>
    private IEnumerable<OwnedFile> FilesOnDisk()
    {
        var bytes = new byte[_length];
        var length = DiskFile.ReadFully(_file!, bytes, 0);
        return LedgerLine.FilesIn(bytes.AsMemory(0, length));
    }

    private void Append(char sign, string text)
    {
        ObjectDisposedException.ThrowIf(_file is null, this);
        var before = _chain.Last;
        var bytes = Encoding.UTF8.GetBytes(LedgerLine.Of(_chain, sign, text));
        try
        {
            RandomAccess.Write(_file, bytes, _length);
        }
        catch
        {
            // The line is not there, so the next one follows on the one before it.
            _chain.Reset(before);
            throw;
        }

        _length += bytes.Length;
        _lines++;
    }

    private void Compact()
    {
        var ours = FilesWhere(static claim => (claim & Claim.Ours) != Claim.None);
        var accepted = FilesWhere(static claim => (claim & Claim.Accepted) != Claim.None);
        var fresh = $"{_name}.new";
        _chain.Reset();
        using (var file = new FileStream(_folder.CreateAnew(fresh), FileAccess.Write))
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            writer.Write(LedgerLine.First);
            writer.Write(IsAdopting ? LedgerLine.Of(_chain, '?', "adopting") : string.Empty);
            writer.Write(LedgerLine.Of(_chain, '=', SiteName ?? string.Empty));
            writer.Write(
                LastFinishTicks is { } ticks
                    ? LedgerLine.Of(_chain, '@', ticks.ToString(CultureInfo.InvariantCulture))
                    : string.Empty
            );
            ours.ForEach(file => writer.Write(LedgerLine.Of(_chain, '+', LedgerLine.Owned(file.Path, file.Owner))));
            accepted.ForEach(file => writer.Write(LedgerLine.Of(_chain, '~', file.Path)));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        // Windows renames over no open file.
        _file?.Dispose();
        _file = null;
        _folder.Rename(fresh, _name);
    }
}
