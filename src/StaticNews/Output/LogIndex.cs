using System.Buffers.Binary;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// The valid records of a build log, found in one pass. Paths are hashes, and keys share large arrays: a
/// million outputs are not a million objects.
/// </summary>
internal sealed class LogIndex(TextHash outputId)
{
    private const int KeyChunk = 1 << 14;

    private const int NoteChunk = 1 << 16;

    private readonly List<long> _clocks = [];
    private ulong[] _keys = [];
    private int _keysUsed;
    private byte[] _notes = [];
    private int _notesUsed;
    private bool _isOurFolder;

    /// <summary>Of our output folder only.</summary>
    public Dictionary<TextHash, Output> Outputs { get; } = [];

    /// <summary>
    /// What was found out of some of <see cref="Outputs"/>; a site that asks for nothing of the kind has none.
    /// </summary>
    public Dictionary<TextHash, ReadOnlyMemory<byte>> Notes { get; } = [];

    public Dictionary<TextHash, Source> Sources { get; private set; } = [];

    /// <summary>Records that were taken in, dead ones among them.</summary>
    public int Records { get; private set; }

    /// <summary>Whether an output record that is appended now is about our folder.</summary>
    public bool IsOurFolder => _isOurFolder;

    /// <param name="Epoch">
    /// The number of clock records before it; the next one decides whether its stamp has settled.
    /// </param>
    public readonly record struct Output(ReadOnlyMemory<ulong> Key, ContentHash Content, FileStamp Stamp, int Epoch);

    /// <param name="IsMet">Whether this build has looked it up or read it anew.</param>
    public readonly record struct Source(SourceFacts Facts, bool IsMet);

    public bool IsSettled(in Output output) =>
        output.Epoch < _clocks.Count && output.Stamp.IsSettledAt(_clocks[output.Epoch]);

    public long LastClock => _clocks.Count == 0 ? 0 : _clocks[^1];

    /// <summary>Makes room for so many sources and outputs at once.</summary>
    public void Expect(int articles)
    {
        Sources.EnsureCapacity(articles);
        Outputs.EnsureCapacity(articles);
    }

    /// <summary>
    /// Takes in a sound record that begins at <paramref name="offset"/> of the log. False: of no known kind or too
    /// short for its kind.
    /// </summary>
    public bool Take(ReadOnlySpan<byte> record, long offset)
    {
        var kind = LogRecord.Split(record, out var path, out var rest);
        Records++;
        switch (kind)
        {
            case LogRecordKind.Folder:
                EnterFolder(path);
                return true;
            case LogRecordKind.Output
                when rest.Length >= LogRecord.OutputFixedBytes
                    && rest.Length == LogRecord.OutputFixedBytes + (rest[0] * sizeof(ulong)):
                return !_isOurFolder || TakeOutput(path, rest);
            case LogRecordKind.OutputGone:
                _ = _isOurFolder && (Notes.Remove(path) | Outputs.Remove(path));
                return true;
            case LogRecordKind.Note:
                TakeNote(path, rest);
                return true;
            case LogRecordKind.Facts when rest.Length >= LogRecord.FactsFixedBytes:
                var payload = rest.Length - LogRecord.FactsFixedBytes;
                var facts = new SourceFacts(
                    LogRecord.ReadStamp(rest),
                    LogRecord.ReadHash(rest[FileStamp.StoredBytes..]),
                    offset + record.Length - payload,
                    payload
                );
                Sources[path] = new Source(facts, IsMet: false);
                return true;
            case LogRecordKind.FactsGone:
                return Sources.Remove(path) || true;
            case LogRecordKind.Clock when rest.Length == sizeof(long):
                AddClock(BinaryPrimitives.ReadInt64LittleEndian(rest));
                return true;
            default:
                return false;
        }
    }

    public void EnterFolder(TextHash id) => _isOurFolder = id == outputId;

    /// <summary>The clock of another folder is no measure for ours: our files were not checked then.</summary>
    private void AddClock(long ticks)
    {
        if (_isOurFolder)
        {
            _clocks.Add(ticks);
        }
    }

    /// <summary>Gives the room back that <see cref="Sources"/> took.</summary>
    public void ForgetSources() => Sources = [];

    private void Set(TextHash path, ReadOnlySpan<ulong> key, ContentHash content, FileStamp stamp)
    {
        var isKnown = Outputs.TryGetValue(path, out var before);
        var kept = isKnown && before.Key.Span.SequenceEqual(key) ? before.Key : Keep(key);
        if (isKnown && before.Content != content)
        {
            Notes.Remove(path);
        }

        Outputs[path] = new Output(kept, content, stamp, _clocks.Count);
    }

    private bool TakeOutput(TextHash path, ReadOnlySpan<byte> rest)
    {
        Span<ulong> key = stackalloc ulong[byte.MaxValue];
        key = key[..rest[0]];
        rest = rest[1..];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = BinaryPrimitives.ReadUInt64LittleEndian(rest[(i * sizeof(ulong))..]);
        }

        rest = rest[(key.Length * sizeof(ulong))..];
        Set(path, key, LogRecord.ReadHash(rest), LogRecord.ReadStamp(rest[16..]));
        return true;
    }

    /// <summary>A note without its output is about nothing.</summary>
    private void TakeNote(TextHash path, ReadOnlySpan<byte> note)
    {
        if (!_isOurFolder || !Outputs.ContainsKey(path))
        {
            return;
        }

        if (_notes.Length - _notesUsed < note.Length)
        {
            _notes = new byte[Math.Max(NoteChunk, note.Length)];
            _notesUsed = 0;
        }

        var kept = _notes.AsMemory(_notesUsed, note.Length);
        note.CopyTo(kept.Span);
        _notesUsed += note.Length;
        Notes[path] = kept;
    }

    private ReadOnlyMemory<ulong> Keep(ReadOnlySpan<ulong> key)
    {
        if (_keys.Length - _keysUsed < key.Length)
        {
            _keys = new ulong[KeyChunk];
            _keysUsed = 0;
        }

        var kept = _keys.AsMemory(_keysUsed, key.Length);
        key.CopyTo(kept.Span);
        _keysUsed += key.Length;
        return kept;
    }
}

/// <summary>
/// The facts from an earlier build about one source; the payload itself stays on the disk until it is asked for.
/// </summary>
/// <param name="Stamp">Of the file that was read, or one that never matches where the stamp had not settled.</param>
/// <param name="Content">Of the file's bytes.</param>
/// <param name="PayloadOffset">Where in the log the payload is.</param>
/// <param name="PayloadLength">Bytes.</param>
internal readonly record struct SourceFacts(
    FileStamp Stamp,
    ContentHash Content,
    long PayloadOffset,
    int PayloadLength
);
