namespace StaticNews.Feeds;

/// <summary>Plain text where HTML is expected.</summary>
internal static class PlainText
{
    /// <summary>As the content of an element or a double-quoted attribute. Only what must be is escaped: readers who show the source still read it.</summary>
    public static string AsHtml(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
