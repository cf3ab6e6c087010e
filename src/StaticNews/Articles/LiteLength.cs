using System.Buffers;
using System.Text;
using StaticNews.Articles.Prose;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>How many pages the text edition gives an article, so that each stays below 5 kB as Brotli sends it. Belongs to one worker.</summary>
internal sealed class LiteLength(SiteConfig config)
{
    /// <summary>More than any newspaper prints; who has a longer text finds it on pages that are longer.</summary>
    public const int PagesMax = 10_000;

    /// <summary>As HTML each of these is at most so much longer than as Markdown.</summary>
    private const int MarkUnits = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("|[]*_`<>&\"\n");

    /// <summary>Not the site's own: what is known of articles holds for every base URL, and so must the number of their pages.</summary>
    private static readonly BaseUrl AnyBaseUrl = new("https://news.example", "/");

    private readonly BodyRenderer _bodies = new(config.Markdown, AnyBaseUrl, config.Related);

    /// <param name="path">Of the source, below content/.</param>
    /// <param name="links">Of the body.</param>
    /// <returns>1 for most, which are not even read for it.</returns>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public int PagesOf(SourceText source, TextSpan body, string path, IReadOnlyList<LinkReference> links, CancellationToken stop = default)
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        if (IsShort(text))
        {
            return 1;
        }

        // Where the links lead is not known yet; addresses of about that length will do.
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            targets[link.Target] = $"/{link.Target}";
        }

        var html = _bodies.RenderPage(new BodySource(text.ToString(), path, targets), stop);
        return TextBreaks.Of(LiteText.Of(html.Lead + html.Rest, "/", new LiteLinks(""))).PartsOf(TextWeight.Page, PagesMax);
    }

    /// <summary>Whether it fits a page, whatever its marks mean.</summary>
    private static bool IsShort(ReadOnlySpan<char> text)
    {
        if (text.Length > TextWeight.Page)
        {
            return false;
        }

        var weight = Encoding.UTF8.GetByteCount(text);
        weight += text.ContainsAnyInRange('\u2E80', '\uFFFF') ? weight / 3 : 0;
        weight += HeadingBytes(text);
        var rest = text;
        for (var at = rest.IndexOfAny(Marks); at >= 0 && weight <= TextWeight.Page; at = rest.IndexOfAny(Marks))
        {
            weight += rest[at] == '\n' ? 1 : MarkUnits;
            rest = rest[(at + 1)..];
        }

        return weight <= TextWeight.Page;
    }

    /// <summary>A heading has its words in its id as well.</summary>
    private static int HeadingBytes(ReadOnlySpan<char> text)
    {
        var (bytes, before) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            var isUnderline = line.StartsWith("---") || line.StartsWith("===");
            bytes += line.StartsWith('#') ? Encoding.UTF8.GetByteCount(line) : isUnderline ? before : 0;
            before = line.Length * 3;
        }

        return bytes;
    }
}
