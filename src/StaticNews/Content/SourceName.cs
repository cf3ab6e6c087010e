using System.Buffers;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>
/// The parts of a source's path: the folder, which names the section, and the name, which the URL is made of.
/// </summary>
/// <param name="Folder">Without a final slash; empty for content/ itself.</param>
/// <param name="Stem">
/// The file's name without <c>.md</c>; for <c>flood/index.md</c>, a folder that is one article, the folder's.
/// </param>
internal readonly record struct SourceName(string Folder, string Stem)
{
    private static readonly char[] Separators = ['-', '_', ' '];

    public static SourceName Of(string path)
    {
        var (start, end) = StemIn(path);
        return new SourceName(path[..Math.Max(0, start - 1)], path[start..end]);
    }

    /// <summary>The name as a title: <c>flood-in_town</c> is "Flood in town".</summary>
    /// <param name="dateLength">
    /// How many characters of <see cref="Stem"/> are a date, which is left out unless nothing follows it.
    /// </param>
    public string Words(int dateLength)
    {
        var words = string.Join(
            ' ',
            Stem[dateLength..].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
        words = words.Length == 0 ? Stem : words;
        return Rune.DecodeFromUtf16(words, out var first, out var length) == OperationStatus.Done
            ? Rune.ToUpperInvariant(first) + words[length..]
            : words;
    }

    /// <summary><see cref="Stem"/> alone.</summary>
    public static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> path)
    {
        var (start, end) = StemIn(path);
        return path[start..end];
    }

    private static (int Start, int End) StemIn(ReadOnlySpan<char> path)
    {
        var end = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path.Length - 3 : path.Length;
        var start = path[..end].LastIndexOf('/') + 1;
        return start > 1 && path[start..end].SequenceEqual("index")
            ? (path[..(start - 1)].LastIndexOf('/') + 1, start - 1)
            : (start, end);
    }
}

/// <summary>
/// The language in a source's name: <c>flood.hi.md</c> is the Hindi translation of <c>flood.md</c>. Only two-letter
/// languages of the registry (RFC 5646 section 3; the list is ISO 639-1) count, with script or region behind them
/// (<c>flood.zh-Hant.md</c>): three letters are too often a word of the title.
/// </summary>
internal static class LanguageSuffix
{
    /// <summary>ISO 639-1, each between blanks.</summary>
    private const string Languages =
        " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
        + "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv "
        + "ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv "
        + "kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
        + "na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
        + "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
        + "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

    /// <summary>The tag, or null where the name has none.</summary>
    /// <param name="path">Below content/.</param>
    public static string? Of(string path) => Find(path, out var tag) > 0 ? LanguageTag.Normalize(tag.ToString()) : null;

    /// <summary>
    /// The path of the source that it translates: <c>world/flood.md</c>. Null where the name has no language.
    /// </summary>
    /// <param name="path">Below content/.</param>
    public static string? Original(string path) =>
        Find(path, out var tag) is var at and > 0
            ? string.Concat(path.AsSpan(0, at), path.AsSpan(at + 1 + tag.Length))
            : null;

    /// <summary>The position of the dot before the language, or -1.</summary>
    private static int Find(string path, out ReadOnlySpan<char> tag)
    {
        var stem = path.AsSpan(
            0,
            path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path.Length - 3 : path.Length
        );
        var dot = stem.LastIndexOf('.');
        tag = stem[(dot + 1)..];
        if (dot < 1 || stem[dot - 1] == '/' || tag.Length < 2 || tag.Contains('/'))
        {
            return -1;
        }

        var hyphen = tag.IndexOf('-');
        var language = hyphen < 0 ? tag : tag[..hyphen];
        return
            language.Length == 2
            && char.IsAsciiLetterLower(language[0])
            && Languages.Contains($" {language} ", StringComparison.Ordinal)
            && LanguageTag.Normalize(tag.ToString()) is not null
            ? dot
            : -1;
    }
}
