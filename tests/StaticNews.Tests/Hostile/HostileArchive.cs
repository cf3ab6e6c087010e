using System.Security.Cryptography;
using StaticNews.Building;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// A site with one good article. Whatever bad thing is put beside it: the good one is published, and no file but the
/// output's is touched.
/// </summary>
internal sealed class HostileArchive : IDisposable
{
    public const string GoodPage = "news/2010/01/good.html";

    public TestSite Site { get; } = TestSite.Plain().Article("news/good.md", "The good article", "2010-01-01");

    /// <summary>Builds, and checks what holds for every archive.</summary>
    public BuildReport Build()
    {
        var before = FilesOutside();
        var report = Site.Build();

        Assert.Equal(before, FilesOutside());
        Assert.Contains("The good article", Site.Read(GoodPage), StringComparison.Ordinal);
        Assert.Empty(SiteInspection.ParseErrors(Site.Output));
        return report;
    }

    /// <summary>
    /// An article whose text is given byte for byte; what the build says of it must be this, as "line:column code".
    /// </summary>
    public void BuildWith(byte[] article, params string[] expected)
    {
        Site.WriteBytes("content/news/bad.md", article);
        Assert.Equal(expected.Select(line => $"content/news/bad.md:{line}"), TestSite.Codes(Build()));
    }

    public void BuildWith(string article, params string[] expected) =>
        BuildWith(System.Text.Encoding.UTF8.GetBytes(article), expected);

    public bool IsBadPublished => Site.Has("news/2010/01/bad.html");

    public string BadPage => Site.Read("news/2010/01/bad.html");

    public void Dispose() => Site.Dispose();

    /// <summary>
    /// Every file in and around the site with its hash, without the output and the build's own records.
    /// </summary>
    private List<string> FilesOutside()
    {
        var around = Path.GetDirectoryName(Site.Root)!;
        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return
        [
            .. Directory
                .GetFiles(around, "*", all)
                .Where(file =>
                    !file.StartsWith(Site.Output, StringComparison.Ordinal)
                    && !file.Contains(".staticnews", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];
    }
}
