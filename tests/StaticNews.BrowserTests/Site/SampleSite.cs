namespace StaticNews.BrowserTests.Site;

/// <summary>
/// The Meridian, built by the command with the shipped theme, and served. Built once for all tests, when the first one
/// asks.
/// </summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private readonly DirectoryInfo _work;
    private readonly SiteServer _server;

    private SampleSite(DirectoryInfo work, SiteServer server, PageCatalogue catalogue)
    {
        _work = work;
        _server = server;
        Catalogue = catalogue;
    }

    public static Lazy<Task<SampleSite>> Shared { get; } = new(BuildAsync);

    public PageCatalogue Catalogue { get; }

    /// <summary>What the build wrote.</summary>
    public string Folder => OutputIn(_work);

    /// <summary>Ends with '/'.</summary>
    public Uri Address => _server.Address;

    public Uri AddressOf(SitePage page) => new(Address, page.Address);

    public string HtmlOf(SitePage page) => File.ReadAllText(Path.Join(Folder, page.File));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _work.Delete(recursive: true);
    }

    private static async Task<SampleSite> BuildAsync()
    {
        var work = Directory.CreateTempSubdirectory("staticnews-browser-");
        var site = work.CreateSubdirectory("site").FullName;
        Directory.CreateDirectory(OutputIn(work));
        File.Copy(Path.Join(Repository.Root, "site.yml"), Path.Join(site, "site.yml"));
        Copy(Path.Join(Repository.Root, "content"), Path.Join(site, "content"));

        // The site's links lead to where it is served, so the port comes first.
        var server = await SiteServer.StartAsync(OutputIn(work));
        string[] arguments =
        [
            Path.Join(AppContext.BaseDirectory, "staticnews.dll"),
            "build",
            site,
            "--output",
            OutputIn(work),
            "--base-url",
            server.Address.AbsoluteUri,
        ];
        var run = await ToolRun.OfAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);
        Assert.True(run.Status == 0, $"the sample site was not built: {run.Output}{run.Error}");
        return new SampleSite(work, server, PageCatalogue.Of(OutputIn(work)));
    }

    private static string OutputIn(DirectoryInfo work) => Path.Join(work.FullName, "public");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
