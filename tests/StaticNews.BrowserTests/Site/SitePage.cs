namespace StaticNews.BrowserTests.Site;

/// <summary>A page that the tests look at.</summary>
/// <param name="Kind">What it stands for, such as <c>nested section</c>.</param>
/// <param name="File">Below the output folder, with '/'.</param>
internal sealed record SitePage(string Kind, string File)
{
    /// <summary>As readers see it: <c>/world/</c>.</summary>
    public string Address =>
        '/'
        + (
            File == "index.html" || File.EndsWith("/index.html", StringComparison.Ordinal)
                ? File[..^"index.html".Length]
                : File
        );

    /// <summary>For files that the tests write.</summary>
    public string Slug => Kind.Replace(' ', '-');
}
