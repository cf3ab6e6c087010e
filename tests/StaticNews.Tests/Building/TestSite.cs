using System.Security.Cryptography;
using StaticNews.Building;
using StaticNews.Tests.Diagnostics;

namespace StaticNews.Tests.Building;

/// <summary>A small site on disk, built as the command builds it.</summary>
internal sealed class TestSite : IDisposable
{
    /// <summary>Long after every article of the tests.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder;

    private TestSite(TemporaryFolder folder) => _folder = folder;

    public string Root => _folder.At("site");

    public string Output => _folder.At("site", "public");

    public static TestSite WithConfig(string siteYml)
    {
        var site = new TestSite(new TemporaryFolder());
        site.Write("site.yml", siteYml);
        Directory.CreateDirectory(Path.Combine(site.Root, "content"));
        return site;
    }

    /// <summary>Nothing yet, not even a site.yml; see <see cref="TemporaryFolder.InMemory"/>.</summary>
    public static TestSite InMemory() => new(TemporaryFolder.InMemory());

    /// <summary>A site with a title and a base URL, and nothing else.</summary>
    public static TestSite Plain() =>
        WithConfig(
            """
            title: The Test
            base_url: https://test.example/
            language: en
            time_zone: Etc/UTC
            """
        );

    public static TestSite CopyOf(string folder)
    {
        var site = new TestSite(new TemporaryFolder());
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            site.WriteBytes(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        }

        return site;
    }

    /// <summary>The archive that this repository ships.</summary>
    public static TestSite CopyOfSample()
    {
        var site = WithConfig(File.ReadAllText(Repository.Path("site.yml")));
        var content = Repository.Path("content");
        foreach (var file in Directory.GetFiles(content, "*", SearchOption.AllDirectories))
        {
            site.WriteBytes("content/" + Path.GetRelativePath(content, file), File.ReadAllBytes(file));
        }

        return site;
    }

    public TestSite Write(string path, string text)
    {
        _folder.Write("site/" + path.Replace('\\', '/'), text);
        return this;
    }

    public TestSite WriteBytes(string path, byte[] bytes)
    {
        _folder.WriteBytes("site/" + path.Replace('\\', '/'), bytes);
        return this;
    }

    /// <summary>An article with what is required and a body.</summary>
    public TestSite Article(
        string path,
        string title,
        string date,
        string more = "",
        string body = "One paragraph of text."
    ) =>
        Write(
            $"content/{path}",
            $"---\ntitle: {title}\ndate: {date}\n{(more.Length == 0 ? "" : more + "\n")}---\n\n{body}\n"
        );

    public string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    public BuildOptions Options =>
        new()
        {
            Site = Root,
            AsOf = Now,
            Jobs = 2,
            StateKey = TestKey.Place,
        };

    public BuildReport Build(Func<BuildOptions, BuildOptions>? change = null)
    {
        var builder = new SiteBuilder(change is null ? Options : change(Options), new Progress<BuildProgress>());
        var report = builder.Build(CancellationToken.None);
        MessageStyle.Check(report.Diagnostics);
        return report;
    }

    /// <summary>Diagnostics as "path:line:column code".</summary>
    public static IEnumerable<string> Codes(BuildReport report) =>
        report.Diagnostics.Select(diagnostic =>
            $"{diagnostic.At.Path}:{diagnostic.At.Line}:{diagnostic.At.Column} {diagnostic.Code}"
        );

    public string Read(string outputPath) => File.ReadAllText(Path.Combine(Output, outputPath));

    public bool Has(string outputPath) => File.Exists(Path.Combine(Output, outputPath));

    /// <summary>Every published file with the hash of its bytes, hidden ones left out.</summary>
    public SortedDictionary<string, string> Snapshot(string? output = null)
    {
        var root = output ?? Output;
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (path[0] != '.')
            {
                files[path] = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return files;
    }

    public void Dispose() => _folder.Dispose();
}
