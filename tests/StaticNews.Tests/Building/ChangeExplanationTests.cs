using System.Globalization;
using StaticNews.Building;
using StaticNews.Pages;

namespace StaticNews.Tests.Building;

/// <summary>
/// What <c>build --explain-change</c> says of an edit is what the disk says, and no more changed than must.
/// </summary>
public sealed class ChangeExplanationTests : IDisposable
{
    private const int PagerSize = 30;

    private static readonly DateTime Start = new(2012, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly TestSite _site = TestSite.WithConfig(GeneratedArchive.Config(PagerSize));
    private readonly GeneratedArchive _archive = new(seed: 11);

    public ChangeExplanationTests()
    {
        for (var i = 0; i < 60; i++)
        {
            _archive.Add(Start.AddDays(i * 5));
        }

        _archive.WriteTo(_site);
    }

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(59)]
    public void Another_body_rerenders_the_articles_page_and_the_feeds_that_carry_it_and_nothing_else(int number)
    {
        _site.Build();
        _archive[number] = _archive[number] with { LastParagraph = "Another end." };
        var (report, changed) = Rebuild(number);

        Assert.Equal([PageOf(number)], Files(report, ChangeReason.EditedArticle));
        Assert.Equal(FeedsWith(number), Files(report, ChangeReason.Feed));
        Assert.Equal(["lite/" + PageOf(number)], Files(report, ChangeReason.TextEdition));
        Assert.Equal(3, report.Change.Count);
        Assert.Equal(changed.Count, report.Rendered);
    }

    [Fact]
    public void A_new_article_changes_its_page_its_lists_its_month_its_feeds_and_a_few_neighbours()
    {
        _site.Build();
        var number = _archive.Add(Start.AddDays(298));
        _archive[number] = _archive[number] with
        {
            Tags = TagsOnAtLeast(2),
            Author = _archive[40].Author,
            Series = null,
        };
        var (report, _) = Rebuild(number);

        Assert.Equal([PageOf(number)], Files(report, ChangeReason.NewArticle));
        AssertListsOf(number, report);
        Assert.Empty(Files(report, ChangeReason.PlacedArticle));
        string[] neighbours =
        [
            .. Files(report, ChangeReason.RelatedList),
            .. Files(report, ChangeReason.NeighbourLink),
        ];
        Assert.Contains(PageOf(InSectionBefore(number)), neighbours);
        Assert.InRange(neighbours.Length, 2, 10);
        Assert.All(neighbours, page => Assert.Contains(PageOf(number), _site.Read(page), StringComparison.Ordinal));
        Assert.Empty(Files(report, ChangeReason.SameTime));
        Assert.Empty(Files(report, ChangeReason.Removed));
    }

    [Fact]
    public void A_tag_that_gets_a_page_is_linked_from_the_article_that_had_it_already()
    {
        _archive[20] = _archive[20] with { Tags = ["Rivers"] };
        _archive.WriteTo(_site);
        _site.Build();
        var number = _archive.Add(Start.AddDays(298));
        _archive[number] = _archive[number] with { Tags = ["Rivers"], Series = null };
        var (report, _) = Rebuild(number);

        Assert.Equal([PageOf(20)], Files(report, ChangeReason.PlacedArticle));
        Assert.Equal(["tags/rivers/index.html"], Files(report, ChangeReason.TagList));
        Assert.Contains("sitemaps/pages.xml", Files(report, ChangeReason.SitemapPart));
    }

    [Fact]
    public void A_retracted_article_changes_its_notice_and_the_lists_that_it_leaves()
    {
        const int Number = 50;
        _site.Build();
        var feeds = FeedsWith(Number);
        _archive[Number] = _archive[Number] with { Status = "retracted" };
        var (report, _) = Rebuild(Number);

        Assert.Equal([PageOf(Number)], Files(report, ChangeReason.EditedArticle));
        Assert.Equal(feeds, Files(report, ChangeReason.Feed));
        AssertListsOf(Number, report);
        Assert.Empty(FeedsWith(Number));
    }

    [Fact]
    public void A_deleted_article_is_removed_with_what_only_it_filled()
    {
        const int Number = 59;
        var draft = _archive[Number];
        _archive[Number] = draft with { Date = new DateTime(2014, 6, 1, 8, 0, 0, DateTimeKind.Utc) };
        _archive.WriteTo(_site);
        _site.Build();
        var page = PageOf(Number);
        File.Delete(_site.PathOf(GeneratedArchive.PathOf(Number)));
        var (report, changed) = Rebuild();

        var removed = Files(report, ChangeReason.Removed);
        Assert.Equal(report.Removed, removed.Length);
        Assert.Subset(
            removed.ToHashSet(),
            new HashSet<string> { page, "archive/2014/06.html", "archive/2014/index.html", "sitemaps/2014-06.xml" }
        );
        Assert.Equal(removed, changed.Where(path => !_site.Has(path)));
    }

    [Fact]
    public void The_first_build_is_one_group_and_names_the_same_few_files_whoever_comes_first()
    {
        var one = _site.Build(options => options with { ExplainChange = true, Jobs = 1, Output = _site.PathOf("one") });
        var many = _site.Build(options =>
            options with
            {
                ExplainChange = true,
                Jobs = 8,
                Output = _site.PathOf("many"),
            }
        );

        foreach (var (report, folder) in new[] { (one, "one"), (many, "many") })
        {
            var group = Assert.Single(report.Change);
            Assert.Equal(ChangeReasons.Describe(ChangeReason.FirstBuild), group.Reason);
            Assert.Equal(report.Written, group.Count);
            Assert.Equal(_site.Snapshot(_site.PathOf(folder)).Keys.Take(10), group.Files);
        }
    }

    [Fact]
    public void Every_page_with_a_new_template_or_title_of_the_site_is_in_one_group()
    {
        _site.Build();
        _site.Write("templates/month.sbn-html", "<!doctype html><title>{{ heading }}</title>");
        var (report, _) = Rebuild();
        Assert.Equal(
            [ChangeReasons.Describe(ChangeReason.HostHeaders), ChangeReasons.Describe(ChangeReason.Template)],
            report.Change.Select(group => group.Reason)
        );

        _site.Write(
            "site.yml",
            GeneratedArchive.Config(PagerSize).Replace("Generated", "Other", StringComparison.Ordinal)
        );
        report = _site.Build(Explained);
        var group = Assert.Single(report.Change);
        Assert.Equal((ChangeReasons.Describe(ChangeReason.Site), report.Written), (group.Reason, group.Count));
    }

    [Fact]
    public void A_list_page_that_closes_in_the_place_of_a_redirect_is_a_section_list()
    {
        const int Size = 2;
        using var site = TestSite.WithConfig(GeneratedArchive.Config(Size));
        for (var day = 1; day <= 5; day++)
        {
            site.Article($"s0/day-{day}.md", $"Day {day}", $"2020-01-0{day}");
        }

        site.Build();
        site.Article("s0/day-6.md", "Day 6", "2020-01-06");
        var report = site.Build(Explained);

        Assert.Contains("s0/page/2.html", Files(report, ChangeReason.SectionList));
        Assert.Equal(["s0/page/3.html"], Files(report, ChangeReason.Redirect));
        Assert.Empty(Files(report, ChangeReason.Template));
    }

    [Fact]
    public void A_lost_file_is_restored_and_a_new_picture_is_an_asset()
    {
        _site.Build();
        File.Delete(Path.Combine(_site.Output, "feed.xml"));
        _site.WriteBytes("content/_assets/logo.svg", "<svg/>"u8.ToArray());
        var report = _site.Build(Explained);

        Assert.Equal(["feed.xml"], Files(report, ChangeReason.Restored));
        Assert.Equal(["assets/logo.svg"], Files(report, ChangeReason.Asset));
        Assert.Equal(2, report.Change.Count);
    }

    [Fact]
    public void Who_does_not_ask_is_told_counts_and_nothing_else()
    {
        var report = _site.Build();

        Assert.Empty(report.Change);
        Assert.True(report.Written > 60);
        Assert.Empty(_site.Build(Explained).Change);
    }

    private static BuildOptions Explained(BuildOptions options) => options with { ExplainChange = true };

    /// <summary>
    /// Writes one draft and builds; the groups must be what the disk shows: as many files, and no others.
    /// </summary>
    private (BuildReport Report, List<string> Changed) Rebuild(int? number = null)
    {
        var before = _site.Snapshot();
        if (number is { } edited)
        {
            _site.Write(GeneratedArchive.PathOf(edited), _archive.TextOf(edited));
        }

        var report = _site.Build(Explained);
        var after = _site.Snapshot();
        List<string> changed =
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(changed.Count, report.Written + report.Removed);
        Assert.Equal(changed.Count, report.Change.Sum(group => group.Count));
        Assert.Subset(changed.ToHashSet(), report.Change.SelectMany(group => group.Files).ToHashSet());
        Assert.All(report.Change, group => Assert.Equal(Math.Min(group.Count, 10), group.Files.Count));
        return (report, changed);
    }

    /// <summary>
    /// The lists, months, feeds and maps that may change with one article that has come or gone, and no other.
    /// </summary>
    private void AssertListsOf(int number, BuildReport report)
    {
        var draft = _archive[number];
        var month = draft.Date.ToString("yyyy'/'MM", CultureInfo.InvariantCulture);
        string[] tags = [.. draft.Tags.Select(tag => $"tags/{SlugOf(tag)}")];
        Assert.Equal(["index.html"], Files(report, ChangeReason.FrontPage));
        Assert.Equal([$"{draft.Section}/index.html"], Files(report, ChangeReason.SectionList));
        Assert.Equal(
            tags.Select(tag => $"{tag}/index.html").Order(StringComparer.Ordinal),
            Files(report, ChangeReason.TagList)
        );
        Assert.Equal([$"authors/{SlugOf(draft.Author)}/index.html"], Files(report, ChangeReason.AuthorList));
        Assert.Equal(
            [$"archive/{month}.html", $"archive/{month[..4]}/index.html", "archive/index.html"],
            Files(report, ChangeReason.Calendar)
        );
        Assert.Equal(["authors/index.html", "tags/index.html"], Files(report, ChangeReason.TopicIndex));
        Assert.Equal(
            ((string[])["feed.xml", $"{draft.Section}/feed.xml", .. tags.Select(tag => $"{tag}/feed.xml")]).Order(
                StringComparer.Ordinal
            ),
            Files(report, ChangeReason.Feed)
        );
        Assert.Equal(
            [$"sitemaps/{month.Replace('/', '-')}.xml"],
            Files(report, ChangeReason.SitemapPart).Except(["sitemap.xml"])
        );
        Assert.Empty(Files(report, ChangeReason.Template));
        Assert.Empty(Files(report, ChangeReason.Site));
        Assert.Empty(Files(report, ChangeReason.Restored));
    }

    /// <summary>The first two such tags by name: they have pages.</summary>
    private string[] TagsOnAtLeast(int articles) =>
        [
            .. _archive
                .Numbers.SelectMany(number => _archive[number].Tags)
                .GroupBy(tag => tag, StringComparer.Ordinal)
                .Where(group => group.Count() >= articles)
                .Select(group => group.Key)
                .Order(StringComparer.Ordinal)
                .Take(2),
        ];

    private int InSectionBefore(int number) =>
        _archive
            .Numbers.Where(other =>
                _archive[other].Section == _archive[number].Section && _archive[other].Date < _archive[number].Date
            )
            .MaxBy(other => _archive[other].Date);

    private string[] FeedsWith(int number) =>
        [
            .. _site
                .Snapshot()
                .Keys.Where(path =>
                    path.EndsWith("feed.xml", StringComparison.Ordinal)
                    && _site.Read(path).Contains($"{PageOf(number)}<", StringComparison.Ordinal)
                ),
        ];

    private string PageOf(int number)
    {
        var draft = _archive[number];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draft.Section}/{draft.Date:yyyy'/'MM}/report-{number:0000}.html"
        );
    }

    private static string SlugOf(string name) => name.Replace(' ', '-').ToLowerInvariant();

    private static string[] Files(BuildReport report, ChangeReason reason) =>
        [
            .. report
                .Change.Where(group => group.Reason == ChangeReasons.Describe(reason))
                .SelectMany(group => group.Files),
        ];
}
