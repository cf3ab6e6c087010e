namespace StaticNews.Pages;

/// <summary>The file that answers for a URL of the site.</summary>
internal static class OutputPath
{
    /// <param name="url">From the root: <c>/world/</c> is <c>world/index.html</c>, <c>/about.html</c> is <c>about.html</c>.</param>
    public static string Of(string url) => url.EndsWith('/') ? string.Concat(url.AsSpan(1), "index.html") : url[1..];
}
