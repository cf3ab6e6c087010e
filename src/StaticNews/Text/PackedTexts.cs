using System.Collections;
using System.Text;

namespace StaticNews.Text;

/// <summary>Texts of a million articles in one array of UTF-8 and not in a million objects. A string is made for whoever asks for one, each time.</summary>
internal sealed class PackedTexts : IReadOnlyList<string>
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    /// <exception cref="OverflowException">Together they are longer than an array can be: 2 GB.</exception>
    public PackedTexts(IReadOnlyList<string> texts)
    {
        _ends = new int[texts.Count];
        var end = 0;
        for (var i = 0; i < _ends.Length; i++)
        {
            end = checked(end + Encoding.UTF8.GetByteCount(texts[i]));
            _ends[i] = end;
        }

        _bytes = new byte[end];
        for (var i = 0; i < _ends.Length; i++)
        {
            Encoding.UTF8.GetBytes(texts[i], _bytes.AsSpan(StartOf(i)));
        }
    }

    public int Count => _ends.Length;

    public string this[int index] => Encoding.UTF8.GetString(_bytes.AsSpan(StartOf(index).._ends[index]));

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int StartOf(int index) => index == 0 ? 0 : _ends[index - 1];
}
