namespace StaticNews.Articles.Prose;

/// <summary>
/// About how much of a page a text takes, in units of which Brotli sends at most half a byte each. Told from the text alone, and not by compressing it: the addresses of pages
/// must not change when a library does.
/// </summary>
internal static class TextWeight
{
    /// <summary>What a page of the text edition takes beside its head: 4 kB at most, and for most texts 3.5 kB.</summary>
    public const int Page = 9_000;

    /// <summary>A tag that says nothing but its name: there are many alike.</summary>
    private const int TagUnits = 2;

    private const char FirstDense = '\u2E80';

    /// <summary>By the length of its character in UTF-8, and Han, Kana and Hangul by one more: each says more, which compresses less.</summary>
    public static int Of(char c) => c switch
    {
        < '\u0080' => 1,
        < '\u0800' => 2,
        < FirstDense => 3,
        >= '\uD800' and <= '\uDFFF' => 2,
        _ => 4,
    };

    /// <summary>Of a tag: what it says beside its name counts in full, addresses above all.</summary>
    public static int OfTag(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) => TagUnits + Math.Max(0, tag.Length - name.Length - "</>".Length);
}
