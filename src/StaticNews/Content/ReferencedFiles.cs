using System.Buffers;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>
/// Everything in a text that may be the name of a file, whatever the syntax around it is: HTML, another generator's
/// shortcodes, keys of its front matter. For texts that are not published: a file that only they name must not be
/// published either, and to hold back one too many is the smaller mistake.
/// </summary>
internal static class ReferencedFiles
{
    /// <summary>More are no article's, and each is looked up.</summary>
    private const int MentionsMax = 2_000;

    private const int MentionMaxChars = 300;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`()[]{}<>|,;=");

    /// <param name="path">
    /// Of the source below content/. A folder that is one article (<c>flood/index.md</c>) is named with a final slash:
    /// all of its files are the article's.
    /// </param>
    /// <returns>Targets percent-decoded, without query and fragment; each once.</returns>
    public static LinkReference[] In(string text, string path)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (path.EndsWith("/index.md", StringComparison.OrdinalIgnoreCase))
        {
            found.Add(path[..^"index.md".Length]);
        }

        var rest = text.AsSpan();
        while (!rest.IsEmpty && found.Count < MentionsMax)
        {
            var end = rest.IndexOfAny(Ends);
            var word = end < 0 ? rest : rest[..end];
            if (IsFile(word))
            {
                found.Add(Decoded(word));
            }

            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return [.. found.Select(target => new LinkReference(target, default))];
    }

    /// <summary>A name, a dot, and an ending of letters and digits.</summary>
    private static bool IsFile(ReadOnlySpan<char> word)
    {
        word = WithoutSuffix(word);
        var ending = word[(word.LastIndexOf('.') + 1)..];
        return word.Length is > 2 and <= MentionMaxChars
            && ending.Length is >= 2 and <= 5
            && ending.Length < word.Length - 1
            && !ending.ContainsAnyExcept(LettersAndDigits);
    }

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    private static ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> word) =>
        word.IndexOfAny('?', '#') is var end and >= 0 ? word[..end] : word.TrimEnd(".:!");

    private static string Decoded(ReadOnlySpan<char> word) => UrlPath.Decode(WithoutSuffix(word).ToString());
}
