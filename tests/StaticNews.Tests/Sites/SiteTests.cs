using System.Globalization;
using StaticNews.Building;
using StaticNews.Tests.Building;
using StaticNews.Tests.Snapshots;

namespace StaticNews.Tests.Sites;

/// <summary>
/// Each folder beside this file is a small site whose name says what is promised, with the diagnostics and the output
/// that it must give. <c>README.md</c> describes the files of such a folder.
/// </summary>
public sealed class SiteTests
{
    public static TheoryData<string> Names => [.. SiteExpectation.All.Select(site => site.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_site_builds_as_its_folder_says(string name)
    {
        var expectation = SiteExpectation.All.Single(site => string.Equals(site.Name, name, StringComparison.Ordinal));
        using var site = TestSite.CopyOf(expectation.At("site"));
        var report = expectation.Build(site);

        expectation.Check(site, report);
        Assert.Empty(report.IsBuilt ? SiteInspection.ParseErrors(site.Output) : []);
        var again = expectation.Build(site);
        Assert.Equal(0, again.Written);
        Assert.Equal(SiteExpectation.Codes(report), SiteExpectation.Codes(again));
        if (expectation.Then is { } then)
        {
            then.Edit(site);
            var before = site.Snapshot();
            report = expectation.Build(site);
            then.Check(site, report);
            then.CheckChanges(before, site.Snapshot());
        }
    }
}

/// <summary>The expectations in one folder.</summary>
internal sealed class SiteExpectation(string folder)
{
    private const string ForbiddenMark = "not: ";

    /// <summary>The sites of this folder that have expectations.</summary>
    public static IReadOnlyList<SiteExpectation> All { get; } =
        [
            .. Directory
                .GetDirectories(Repository.Path("tests", "StaticNews.Tests", "Sites"))
                .Order(StringComparer.Ordinal)
                .Select(folder => new SiteExpectation(folder))
                .Where(site => !File.Exists(site.At("output.verified.txt"))),
        ];

    public string Name => Path.GetFileName(folder);

    /// <summary>A second build after an edit; null for a site that is built once.</summary>
    public SiteExpectation? Then => Directory.Exists(At("then")) ? new SiteExpectation(At("then")) : null;

    public string At(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Builds with the options of <c>options.txt</c>.</summary>
    public BuildReport Build(TestSite site) =>
        site.Build(options => Lines("options.txt").Aggregate(options, static (changed, line) => With(changed, line)));

    /// <summary>Applies <c>site/</c> and <c>removed.txt</c> to a site that was built.</summary>
    public void Edit(TestSite site)
    {
        foreach (var path in Files("site"))
        {
            site.WriteBytes(path, File.ReadAllBytes(At("site/" + path)));
        }

        foreach (var path in Lines("removed.txt"))
        {
            File.Delete(site.PathOf(path));
        }
    }

    public void Check(TestSite site, BuildReport report)
    {
        Assert.True(
            Files("expected").Length > 0 || Lines("absent.txt").Length > 0 || File.Exists(At("diagnostics.verified.txt")),
            $"{Name} expects nothing"
        );
        Snapshot.MatchFile(Codes(report), At("diagnostics.verified.txt"));
        foreach (var path in Files("expected"))
        {
            Assert.True(site.Has(path), $"{Name}: {path} is missing");
            CheckText(path, site.Read(path), Lines("expected/" + path));
        }

        Assert.All(Lines("absent.txt"), path => Assert.False(site.Has(path), $"{Name}: {path} must not exist"));
    }

    /// <summary>Compares the files that a second build added, changed or removed with <c>changed.verified.txt</c>.</summary>
    public void CheckChanges(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var changed = before
            .Keys.Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => (path, was: before.GetValueOrDefault(path), now: after.GetValueOrDefault(path)))
            .Where(file => !string.Equals(file.was, file.now, StringComparison.Ordinal))
            .Select(file => $"{(file.was is null ? '+' : file.now is null ? '-' : '~')} {file.path}\n");
        Snapshot.MatchFile(string.Concat(changed), At("changed.verified.txt"));
    }

    /// <summary>One line per diagnostic: <c>content/world/flood.md:3:1 warning SN1201</c>.</summary>
    public static string Codes(BuildReport report) =>
        string.Concat(
            report.Diagnostics.Select(diagnostic =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{diagnostic.At.Path}:{diagnostic.At.Line}:{diagnostic.At.Column} "
                )
                + $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}\n"
            )
        );

    private void CheckText(string path, string text, string[] lines)
    {
        var at = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith(ForbiddenMark, StringComparison.Ordinal))
            {
                Assert.DoesNotContain(line[ForbiddenMark.Length..], text, StringComparison.Ordinal);
                continue;
            }

            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{Name}: {path} lacks '{line}' behind {at}:\n{text}");
            at = found + line.Length;
        }
    }

    private static BuildOptions With(BuildOptions options, string line) =>
        line.Split(": ", 2) switch
        {
            ["drafts"] => options with { Drafts = true },
            ["future"] => options with { Future = true },
            ["as-of", var instant] => options with { AsOf = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) },
            _ => throw new FormatException($"options.txt: '{line}' is no option"),
        };

    private string[] Files(string name)
    {
        var root = At(name);
        return Directory.Exists(root)
            ?
            [
                .. Directory
                    .GetFiles(root, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private string[] Lines(string name) =>
        File.Exists(At(name))
            ? [.. File.ReadLines(At(name)).Select(line => line.Trim()).Where(line => line.Length > 0)]
            : [];
}
