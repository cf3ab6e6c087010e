using System.Text;

namespace StaticNews.Articles;

/// <summary>
/// How many pages the text edition gives an article, so that each weighs less than 5 kB as Brotli sends it. Told from the text alone, and not by compressing it: the pages'
/// addresses must not change when a library does.
/// </summary>
internal static class LiteLength
{
    /// <summary>More than the longest source that is read can have.</summary>
    public const int PagesMax = 10_000;

    /// <summary>Of what is not longer Brotli makes at most 4 kB; a byte of European, Arabic or Indian text is one unit.</summary>
    private const int PageUnits = 12_000;

    /// <summary>Han, Kana and Hangul say more with each character, which compresses less.</summary>
    private const int DenseUnits = 4;

    private const char FirstDense = '\u2E80';

    /// <summary>No word is longer: it is a picture within the text, or the like, which the text edition does not show.</summary>
    private const int WordMaxChars = 300;

    /// <param name="body">Markdown, without the front matter.</param>
    /// <returns>1 for most.</returns>
    public static int PagesOf(ReadOnlySpan<char> body)
    {
        if (body.Length * DenseUnits <= PageUnits || Encoding.UTF8.GetByteCount(body) * DenseUnits <= PageUnits * 3L)
        {
            return 1;
        }

        return (int)Math.Clamp((UnitsOf(body) + PageUnits - 1) / PageUnits, 1, PagesMax);
    }

    private static long UnitsOf(ReadOnlySpan<char> body)
    {
        var (units, word) = (0L, 0);
        foreach (var c in body)
        {
            word = c is > ' ' and < '\u0080' ? word + 1 : 0;
            units += c switch
            {
                < '\u0080' => word == WordMaxChars ? 1 - WordMaxChars : word > WordMaxChars ? 0 : 1,
                < '\u0800' => 2,
                < FirstDense => 3,
                _ => DenseUnits,
            };
        }

        return units;
    }
}
