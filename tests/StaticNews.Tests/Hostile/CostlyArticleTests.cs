using System.Text;
using System.Xml.Linq;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// An article that would cost too much is shown as plain text everywhere, told with its place, and costs no other.
/// </summary>
public sealed class CostlyArticleTests : IDisposable
{
    private const string FrontMatter = "---\ntitle: A\ndate: 2010-01-02\n---\n\n";

    private readonly HostileArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("emphasis within words", "SN1507")]
    [InlineData("quotes of nothing", "SN1508")]
    [InlineData("a wide head over short rows", "SN1509")]
    [InlineData("a long title that is used", "SN1510")]
    [InlineData("emphasis over paragraphs", "SN1512")]
    [InlineData("emphasis and strange end tags", "SN1513")]
    public void An_article_past_a_limit_is_published_as_plain_text_and_told(string kind, string code)
    {
        _archive.Site.Write(
            "content/news/bad.md",
            $"{FrontMatter}First *words*.\n\n{CostlyBodies.Kinds[kind](50_000)}\n\nLast *words*.\n"
        );
        var first = _archive.Build();
        var second = _archive.Build();

        var told = Assert.Single(first.Diagnostics);
        Assert.Equal((code, Severity.Warning, "content/news/bad.md"), (told.Code, told.Severity, told.At.Path));
        Assert.True(told.At.Line >= 6);
        Assert.Contains("<p>First *words*.</p>", _archive.BadPage, StringComparison.Ordinal);
        Assert.Contains("<p>Last *words*.</p>", _archive.BadPage, StringComparison.Ordinal);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        Assert.Equal(0, second.Written);
    }

    [Fact]
    public void Too_many_links_are_told()
    {
        _archive.BuildWith($"{FrontMatter}{CostlyBodies.Repeat("[a](#a) ", 8 * 20_001)}\n", "6:160001 SN1511");
    }

    [Fact]
    public void Page_feed_text_edition_book_and_lists_show_the_same()
    {
        var site = _archive.Site;
        site.Write(
            "site.yml",
            File.ReadAllText(site.PathOf("site.yml"))
                + "\nfeeds: { content: full }\nlite: true\noffline: { books: true }\n"
        );
        site.Write(
            "content/news/bad.md",
            $"{FrontMatter}One *word* & {{{{< x >}}}}\nline.\n\n{CostlyBodies.Repeat("a*", 30_000)}\n"
        );
        _archive.Build();

        const string paragraph = "<p>One *word* &amp; {{&lt; x &gt;}}<br />\nline.</p>";
        Assert.Contains(paragraph, _archive.BadPage, StringComparison.Ordinal);
        Assert.Contains(
            "One *word* &amp; {{&lt; x &gt;}} line.",
            site.Read("news/index.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "One *word* &amp; {{&lt; x &gt;}}",
            site.Read("lite/news/2010/01/bad.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            XDocument.Parse(site.Read("feed.xml")).Descendants(),
            element =>
                element.Name.LocalName == "encoded" && element.Value.Contains(paragraph, StringComparison.Ordinal)
        );
    }

    [SlowTheory]
    [InlineData("_pages/about.md", "about.html")]
    [InlineData("news/_index.md", "news/index.html")]
    public void A_text_that_is_no_article_has_the_same_limits(string source, string page)
    {
        _archive.Site.Write(
            "content/" + source,
            $"---\ntitle: About\n---\n\nFirst *words*.\n\n{CostlyBodies.Repeat("a*", 30_000)}\n"
        );
        var report = _archive.Build();

        Assert.Equal([$"content/{source}:7:15570 SN1507"], TestSite.Codes(report));
        Assert.Contains("First *words*.", _archive.Site.Read(page), StringComparison.Ordinal);
        Assert.Equal(report.Diagnostics, _archive.Build().Diagnostics);
    }

    [SlowFact]
    public void All_kinds_at_once_cost_no_article()
    {
        var kinds = CostlyBodies.Kinds.ToList();
        for (var i = 0; i < kinds.Count; i++)
        {
            _archive.Site.Article(
                $"news/kind-{i}.md",
                kinds[i].Key,
                "2010-01-02",
                body: new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(kinds[i].Value(4_000)))
            );
        }

        var report = _archive.Build();

        Assert.True(report.IsBuilt);
        Assert.Equal(kinds.Count + 1, report.Articles);
        Assert.All(
            Enumerable.Range(0, kinds.Count),
            i => Assert.True(_archive.Site.Has($"news/2010/01/kind-{i}.html"), kinds[i].Key)
        );
    }

    [Fact]
    public void A_page_that_the_memory_does_not_suffice_for_is_told_and_costs_no_other()
    {
        var worker = new PageWorker(null!, new NoArticles(), null!);

        Assert.False(worker.Render(new HungryJob("content-of-no-end.html")));
        Assert.Equal(("SN5012", "content-of-no-end.html"), (worker.Problems[0].Code, worker.Problems[0].At.Path));
        Assert.Equal(0, worker.Output.WrittenCount);
    }

    private sealed class NoArticles : IArticleSource
    {
        public Article? Load(ArticleSummary summary, List<Diagnostic> problems) => null;

        public void EndWork()
        {
            // Nothing was loaded.
        }
    }

    /// <summary>Takes what there is, and more.</summary>
    private sealed class HungryJob(string path) : PageJob(path)
    {
        public override ChangeReason Subject => ChangeReason.EditedArticle;

        public override bool Make(PageInputs inputs)
        {
            inputs.Worker!.Output.GetSpan(1);
            inputs.Worker.Output.Advance(1);

            // Longer than any array may be: the runtime refuses it as it refuses what the memory does not hold.
            return new byte[int.MaxValue].Length == 0;
        }
    }
}
