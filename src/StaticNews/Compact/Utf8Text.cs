using System.Collections;
using System.Text;

namespace StaticNews.Compact;

/// <summary>
/// A text that a million articles carry along, kept in UTF-8 (half of a string's bytes in most archives) and a string
/// only while it is used. Lone surrogates do not survive: a source has none.
/// </summary>
internal readonly struct Utf8Text : IEquatable<Utf8Text>
{
    private readonly byte[]? _bytes;

    /// <param name="text">Null: no text, which is another thing than an empty one.</param>
    public Utf8Text(string? text) => _bytes = text is null ? null : Encoding.UTF8.GetBytes(text);

    /// <param name="utf8">Well-formed; copied.</param>
    public Utf8Text(ReadOnlySpan<byte> utf8) => _bytes = utf8.ToArray();

    public bool IsNull => _bytes is null;

    public ReadOnlySpan<byte> Utf8 => _bytes;

    public static implicit operator Utf8Text(string? text) => new(text);

    public bool Equals(Utf8Text other) => IsNull == other.IsNull && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>Empty for no text, too.</summary>
    public override string ToString() => _bytes is null ? "" : Encoding.UTF8.GetString(_bytes);
}

/// <summary>
/// Texts of a million articles in a few large arrays of UTF-8 and not in a million objects. A string is made for
/// each caller that asks for one.
/// </summary>
internal sealed class PackedTexts : IReadOnlyList<string>
{
    private const int PieceBytes = 1 << 20;

    private readonly List<byte[]> _pieces = [];

    /// <summary>
    /// Of each text where it begins (its piece in the upper half, the place there in the lower one) and its bytes.
    /// </summary>
    private readonly long[] _starts;
    private readonly int[] _lengths;

    /// <param name="texts">Walked once.</param>
    /// <param name="count">How many there are.</param>
    public PackedTexts(IEnumerable<string> texts, int count)
    {
        (_starts, _lengths) = (new long[count], new int[count]);
        var (index, free) = (0, Memory<byte>.Empty);
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            if (free.Length < length || _pieces.Count == 0)
            {
                _pieces.Add(new byte[Math.Max(PieceBytes, length)]);
                free = _pieces[^1];
            }

            Encoding.UTF8.GetBytes(text, free.Span);
            _starts[index] = ((long)(_pieces.Count - 1) << 32) | (uint)(_pieces[^1].Length - free.Length);
            _lengths[index++] = length;
            free = free[length..];
        }
    }

    public int Count => _starts.Length;

    public string this[int index] =>
        Encoding.UTF8.GetString(_pieces[(int)(_starts[index] >> 32)], (int)_starts[index], _lengths[index]);

    public bool HasText(int index) => _lengths[index] > 0;

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
