using System.Text;
using StaticNews.Building;
using StaticNews.Cli.Reporting;
using StaticNews.Tests.Snapshots;

namespace StaticNews.Tests.Building;

/// <summary>
/// Sites whose whole output is compared, byte by byte, and whose diagnostics are compared as users read them. Sites with
/// single expectations are <see cref="StaticNews.Tests.Sites.SiteTests"/>.
/// </summary>
public sealed class SiteSpecTests
{
    private static string SitesFolder => Repository.Path("tests", "StaticNews.Tests", "Sites");

    public static TheoryData<string> Names() =>
        [
            .. Directory
                .GetDirectories(SitesFolder)
                .Where(folder => File.Exists(Path.Combine(folder, "output.verified.txt")))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_site_gives_its_diagnostics(string name)
    {
        using var site = TestSite.CopyOf(Path.Combine(SitesFolder, name, "site"));
        var report = site.Build();

        Snapshot.MatchFile(Printed(report), Path.Combine(SitesFolder, name, "diagnostics.verified.txt"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_site_gives_its_output(string name)
    {
        using var site = TestSite.CopyOf(Path.Combine(SitesFolder, name, "site"));
        site.Build();

        Snapshot.MatchFile(Published(site.Output), Path.Combine(SitesFolder, name, "output.verified.txt"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_files_parse_its_links_lead_somewhere_and_a_second_build_writes_none_but_says_the_same(string name)
    {
        using var site = TestSite.CopyOf(Path.Combine(SitesFolder, name, "site"));
        var first = site.Build();
        var second = site.Build();

        Assert.Empty(SiteInspection.ParseErrors(site.Output));
        Assert.Empty(SiteInspection.BrokenLinks(site.Output, BaseUrl(name)));
        Assert.Equal(0, second.Written);
        Assert.Equal(Printed(first), Printed(second));
    }

    private static string BaseUrl(string name)
    {
        const string key = "base_url: ";
        return File.ReadLines(Path.Combine(SitesFolder, name, "site", "site.yml"))
            .First(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..];
    }

    private static string Printed(BuildReport report)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        foreach (var diagnostic in report.Diagnostics)
        {
            DiagnosticPrinter.Print(diagnostic, writer);
        }

        return writer.ToString();
    }

    private static string Published(string output)
    {
        var text = new StringBuilder();
        foreach (var (path, file) in Files(output))
        {
            var content = File.ReadAllText(file);
            text.Append("=== ")
                .Append(path)
                .Append('\n')
                .Append(content)
                .Append(content.EndsWith('\n') || content.Length == 0 ? "" : "\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Path, string File)> Files(string output) =>
        Directory
            .GetFiles(output, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(output, file).Replace('\\', '/'), File: file))
            .Where(file => file.Path[0] != '.')
            .OrderBy(file => file.Path, StringComparer.Ordinal);
}
