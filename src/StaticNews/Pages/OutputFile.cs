using StaticNews.Archive;

namespace StaticNews.Pages;

/// <summary>The file that answers for a URL of the site, as the output folder names it.</summary>
internal static class OutputFile
{
    /// <param name="url">From the root: <c>/world/</c> is <c>world/index.html</c>, <c>/about.html</c> is <c>about.html</c>.</param>
    public static string Of(string url) => OutputPath.Of(url)[1..];
}
