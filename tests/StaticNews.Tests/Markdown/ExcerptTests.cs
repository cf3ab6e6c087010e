using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Tests.Markdown;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n\n \t\n", "")]
    [InlineData("One **bold** and _quiet_ `word`.\n\nTwo.", "One bold and quiet word.")]
    [InlineData("# Heading\n\nText.", "Text.")]
    [InlineData("Heading\n=======\n\nText.", "Text.")]
    [InlineData("![A map](map.png)\n\nText.", "Text.")]
    [InlineData("{{< img src=\"map\" alt=\"A map\" >}}\n\nText.", "Text.")]
    [InlineData("{{< note >}}Mind the gap.{{< /note >}}", "Mind the gap.")]
    [InlineData("<div>Raw</div>\n\nText.", "Text.")]
    [InlineData("<!-- more -->\n\nText.", "Text.")]
    [InlineData("- one\n- two\n\nText.", "Text.")]
    [InlineData("> Quote\n\nText.", "Text.")]
    [InlineData("- one\n- two", "one")]
    [InlineData("> Quote", "Quote")]
    [InlineData("<p>Raw &amp; <b>bold</b></p>", "Raw & bold")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("Fish &amp; chips &copy; 2014 &#8217;", "Fish & chips © 2014 ’")]
    [InlineData("One\ntwo  \nthree\\\nfour\u00A0five", "One two three four five")]
    [InlineData("One\r\ntwo\r\n\r\nthree", "One two")]
    [InlineData("A [link](x.md \"Title\") and <https://a.example/>.", "A link and https://a.example/.")]
    [InlineData("A note[^1] here.\n\n[^1]: Small print.", "A note here.")]
    [InlineData("2 < 3 <b>true</b><br>yes", "2 < 3 true yes")]
    [InlineData("Nul\u0001 and bell\u0007.", "Nul and bell.")]
    [InlineData("| a | b |\n|---|---|\n| c | d |\n\nText.", "Text.")]
    [InlineData("```\ncode\n```\n\nText.", "Text.")]
    public void Gives_the_words_of_the_first_paragraph(string body, string expected) =>
        Assert.Equal(expected, FirstParagraph(body, 300));

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one two, three", 10, "one two…")]
    [InlineData("abcdefghij", 5, "abcd…")]
    [InlineData("ab😀cdefgh", 4, "ab…")]
    [InlineData("word", 1, "…")]
    public void Cuts_at_a_word(string body, int maxChars, string expected) =>
        Assert.Equal(expected, FirstParagraph(body, maxChars));

    [Fact]
    public void Finds_a_definition_that_stands_at_the_end_of_a_long_body()
    {
        var body =
            "See [the map][m].\n\n" + string.Concat(Enumerable.Repeat("More of it.\n\n", 5_000)) + "  [m]: map.png\n";

        Assert.Equal("See the map.", FirstParagraph(body, 100));
    }

    [Fact]
    public void Looks_past_a_long_list() =>
        Assert.Equal("Text.", FirstParagraph(string.Concat(Enumerable.Repeat("- item\n", 2_000)) + "\nText.", 100));

    [Fact]
    public void Ends_on_a_paragraph_of_twenty_million_characters() =>
        Assert.Equal(100, FirstParagraph(new string('x', 20_000_000), 100).Length);

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    public void Ends_on_deep_nesting(string unit) =>
        Assert.True(FirstParagraph(string.Concat(Enumerable.Repeat(unit, 10_000)) + "x", 100).Length <= 100);

    private static string FirstParagraph(string body, int maxChars)
    {
        const string FrontMatter = "---\ntitle: Not this\n---\n";
        var source = new SourceText("content/a.md", FrontMatter + body);
        return Excerpt.FirstParagraph(source, new TextSpan(FrontMatter.Length, body.Length), maxChars);
    }
}
