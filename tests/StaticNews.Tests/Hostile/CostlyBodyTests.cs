using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Markdown;
using StaticNews.Tests.Markdown;
using StaticNews.Text;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// What a body costs grows with its length or is ended by its budget, whatever stands in it. Steps are counted, so that
/// these tests say the same on every machine.
/// </summary>
public sealed class CostlyBodyTests
{
    private const int Chars = 50_000;

    private static readonly MarkdownConfig Shortcodes = new(Shortcodes: true);

    public static TheoryData<string> Kinds => [.. CostlyBodies.Kinds.Keys];

    [SlowTheory]
    [MemberData(nameof(Kinds))]
    public void Twice_the_text_takes_twice_the_steps_or_the_budget_ends_it(string kind)
    {
        var (once, _) = Render(CostlyBodies.Kinds[kind](Chars));
        var (twice, body) = Render(CostlyBodies.Kinds[kind](2 * Chars));
        var isLinear = twice.Steps <= 22 * once.Steps / 10;

        // Of a few steps a character it does not matter how they grow: the budget ends them long before anybody waits.
        Assert.True(
            isLinear
                || twice.Steps <= 20 * Chars
                || body.Fault is not null
                || Render(CostlyBodies.Kinds[kind](8 * Chars)).Body.Fault is not null,
            $"{once.Steps}, then {twice.Steps} steps"
        );
    }

    [SlowTheory]
    [MemberData(nameof(Kinds))]
    public void The_page_is_no_longer_than_it_may_be_and_a_feed_says_the_same(string kind)
    {
        var text = CostlyBodies.Kinds[kind](Chars);
        var source = new BodySource(text, Bodies.Path, Bodies.Links);
        var page = Renderer().RenderPage(source);
        var feed = Renderer().RenderFeed(source, "/world/2014/05/flood.html");
        var limits = BodyLimits.Of(text.Length);

        Assert.InRange(page.Lead.Length + page.Rest.Length, 0, limits.Output + (limits.Links * 200));
        if (page.Fault is not null)
        {
            Assert.Equal(page.Lead + page.Rest, feed);
            Assert.Equal(page.Lead + page.Rest, Renderer().RenderBook(source));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_quick_look_never_passes_a_body_that_the_budget_ends(string kind)
    {
        foreach (var chars in (int[])[1_000, 4_000, 16_000, Chars])
        {
            var text = CostlyBodies.Kinds[kind](chars);

            Assert.True(BodyForecast.MayPass(text) || Render(text).Body.Fault is null, $"{chars} characters");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Links_and_excerpt_have_the_same_limits(string kind)
    {
        var text = CostlyBodies.Kinds[kind](Chars);
        var source = new SourceText("content/a.md", text);
        var body = new TextSpan(0, text.Length);

        Assert.InRange(Excerpt.FirstParagraph(source, body, 280).Length, 0, 280);
        Assert.InRange(
            LinkScanner.Scan(source, body, "a.md", Shortcodes, []).Count,
            0,
            BodyLimits.Of(text.Length).Links
        );
    }

    [Theory]
    [InlineData("emphasis within words", BodyLimit.Steps)]
    [InlineData("quotes of nothing", BodyLimit.Output)]
    [InlineData("a wide head over short rows", BodyLimit.Cells)]
    [InlineData("a long title that is used", BodyLimit.References)]
    [InlineData("a long title with an entity that is used", BodyLimit.References)]
    [InlineData("emphasis over paragraphs", BodyLimit.Elements)]
    [InlineData("emphasis and strange end tags", BodyLimit.Nesting)]
    internal void The_limit_that_is_passed_is_told(string kind, BodyLimit limit) =>
        Assert.Equal(limit, Render(CostlyBodies.Kinds[kind](Chars)).Body.Fault?.Limit);

    [Fact]
    public void Twenty_thousand_links_are_as_many_as_a_short_text_may_have() =>
        Assert.Equal(BodyLimit.Links, Render(CostlyBodies.Repeat("[](a.md) ", 9 * 20_001)).Body.Fault?.Limit);

    [Theory]
    [InlineData("links that open", "[a]([a]([a](")]
    [InlineData("titles in double quotes", "[a](b &quot;x [a](b &quot;x")]
    [InlineData("growing runs of backticks", "` a `` a ``` a")]
    [InlineData("comments that open", "&lt;!-- a")]
    [InlineData("colons before pipes", ":|:|:|")]
    public void What_is_no_markup_is_its_text_and_no_limit_is_passed(string kind, string shown)
    {
        var body = Render(CostlyBodies.Kinds[kind](Chars)).Body;

        Assert.Null(body.Fault);
        Assert.Contains(shown, body.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a `b` c", "a <code>b</code> c")]
    [InlineData("``a`b`` `c", "<code>a`b</code> `c")]
    [InlineData("`a ``b` c``", "<code>a ``b</code> c``")]
    [InlineData("[a](b(c(d)e)f \"t\")", "a")]
    [InlineData("[a](#b 'it''s') [c](#d 'x')", "[a](#b 'it''s') <a href=\"#d\" title=\"x\">c</a>")]
    [InlineData("[a](#b \"open [c](#d \"x\")", "[a](#b &quot;open <a href=\"#d\" title=\"x\">c</a>")]
    [InlineData("[a](#b (open [c](#d 'x')", "[a](#b (open <a href=\"#d\" title=\"x\">c</a>")]
    [InlineData("x <!-- a --> y <!-- b", "x  y &lt;!-- b")]
    [InlineData("x <!a@b.example>", "x <a href=\"mailto:!a@b.example\">!a@b.example</a>")]
    public void Markup_beside_what_is_none_is_read_as_ever(string body, string html) =>
        Assert.Equal($"<p>{html}</p>", Bodies.Html(body));

    [Fact]
    public void A_body_past_a_limit_keeps_its_paragraphs_lines_signs_and_shortcodes()
    {
        var rest = CostlyBodies.Repeat("a*", 30_000);
        var body = Render($"One & <two>\n{{{{< x >}}}}\n\n{rest}").Body;

        Assert.Equal($"<p>One &amp; &lt;two&gt;<br />\n{{{{&lt; x &gt;}}}}</p>\n<p>{rest}</p>\n", body.Lead);
        Assert.Equal("", body.Rest);
        Assert.Equal(3 + 1, body.Words);
    }

    [Fact]
    public void Parentheses_in_an_address_may_stand_in_one_another_as_deep_as_in_cmark()
    {
        Assert.Contains("<a ", Bodies.Html(Link(32)), StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", Bodies.Html(Link(33)), StringComparison.Ordinal);

        static string Link(int depth) => $"[a](#{new string('(', depth)}{new string(')', depth)})";
    }

    [Fact]
    public void A_build_that_is_stopped_ends_within_a_body()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var text = CostlyBodies.Kinds["emphasis within words"](Chars);
        var budget = new ParseBudget(BodyLimits.Of(text.Length), stop.Token);

        Assert.Throws<OperationCanceledException>(() =>
            Renderer().RenderPage(new BodySource(text, Bodies.Path, Bodies.Links), budget)
        );
        Assert.InRange(budget.Steps, 0, 200_000);
        Assert.Throws<OperationCanceledException>(() =>
            new ArticleReader(StaticNews.Tests.Content.Reading.Config, stop: stop.Token).Read(
                "a.md",
                System.Text.Encoding.UTF8.GetBytes($"---\ntitle: A\ndate: 2010-01-02\n---\n\n{text}")
            )
        );
    }

    private static (ParseBudget Budget, RenderedBody Body) Render(string text)
    {
        var budget = new ParseBudget(BodyLimits.Of(text.Length));
        return (budget, Renderer().RenderPage(new BodySource(text, Bodies.Path, Bodies.Links), budget));
    }

    private static BodyRenderer Renderer() => new(Shortcodes, Bodies.BaseUrl, new RelatedConfig());
}
