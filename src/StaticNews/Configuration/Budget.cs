using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>The most that a page of one kind may weigh.</summary>
/// <param name="Kind">As templates know it: <c>article</c>.</param>
/// <param name="Limit">Bytes, from 1.</param>
/// <param name="WithPictures">Whether the pictures that the page loads count, too.</param>
/// <param name="At">Where site.yml names the kind.</param>
internal sealed record Budget(string Kind, long Limit, bool WithPictures, SourceLocation At)
{
    /// <summary>Behind the size, where the HTML alone is meant: what pictures weigh is often not in the archive's hand.</summary>
    private const string HtmlAlone = "without pictures";

    /// <summary>Reads <c>10 kB</c> or <c>10 kB without pictures</c>; null for anything else.</summary>
    public static Budget? Parse(string kind, string value, SourceLocation at)
    {
        var isHtmlAlone = value.EndsWith(HtmlAlone, StringComparison.OrdinalIgnoreCase);
        var size = isHtmlAlone ? value[..^HtmlAlone.Length].TrimEnd() : value;
        return ByteSize.Parse(size) is { } limit ? new Budget(kind, limit, !isHtmlAlone, at) : null;
    }
}
