using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>
/// What builds remember: facts about one source, and what decided one output. It is a cache: it may be deleted at any moment,
/// and is thrown away at any doubt. (Which files are ours to remove is no cache; that is the <see cref="OutputLedger"/>.)
///
/// <code>
/// log    = header record*
/// header = "StaticNews log" LF, format version (4 bytes), length (2) and UTF-8 of the renderer version, CRC-32C of all this (4)
/// record = length of body (4), CRC-32C of body (4), body
/// body   = kind (1), hash of the path (16), what the kind says (<see cref="LogRecordKind"/>)
/// </code>
///
/// All numbers are little-endian. Records are only ever appended, and a later one about the same path replaces an earlier one.
/// An output's record is appended after its file is in place, so a crash can cost a comparison and never correctness. The first record
/// that is short or damaged ends the log: it and what follows are cut off. When more than half of the records are dead, the
/// living ones are written to a new file that takes the old one's place. A log with another header is emptied.
///
/// Output records are about the folder that the last folder record names, so one log serves a site that is built into two folders in turn. To be rewritten costs it what it
/// knows of all folders but the one that is built: these are then compared byte by byte, and rendered, once.
/// A clock record (the disk's clock, at the end of a build) says how far the stamps before it can be trusted; see <see cref="FileStamp"/>.
/// What is looked up is what earlier builds wrote: what this one adds goes to the file only, for a first build of a million articles asks for none of it again.
/// Safe for many threads.
/// </summary>
internal sealed class BuildLog : IDisposable
{
    private const string Shown = $"{StateFolder.Name}/build.log";

    /// <summary>Raised with every change of the layout above.</summary>
    private const uint FormatVersion = 3;

    /// <summary>An article's facts and its page's key: a guess at how many of each a log has, so that tables of a million need not grow twenty times.</summary>
    private const int UsualArticleBytes = 900;

    /// <summary>A file may be longer than what is sound in it, so the guess ends somewhere.</summary>
    private const int GuessMax = 1_000_000;

    private const int FlushBytes = 1 << 16;

    private const int ScanBytes = 1 << 20;

    // Below this a rewrite saves nothing that anyone could notice.
    private const int CompactMinRecords = 64;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TextHash _outputId;
    private readonly byte[] _header;
    private readonly long _startTicks;
    private readonly LogIndex _index;
    private readonly ArrayBufferWriter<byte> _pending = new(FlushBytes * 2);
    private SafeFileHandle? _file;
    private long _length;
    private int _records;

    /// <summary>Sources in the file that the index does not have: added by this build, or let go of when their stage ended.</summary>
    private int _otherSources;
    private int _newOutputs;
    private int _newNotes;
    private bool _hasLooked;

    private BuildLog(string path, string outputId, byte[] header, long startTicks)
    {
        _path = path;
        _outputId = TextHash.Of(outputId);
        _header = header;
        _startTicks = startTicks;
        _index = new LogIndex(_outputId);
    }

    /// <summary>Whether nothing is known of earlier builds.</summary>
    public bool IsEmpty => !KnowsOutputs && _index.Sources.Count + _otherSources == 0;

    /// <summary>Whether an earlier build wrote this output folder, or this one has begun to.</summary>
    public bool KnowsOutputs => _index.Outputs.Count + _newOutputs > 0;

    /// <summary>Set when the log can no longer be written; the build goes on, and the next one knows less.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <param name="siteRoot">The folder with site.yml.</param>
    /// <param name="outputFolder">The folder this build writes.</param>
    /// <param name="rendererVersion">Changes with every release whose pages could differ in a byte.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    public static BuildLog Open(string siteRoot, string outputFolder, string rendererVersion, long startTicks)
    {
        var log = new BuildLog(StateFolder.Log(siteRoot), StateFolder.OutputId(siteRoot, outputFolder), Header(rendererVersion), startTicks);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(log._path)!);
            log._file = File.OpenHandle(log._path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, FileOptions.SequentialScan);
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

    /// <summary>What an earlier build noted of an output, if it has these bytes still; empty where there is nothing.</summary>
    public ReadOnlyMemory<byte> NoteOf(string path, ContentHash content)
    {
        lock (_gate)
        {
            return _index.Notes.Count > 0 && TextHash.Of(path) is var name && _index.Notes.TryGetValue(name, out var note) && _index.Outputs[name].Content == content
                ? note
                : default;
        }
    }

    /// <summary>Notes what took long to find out of an output, after it was added or found as logged. Held until its bytes change.</summary>
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

    /// <summary>What is known of a source. Its stamp equals the file's only where the file is surely the one that was read.</summary>
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

    /// <summary>The payload that <see cref="AddFacts"/> was given in an earlier build; false where the disk no longer gives it.</summary>
    /// <param name="window">The caller's; the payload is a piece of it.</param>
    public bool TryReadPayload(in SourceFacts facts, LogWindow window, out ReadOnlySpan<byte> payload)
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
            // The facts are lost, perhaps because another worker has given the log up; the source itself is still there to be read.
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
        var stored = stamp.Settled(_startTicks);
        lock (_gate)
        {
            var name = TextHash.Of(path);
            ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_index.Sources, name);
            if (Unsafe.IsNullRef(ref known))
            {
                _otherSources++;
            }
            else
            {
                known = known with { IsMet = true };
            }

            LogRecord.AppendFacts(_pending, name, stored, content, payload);
            Appended();
        }
    }

    /// <summary>Ends the looking up of sources: those that this build neither looked up nor added are gone, and of the others nobody asks any more.</summary>
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
                    Appended();
                }
            }

            _index.ForgetSources();
        }
    }

    /// <summary>Writes what is pending and the clock, and compacts. Without it, at a crash, what was pending is lost and nothing else.</summary>
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
        }
    }

    public void Dispose() => Close();

    private static byte[] Header(string rendererVersion)
    {
        var version = Encoding.UTF8.GetBytes(rendererVersion);
        var magic = "StaticNews log\n"u8;
        var header = new byte[magic.Length + 4 + 2 + version.Length + 4];
        magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(magic.Length), FormatVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(magic.Length + 4), checked((ushort)version.Length));
        version.CopyTo(header.AsSpan(magic.Length + 6));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(header.Length - 4), Crc32C.Of(header.AsSpan(0, header.Length - 4)));
        return header;
    }

    private void Load(SafeFileHandle file)
    {
        var found = new byte[_header.Length];
        var isOurs = DiskFile.ReadFully(file, found, 0) == found.Length && found.AsSpan().SequenceEqual(_header);
        if (isOurs)
        {
            _index.Expect((int)Math.Min(RandomAccess.GetLength(file) / UsualArticleBytes, GuessMax));
            _length = Scan(file, _index);
        }

        _records = _index.Records;
        if (RandomAccess.GetLength(file) != _length)
        {
            RandomAccess.SetLength(file, _length);
        }
    }

    /// <summary>Takes in every record up to the first bad one; returns where that is.</summary>
    private long Scan(SafeFileHandle file, LogIndex index)
    {
        long offset = _header.Length;
        var buffer = new byte[ScanBytes];
        var filled = 0;
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset + filled);
            filled += read;
            var used = TakeRecords(buffer.AsSpan(0, filled), offset, index, out var wanted);
            if (wanted < 0 || read == 0)
            {
                return offset + used;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            (filled, offset) = (filled - used, offset + used);
            if (wanted > buffer.Length)
            {
                Array.Resize(ref buffer, wanted);
            }
        }
    }

    /// <param name="wanted">Bytes of the record that is not yet whole; -1 where it is no record.</param>
    /// <returns>Bytes of the records that were taken in.</returns>
    private static int TakeRecords(ReadOnlySpan<byte> bytes, long offset, LogIndex index, out int wanted)
    {
        var used = 0;
        while (true)
        {
            wanted = LogRecord.Measure(bytes[used..]);
            if (wanted <= 0 || wanted > bytes.Length - used)
            {
                return used;
            }

            var record = bytes.Slice(used, wanted);
            if (!LogRecord.IsSound(record) || !index.Take(record, offset + used))
            {
                wanted = -1;
                return used;
            }

            used += wanted;
        }
    }

    /// <summary>Records that a rewritten log would have, or a few more: a note may have fallen to new bytes.</summary>
    private int Living => _index.Outputs.Count + _newOutputs + _index.Notes.Count + _newNotes + _index.Sources.Count + _otherSources;

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

            RandomAccess.Write(file, _pending.WrittenSpan, _length);
            _length += _pending.WrittenCount;
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

    /// <summary>The file itself says what lives: this build has not kept in mind what it added.</summary>
    private void Compact()
    {
        if (_file is not { } old)
        {
            return;
        }

        var living = new LogIndex(_outputId);
        Scan(old, living);

        var fresh = $"{_path}.new";
        try
        {
            using var file = File.OpenHandle(fresh, FileMode.Create, FileAccess.Write);
            WriteLiving(file, living);
        }
        catch
        {
            DiskFile.TryDelete(fresh);
            throw;
        }

        old.Dispose();
        _file = null;
        File.Move(fresh, _path, overwrite: true);
    }

    /// <summary>Settled outputs stand before the clock that vouches for them, the others after it, so that nothing gains trust by being copied.</summary>
    private void WriteLiving(SafeFileHandle fresh, LogIndex living)
    {
        var copy = new ArrayBufferWriter<byte>(FlushBytes * 2);
        var window = new LogWindow();
        copy.Write(_header);
        var end = 0L;
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

                    end = Spill(copy, fresh, end, FlushBytes);
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
                end = Spill(copy, fresh, end, FlushBytes);
            }
        }

        Spill(copy, fresh, end, 0);
    }

    private static long Spill(ArrayBufferWriter<byte> copy, SafeFileHandle file, long end, int unlessBelow)
    {
        if (copy.WrittenCount < unlessBelow)
        {
            return end;
        }

        RandomAccess.Write(file, copy.WrittenSpan, end);
        end += copy.WrittenCount;
        copy.ResetWrittenCount();
        return end;
    }

    private void GiveUp(Exception exception)
    {
        Problem ??= StorageDiagnostics.StateUnusable(Shown, DiskFault.Reason(exception));
        _pending.ResetWrittenCount();
        _file?.Dispose();
        _file = null;
    }
}
