using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// What builds remember: facts about one source, and what decided one output. It is a cache: it may be deleted at any
/// moment, and is thrown away at any doubt. (Which files are ours to remove is no cache; that is the
/// <see cref="OutputLedger"/>.)
///
/// <see cref="LogFile"/> has the layout. Blocks are only ever appended, and a later record about the
/// same path replaces an earlier one. An output's record is appended after its file is in place, so a crash can cost a
/// comparison and never correctness. The first block that is short, damaged or not ours ends the log: it and what
/// follows are cut off. When more than half of the records are dead, the living ones are written to a new file that
/// takes the old one's place. A log with another header is emptied.
///
/// Output records are about the folder that the last folder record names, so one log serves a site that is built into
/// two folders in turn. Rewriting drops the records of all folders but the one that is built: these are then
/// compared byte by byte, and rendered, once. A clock record (the disk's clock, at the end of a build) says how far the
/// stamps before it can be trusted; see <see cref="FileStamp"/>. Look-ups find the records of earlier builds: what
/// this one adds goes to the file only, for a first build of a million articles asks for none of it again. Safe for
/// many threads.
/// </summary>
internal sealed class BuildLog : IDisposable
{
    /// <summary>What diagnostics call it.</summary>
    public const string DisplayName = $"{StateFolder.Name}/build.log";

    /// <summary>
    /// An article's facts and its page's key: a guess at how many of each a log has, so that tables of a million need
    /// not grow twenty times.
    /// </summary>
    private const int UsualArticleBytes = 900;

    /// <summary>A file may be longer than its valid records, so the estimate has a limit.</summary>
    private const int GuessMax = 1_000_000;

    /// <summary>Records are gathered to blocks of about this size.</summary>
    public const int FlushBytes = 1 << 16;

    // Below this a rewrite saves nothing that anyone could notice.
    private const int CompactMinRecords = 64;

    private readonly Lock _gate = new();
    private readonly StateFolder _state;
    private readonly TextHash _outputId;
    private readonly byte[] _header;
    private readonly AuthenticationChain _chain;
    private readonly long _startTicks;
    private readonly LogIndex _index;

    /// <summary>What was known of sources that are not there any more.</summary>
    private readonly Dictionary<TextHash, SourceFacts> _goneSources = [];
    private readonly ArrayBufferWriter<byte> _pending = new(FlushBytes * 2);
    private SafeFileHandle? _file;
    private long _length;
    private int _records;

    /// <summary>
    /// Sources in the file that the index does not have: added by this build, or let go of when their stage ended.
    /// </summary>
    private int _otherSources;
    private int _newOutputs;
    private int _newNotes;
    private bool _hasLooked;

    private BuildLog(StateFolder state, string outputId, string rendererVersion, long startTicks)
    {
        _state = state;
        _outputId = TextHash.Of(outputId);
        _chain = NewChain(state);
        _header = LogFile.Header(rendererVersion, _chain);
        _startTicks = startTicks;
        _index = new LogIndex(_outputId);
    }

    /// <summary>Whether nothing is known of earlier builds.</summary>
    public bool IsEmpty => !KnowsOutputs && _index.Sources.Count + _otherSources == 0;

    /// <summary>Whether an earlier build wrote this output folder, or this one has begun to.</summary>
    public bool KnowsOutputs => _index.Outputs.Count + _newOutputs > 0;

    /// <summary>
    /// Set when the log can no longer be written; the build goes on, and the next one has fewer records.
    /// </summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>Whether a log was there that the key does not authenticate, and was thrown away.</summary>
    public bool IsForeign { get; private set; }

    /// <param name="state">The site's; open for longer than this.</param>
    /// <param name="outputFolder">The folder this build writes.</param>
    /// <param name="rendererVersion">Changes with every release whose pages could differ in a byte.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    public static BuildLog Open(StateFolder state, string outputFolder, string rendererVersion, long startTicks)
    {
        var log = new BuildLog(state, state.OutputId(outputFolder), rendererVersion, startTicks);
        try
        {
            log._file = state.Files.OpenUpdate(StateFolder.LogName);
            log.Load(log._file);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            log.GiveUp(exception);
        }

        return log;
    }

    /// <summary>What an earlier build wrote down of an output, and did not drop since.</summary>
    public bool TryFindOutput(string path, out OutputRecord record)
    {
        lock (_gate)
        {
            if (_index.Outputs.TryGetValue(TextHash.Of(path), out var found))
            {
                record = new OutputRecord(found.Key, found.Content, found.Stamp, _index.IsSettled(found));
                return true;
            }
        }

        record = default;
        return false;
    }

    /// <param name="key">At most 255 parts.</param>
    public void AddOutput(string path, ReadOnlySpan<ulong> key, ContentHash content, FileStamp stamp)
    {
        lock (_gate)
        {
            EnterOurFolder();
            _hasLooked = true;
            var name = TextHash.Of(path);
            _newOutputs += _index.Outputs.ContainsKey(name) ? 0 : 1;
            LogRecord.AppendOutput(_pending, name, key, content, stamp);
            Appended();
        }
    }

    /// <summary>
    /// What an earlier build noted of an output, if it has these bytes still; empty where there is nothing.
    /// </summary>
    public ReadOnlyMemory<byte> NoteOf(string path, ContentHash content)
    {
        lock (_gate)
        {
            return
                _index.Notes.Count > 0
                && TextHash.Of(path) is var name
                && _index.Notes.TryGetValue(name, out var note)
                && _index.Outputs[name].Content == content
                ? note
                : default;
        }
    }

    /// <summary>
    /// Notes what took long to find out of an output, after it was added or found as logged. Held until its bytes
    /// change.
    /// </summary>
    public void AddNote(string path, ReadOnlySpan<byte> note)
    {
        lock (_gate)
        {
            EnterOurFolder();
            var name = TextHash.Of(path);
            _newNotes += _index.Notes.ContainsKey(name) ? 0 : 1;
            LogRecord.AppendNote(_pending, name, note);
            Appended();
        }
    }

    public void DropOutput(string path)
    {
        lock (_gate)
        {
            var name = TextHash.Of(path);
            EnterOurFolder();
            _index.Outputs.Remove(name);
            _index.Notes.Remove(name);
            LogRecord.AppendPath(_pending, LogRecordKind.OutputGone, name);
            Appended();
        }
    }

    /// <summary>What was known of a source that is not there any more; after <see cref="EndSources"/>.</summary>
    public bool TryFindGoneFacts(string path, out SourceFacts facts)
    {
        lock (_gate)
        {
            return _goneSources.TryGetValue(TextHash.Of(path), out facts);
        }
    }

    /// <summary>
    /// The facts about a source. Its stamp equals the file's only where the file is surely the one that was read.
    /// </summary>
    public bool TryFindFacts(string path, out SourceFacts facts)
    {
        lock (_gate)
        {
            ref var source = ref CollectionsMarshal.GetValueRefOrNullRef(_index.Sources, TextHash.Of(path));
            if (Unsafe.IsNullRef(ref source))
            {
                facts = default;
                return false;
            }

            source = source with { IsMet = true };
            facts = source.Facts;
            return true;
        }
    }

    /// <summary>
    /// The payload that <see cref="AddFacts"/> was given in an earlier build; false where the disk no longer gives it.
    /// </summary>
    /// <param name="window">The caller's; the payload is a piece of it.</param>
    public bool TryReadPayload(in SourceFacts facts, LogBuffer window, out ReadOnlySpan<byte> payload)
    {
        try
        {
            if (_file is { } file)
            {
                return window.TryRead(file, facts.PayloadOffset, facts.PayloadLength, out payload);
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception) || exception is ObjectDisposedException)
        {
            // The facts are lost, perhaps because another worker has given the log up; the source itself is still there
            // to be read.
        }

        payload = [];
        return false;
    }

    /// <param name="path">Of the source, below content/.</param>
    /// <param name="stamp">When it was found. One that has not settled is stored so that it never matches.</param>
    /// <param name="content">Of its bytes.</param>
    /// <param name="payload">Whatever the caller can read again.</param>
    public void AddFacts(string path, FileStamp stamp, ContentHash content, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_index.Sources, TextHash.Of(path));
            if (Unsafe.IsNullRef(ref known))
            {
                _otherSources++;
            }
            else
            {
                known = known with { IsMet = true };
            }
        }

        ReplaceFacts(path, stamp, content, payload);
    }

    /// <summary>
    /// As <see cref="AddFacts"/>, for a source of which this build has added or looked up facts already.
    /// </summary>
    public void ReplaceFacts(string path, FileStamp stamp, ContentHash content, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            LogRecord.AppendFacts(_pending, TextHash.Of(path), stamp.Settled(_startTicks), content, payload);
            Appended();
        }
    }

    /// <summary>Forgets the facts about a source, so that the next build reads it.</summary>
    public void DropFacts(string path)
    {
        lock (_gate)
        {
            LogRecord.AppendPath(_pending, LogRecordKind.FactsGone, TextHash.Of(path));
            Appended();
        }
    }

    /// <summary>
    /// Ends the looking up of sources: those that this build neither looked up nor added are gone, and of the others
    /// that no reader needs any more.
    /// </summary>
    public void EndSources()
    {
        lock (_gate)
        {
            foreach (var (path, source) in _index.Sources)
            {
                if (source.IsMet)
                {
                    _otherSources++;
                }
                else
                {
                    LogRecord.AppendPath(_pending, LogRecordKind.FactsGone, path);
                    _goneSources[path] = source.Facts;
                    Appended();
                }
            }

            _index.ForgetSources();
        }
    }

    /// <summary>
    /// Writes what is pending and the clock, and compacts. Without it, at a crash, what was pending is lost and nothing
    /// else.
    /// </summary>
    public void Close()
    {
        lock (_gate)
        {
            try
            {
                WriteClock();
                if (_records > CompactMinRecords && _records > 2 * Living)
                {
                    Compact();
                }
            }
            catch (Exception exception) when (DiskFault.IsFault(exception))
            {
                GiveUp(exception);
            }

            _file?.Dispose();
            _file = null;
            _chain.Dispose();
        }
    }

    public void Dispose() => Close();

    private static AuthenticationChain NewChain(StateFolder state) => state.Key.Chain("log");

    private void Load(SafeFileHandle file)
    {
        var found = new byte[_header.Length];
        var isWhole = DiskFile.ReadFully(file, found, 0) == found.Length;
        if (isWhole && found.AsSpan().SequenceEqual(_header))
        {
            _index.Expect((int)Math.Min(RandomAccess.GetLength(file) / UsualArticleBytes, GuessMax));
            _length = LogFile.Scan(file, _header.Length, _index, _chain);
        }
        else
        {
            // A log of another version of the program has another header, which is not worth a message.
            var isLog = isWhole && found.AsSpan().StartsWith("StaticNews log\n"u8);
            IsForeign = isLog
                ? found
                    .AsSpan(..^AuthenticationChain.CodeBytes)
                    .SequenceEqual(_header.AsSpan(..^AuthenticationChain.CodeBytes))
                : RandomAccess.GetLength(file) > 0;
        }

        _records = _index.Records;
        if (RandomAccess.GetLength(file) != _length)
        {
            RandomAccess.SetLength(file, _length);
        }
    }

    /// <summary>Records that a rewritten log would have, or a few more: a note may have fallen to new bytes.</summary>
    private int Living =>
        _index.Outputs.Count + _newOutputs + _index.Notes.Count + _newNotes + _index.Sources.Count + _otherSources;

    private void EnterOurFolder()
    {
        if (!_index.IsOurFolder)
        {
            LogRecord.AppendPath(_pending, LogRecordKind.Folder, _outputId);
            _index.EnterFolder(_outputId);
            _records++;
        }
    }

    private void Appended()
    {
        _records++;
        if (_pending.WrittenCount >= FlushBytes)
        {
            try
            {
                Flush();
            }
            catch (Exception exception) when (DiskFault.IsFault(exception))
            {
                GiveUp(exception);
            }
        }
    }

    private void Flush()
    {
        if (_file is { } file && _pending.WrittenCount > 0)
        {
            if (_length == 0)
            {
                RandomAccess.Write(file, _header, 0);
                _length = _header.Length;
            }

            _length += LogFile.WriteBlock(file, _pending.WrittenMemory, _chain, _length);
        }

        _pending.ResetWrittenCount();
    }

    private void WriteClock()
    {
        if (_file is not { } file || _pending.WrittenCount == 0)
        {
            return;
        }

        Flush();
        if (!_hasLooked)
        {
            // A build that wrote no output has looked at none, and cannot vouch for any.
            return;
        }

        var now = File.GetLastWriteTimeUtc(file).Ticks;
        EnterOurFolder();
        LogRecord.AppendClock(_pending, now);
        _records++;
        Flush();
    }

    /// <summary>The valid records are read from the file: this build does not keep its own records in memory.</summary>
    private void Compact()
    {
        if (_file is not { } old)
        {
            return;
        }

        using var chain = NewChain(_state);
        var living = new LogIndex(_outputId);
        chain.Append(_header.AsSpan(..^AuthenticationChain.CodeBytes));
        LogFile.Scan(old, _header.Length, living, chain);

        const string fresh = $"{StateFolder.LogName}.new";
        try
        {
            using (var file = _state.Files.CreateAnew(fresh))
            {
                chain.Reset();
                chain.Append(_header.AsSpan(..^AuthenticationChain.CodeBytes));
                WriteLiving(file, living, chain);
            }

            // Windows renames over no open file.
            old.Dispose();
            _file = null;
            _state.Files.Rename(fresh, StateFolder.LogName);
        }
        catch
        {
            _state.Files.TryDelete(fresh);
            throw;
        }
    }

    /// <summary>
    /// Settled outputs stand before the clock that vouches for them, the others after it, so that nothing gains trust
    /// by being copied.
    /// </summary>
    private void WriteLiving(SafeFileHandle fresh, LogIndex living, AuthenticationChain chain)
    {
        var copy = new ArrayBufferWriter<byte>(FlushBytes * 2);
        var window = new LogBuffer();
        RandomAccess.Write(fresh, _header, 0);
        var end = (long)_header.Length;
        LogRecord.AppendPath(copy, LogRecordKind.Folder, _outputId);
        foreach (var settled in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var (path, output) in living.Outputs)
            {
                if (living.IsSettled(output) == settled)
                {
                    LogRecord.AppendOutput(copy, path, output.Key.Span, output.Content, output.Stamp);
                    if (living.Notes.TryGetValue(path, out var note))
                    {
                        LogRecord.AppendNote(copy, path, note.Span);
                    }

                    end = Spill(copy, fresh, chain, end, FlushBytes);
                }
            }

            if (settled)
            {
                LogRecord.AppendClock(copy, living.LastClock);
            }
        }

        foreach (var (path, source) in living.Sources)
        {
            var facts = source.Facts;
            if (TryReadPayload(facts, window, out var payload))
            {
                LogRecord.AppendFacts(copy, path, facts.Stamp, facts.Content, payload);
                end = Spill(copy, fresh, chain, end, FlushBytes);
            }
        }

        Spill(copy, fresh, chain, end, 0);
    }

    private static long Spill(
        ArrayBufferWriter<byte> copy,
        SafeFileHandle file,
        AuthenticationChain chain,
        long end,
        int unlessBelow
    )
    {
        if (copy.WrittenCount == 0 || copy.WrittenCount < unlessBelow)
        {
            return end;
        }

        end += LogFile.WriteBlock(file, copy.WrittenMemory, chain, end);
        copy.ResetWrittenCount();
        return end;
    }

    private void GiveUp(Exception exception)
    {
        Problem ??= StorageDiagnostics.StateUnusable(DisplayName, DiskFault.Reason(exception));
        _pending.ResetWrittenCount();
        _file?.Dispose();
        _file = null;
    }
}
