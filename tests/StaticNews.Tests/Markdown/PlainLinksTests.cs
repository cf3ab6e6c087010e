using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Configuration;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Tests.Markdown;

/// <summary>Whatever the short way finds, Markdig finds alike: same targets, same places.</summary>
public sealed class PlainLinksTests
{
    private const string Seed = "20261122,2221";

    [Theory]
    [InlineData("A [b](c.md) d, and ![e](f.png).\n\n> [g](/h/)\n\n- [i](j.md)\n", 4)]
    [InlineData("# A [b](c.md)\r\n\r\n[d] e ] f [g] (h)\r\n", 1)]
    [InlineData("**[b](c.md)** _[d](https://example.org/e)_\n", 2)]
    [InlineData("no link at all\n", 0)]
    public void The_usual_links_are_found_the_short_way(string body, int count)
    {
        var targets = new List<TextSpan>();
        Assert.True(PlainLinks.TryFind(body, targets));
        Assert.Equal(count, targets.Count);
        AssertAlike(body);
    }

    [Theory]
    [InlineData("`[a](b)`")]
    [InlineData("    [a](b)")]
    [InlineData("<p>[a](b)</p>")]
    [InlineData("[a](b \"c\")")]
    [InlineData("[a](b(c))")]
    [InlineData("[a](<b>)")]
    [InlineData("[a\nb](c)")]
    [InlineData("[[a](b)](c)")]
    [InlineData("[a]: b")]
    [InlineData("a | b\n--|--\n[a](b) | c")]
    [InlineData("\\[a](b)")]
    [InlineData("[a](b&amp;c)")]
    [InlineData("[^1](b)")]
    [InlineData("[a]()")]
    public void Anything_else_is_left_to_the_parser(string body) => Assert.False(PlainLinks.TryFind(body, []));

    [Property(MaxTest = 20_000, Replay = Seed)]
    public Property Both_ways_find_the_same_links() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), AssertAlike);

    private static void AssertAlike(string body)
    {
        var targets = new List<TextSpan>();
        if (!PlainLinks.TryFind(body, targets))
        {
            return;
        }

        var document = MarkdownParser.Parse(body, RawHtml.Sanitize, new ParseBudget(BodyLimits.Of(body.Length)));
        Assert.NotNull(document);
        var parsed = LinkScanner
            .LinksIn(document)
            .OrderBy(link => link.Span.Start)
            .Select(link => $"{link.Url} {link.Span}");
        Assert.Equal(parsed, targets.Select(target => $"{body.Substring(target.Start, target.Length)} {target}"));
    }

    private static readonly string[] Pieces =
    [
        "a",
        "word ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "  ",
        "   ",
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "*",
        "**",
        "_",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "!",
        "[x](rain.md)",
        "![x](map.png)",
        "[x](https://a.example/b?c=d#e)",
        "[r]",
        "[^1]",
        "[x][y]",
        "[]",
        "()",
        "---\n",
        "===\n",
        "***\n",
        ":",
        "\"",
        "'",
        "&",
        "&amp;",
        "é",
        "😀",
        "%20",
        ".",
        "/",
        "?",
        "#",
        "~",
        "~~",
        "+ ",
        "=",
        "{",
        "}",
        "[a](b",
        "](c)",
        "[a]",
        "(b)",
        "\u00A0",
        "\u2028",
        "\u0085",
    ];
}
