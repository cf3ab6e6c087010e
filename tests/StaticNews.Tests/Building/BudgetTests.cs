using System.Reflection;
using System.Text.Json;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Tests.Cli;
using StaticNews.Tests.Images;

namespace StaticNews.Tests.Building;

/// <summary>What pages weigh, and what is said of one that weighs too much.</summary>
public sealed class BudgetTests : IDisposable
{
    private const string Head = "title: The Test\nbase_url: https://test.example/\nlanguage: en\ntime_zone: Etc/UTC\n";

    private readonly TestSite _site = TestSite.WithConfig(Head + "budgets: { article: 6 kB }\n");

    public BudgetTests()
    {
        _site.Article("news/light.md", "Light", "2020-01-02");
        _site.Article(
            "news/heavy.md",
            "Heavy",
            "2020-01-01",
            "image: { src: gate.png, alt: A gate }",
            "Text.\n\n![The map](map.svg)\n\n![The map again](map.svg)"
        );
        _site.WriteBytes("content/news/gate.png", Padded(ImageHeaderReaderTests.BytesOf("rgb.png"), 9_000));
        _site.WriteBytes(
            "content/news/map.svg",
            Padded("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>"u8, 700)
        );
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_page_over_its_budget_is_named_with_what_weighs()
    {
        var problem = Assert.Single(_site.Build().Diagnostics);

        Assert.Equal(
            ("SN6001", Severity.Warning, "content/news/heavy.md"),
            (problem.Code, problem.Severity, problem.At.Path)
        );
        Assert.Matches(
            @"^'news/2020/01/heavy\.html' has 1[0-9.]+ kB, and 6 kB is the budget of its kind \(article\): style [0-9.]+ kB, text and markup [0-9.]+ k?B; images: news/gate\.png 9 kB, news/map\.svg 700 B$",
            problem.Message
        );
        Assert.Contains("budgets.article", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_again_without_being_rendered_and_fails_a_strict_build()
    {
        var first = _site.Build();
        var second = _site.Build();

        Assert.Equal((0, first.Pages), (second.Rendered, second.Reused));
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        Assert.Equal(first.Weights!.Kinds, second.Weights!.Kinds);
        Assert.Equal(
            (0, 1),
            (CommandRun.Of("build", _site.Root).Status, CommandRun.Of("build", _site.Root, "--strict").Status)
        );
    }

    [Fact]
    public void It_is_said_again_when_the_log_was_rewritten()
    {
        _site.Build();
        var log = _site.PathOf(".staticnews/build.log");
        var (before, length, builds) = (0L, new FileInfo(log).Length, 0);
        do
        {
            Assert.True(++builds < 100, "The log was not rewritten.");
            _site.Article("news/light.md", builds % 2 == 0 ? "Light" : "Night", "2020-01-02");
            _site.Build();
            (before, length) = (length, new FileInfo(log).Length);
        } while (length >= before);

        var second = _site.Build();
        Assert.Equal("SN6001", Assert.Single(second.Diagnostics).Code);
        File.Delete(log);
        Assert.Equal(second.Diagnostics, _site.Build().Diagnostics);
    }

    [Fact]
    public void A_lighter_picture_or_another_limit_tells_otherwise_and_renders_nothing()
    {
        _site.Build();
        _site.WriteBytes("content/news/gate.png", ImageHeaderReaderTests.BytesOf("palette.png"));
        var lighter = _site.Build();
        Assert.Equal(0, lighter.Warnings);

        Config("budgets: { article: 1 kB }");
        var stricter = _site.Build();
        Assert.Equal((0, 2), (stricter.Rendered, stricter.Warnings));

        Config("budgets: { article: 1 MB, front: 500 B }");
        var front = Assert.Single(_site.Build().Diagnostics);
        Assert.Equal(("SN6001", "public/index.html"), (front.Code, front.At.Path));
        Assert.DoesNotContain("pictures", front.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_count_only_where_the_budget_says_so()
    {
        Config("budgets: { article: 6 kB without pictures }");
        Assert.Empty(_site.Build().Diagnostics);

        Config("budgets: { article: 1 kB without pictures }");
        var problem = _site.Build().Diagnostics[0];
        Assert.Contains("without its images", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("gate.png", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_has_a_row_for_each_kind_and_names_how_it_was_weighed()
    {
        var text = CommandRun.Of("build", _site.Root).Output;
        Assert.Contains(
            "\nWeight of a page, HTML in brotli 5, and 11 where that is over the limit:\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\narticle +2( +\d+\.\d\d){5} +6\.00  news/2020/01/heavy\.html\n", text);
        Assert.Matches(@"\nfront +1( +\d+\.\d\d){5} +index\.html\n", text);

        using var json = JsonDocument.Parse(CommandRun.Of("build", _site.Root, "--format", "json").Output);
        var article = json
            .RootElement.GetProperty("weights")
            .GetProperty("kinds")
            .EnumerateArray()
            .Single(kind => kind.GetProperty("kind").GetString() == "article");
        Assert.Equal(
            (2, 6_000, 1),
            (
                article.GetProperty("pages").GetInt32(),
                article.GetProperty("budget_bytes").GetInt32(),
                article.GetProperty("over_budget").GetInt32()
            )
        );
        var (html, whole) = (
            article.GetProperty("html").GetProperty("heaviest_bytes").GetInt32(),
            article.GetProperty("with_pictures").GetProperty("heaviest_bytes").GetInt32()
        );
        Assert.InRange(whole - html, 9_000, 9_700);
    }

    [Fact]
    public void Nothing_is_weighed_unless_asked()
    {
        Config("");
        Assert.Null(_site.Build().Weights);
        Assert.DoesNotContain("Weight", CommandRun.Of("build", _site.Root).Output, StringComparison.Ordinal);

        Config("budgets: {}");
        var asked = _site.Build();
        Assert.Equal((0, 0), (asked.Rendered, asked.Warnings));
        Assert.Contains(asked.Weights!.Kinds, kind => kind.Kind == "article");
    }

    [Fact]
    public void Every_kind_of_page_can_have_a_budget_and_is_weighed()
    {
        _site.Article("news/all.md", "All", "2020-01-03", "tags: [Floods]\nauthors: [Ada]\nseries: Rain\nevent: Storm");
        _site.Write("content/_pages/about.md", "---\ntitle: About\n---\n\nUs.\n");
        Config($"budgets: {{ {string.Join(", ", PageKinds.Names.Select(kind => $"{kind}: 1 MB"))} }}");
        var report = _site.Build();

        Assert.Empty(report.Diagnostics);
        Assert.Equal(PageKinds.Names, report.Weights!.Kinds.Select(kind => kind.Kind));
    }

    [Fact]
    public void A_kind_that_is_none_is_an_error_where_it_stands()
    {
        Config("budgets:\n  artcle: 10 kB");
        var problem = Assert.Single(_site.Build().Diagnostics);

        Assert.Equal(("SN4221", "site.yml", 6, 3), (problem.Code, problem.At.Path, problem.At.Line, problem.At.Column));
        Assert.Contains("did you mean 'article'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_case_for_every_diagnostic() =>
        Assert.Equal(
            [nameof(WeightDiagnostics.PageTooHeavy)],
            typeof(WeightDiagnostics)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.ReturnType == typeof(Diagnostic))
                .Select(method => method.Name)
        );

    private void Config(string more) => _site.Write("site.yml", $"{Head}{more}\n");

    /// <summary>A file of a size that is easy to read; the bytes after the end of an image are ignored.</summary>
    private static byte[] Padded(ReadOnlySpan<byte> file, int length)
    {
        var padded = new byte[length];
        padded.AsSpan().Fill((byte)' ');
        file.CopyTo(padded);
        return padded;
    }
}
