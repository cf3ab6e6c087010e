using System.Globalization;
using Xunit.Abstractions;

namespace StaticNews.Tests.Building;

/// <summary>
/// The promise to archives: one article changes few files, and an incremental build gives what a clean one would.
/// </summary>
public sealed class BoundedChangeTests(ITestOutputHelper output)
{
    private static readonly DateTime Start = new(2012, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_new_article_in_an_archive_of_six_hundred_changes_at_most_forty_files()
    {
        var archive = SixHundred();
        using var site = TestSite.WithConfig(GeneratedArchive.Config(pagerSize: 30));
        archive.WriteTo(site);
        Assert.Empty(site.Build().Diagnostics);
        var before = site.Snapshot();

        var newest = archive.Add(Start.AddDays(600 * 3));
        site.Write(GeneratedArchive.PathOf(newest), archive.TextOf(newest));
        var report = site.Build();
        var changed = Changed(before, site.Snapshot());

        output.WriteLine(
            string.Join(
                '\n',
                changed
                    .GroupBy(Group)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{group.Key} ({group.Count()}): {string.Join(' ', group)}"
                        )
                    )
            )
        );
        Assert.Equal(changed.Count, report.Written);
        Assert.InRange(changed.Count, 1, 40);
        Assert.Equal(0, report.Removed);
        Assert.Equal(0, site.Build().Written);
    }

    [Fact]
    public void A_new_last_paragraph_changes_the_articles_page_and_the_feeds_that_carry_it()
    {
        var archive = SixHundred();
        using var site = TestSite.WithConfig(GeneratedArchive.Config(pagerSize: 30));
        archive.WriteTo(site);
        site.Build();
        var before = site.Snapshot();

        var newest = archive.Numbers.Max();
        archive[newest] = archive[newest] with { LastParagraph = "Another end." };
        site.Write(GeneratedArchive.PathOf(newest), archive.TextOf(newest));
        site.Build();
        var draft = archive[newest];
        var page =
            $"{draft.Section}/{draft.Date.ToString("yyyy/MM", CultureInfo.InvariantCulture)}/report-{newest:0000}.html";
        string[] expected =
        [
            page,
            "lite/" + page,
            "feed.xml",
            $"{draft.Section}/feed.xml",
            .. draft.Tags.Select(tag => $"tags/{tag.Replace(' ', '-').ToLowerInvariant()}/feed.xml"),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), Changed(before, site.Snapshot()));
    }

    [SlowFact]
    public void After_any_edit_the_incremental_output_is_that_of_a_clean_build()
    {
        var archive = new GeneratedArchive(seed: 2026);
        for (var i = 0; i < 60; i++)
        {
            archive.Add(Start.AddDays(i * 5));
        }

        using var site = TestSite.WithConfig(GeneratedArchive.Config(pagerSize: 4));
        archive.WriteTo(site);
        site.Build();
        for (var step = 0; step < 25; step++)
        {
            var edit = Edit(archive, site);
            archive.WriteTo(site);
            var report = site.Build();
            Assert.Equal(0, report.Errors);

            using var clean = TestSite.WithConfig(GeneratedArchive.Config(pagerSize: 4));
            archive.WriteTo(clean);
            clean.Build();
            var differing = Changed(clean.Snapshot(), site.Snapshot());
            Assert.True(differing.Count == 0, $"step {step}, {edit}: {string.Join(' ', differing)}");
        }
    }

    private static GeneratedArchive SixHundred()
    {
        var archive = new GeneratedArchive(7);
        for (var i = 0; i < 600; i++)
        {
            archive.Add(Start.AddDays(i * 3));
        }

        return archive;
    }

    /// <summary>One change as an editor would make it, in the drafts; a deletion also on disk.</summary>
    private static string Edit(GeneratedArchive archive, TestSite site)
    {
        var number = archive.AnyNumber();
        var draft = archive[number];
        switch (archive.Roll(8))
        {
            case 0:
                archive[number] = draft with { LastParagraph = $"Edited: {archive.Word()}." };
                return $"body of {number}";
            case 1:
                archive[number] = draft with { Title = $"New title {archive.Word()}" };
                return $"title of {number}";
            case 2:
                archive[number] = draft with { Tags = archive.Tags() };
                return $"tags of {number}";
            case 3:
                archive[number] = draft with { Status = draft.Status == "published" ? "retracted" : "published" };
                return $"status of {number}";
            case 4:
                archive.Remove(number);
                File.Delete(site.PathOf(GeneratedArchive.PathOf(number)));
                return $"deletion of {number}";
            case 5:
                archive[number] = draft with { Section = $"s{archive.Roll(8)}", Series = $"Series {archive.Roll(4)}" };
                return $"section of {number}";
            case 6:
                archive[number] = draft with { Date = draft.Date.AddDays(archive.Roll(60) - 30) };
                return $"date of {number}";
            default:
                return $"addition of {archive.Add(Start.AddDays(archive.Roll(400)).AddMinutes(1))}";
        }
    }

    /// <summary>New, gone, or with other bytes.</summary>
    private static List<string> Changed(
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after
    ) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal),
        ];

    private static string Group(string path) =>
        path.Split('/') switch
        {
            [var file] => file.EndsWith(".xml", StringComparison.Ordinal) ? "feed or sitemap" : "front page",
            [.., "feed.xml"] => "feed or sitemap",
            ["sitemaps", ..] => "feed or sitemap",
            ["tags" or "authors" or "archive" or "series", ..] => "list",
            [_, "index.html"] or [_, "page", _] => "list",
            _ => "article",
        };
}
