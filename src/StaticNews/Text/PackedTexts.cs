using System.Collections;
using System.Text;

namespace StaticNews.Text;

/// <summary>Texts of a million articles in a few large arrays of UTF-8 and not in a million objects. A string is made for whoever asks for one, each time.</summary>
internal sealed class PackedTexts : IReadOnlyList<string>
{
    private const int PieceBytes = 1 << 20;

    private readonly List<byte[]> _pieces = [];

    /// <summary>Of each text where it begins (its piece in the upper half, the place there in the lower one) and its bytes.</summary>
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

    public string this[int index] => Encoding.UTF8.GetString(_pieces[(int)(_starts[index] >> 32)], (int)_starts[index], _lengths[index]);

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
