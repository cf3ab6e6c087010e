using System.Net;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

public sealed class HtmlFunctionTests
{
    [Theory]
    [InlineData("<p>Hello <b>world</b></p>", "Hello world")]
    [InlineData("<a href=\"x>y\" class='c'>link</a> tail", "link tail")]
    [InlineData("a<!-- <b> -->b", "ab")]
    [InlineData("a &amp; b", "a &amp; b")]
    [InlineData("<p\n class=\"x\">a</p>\n<br/>b", "a\nb")]
    [InlineData("a<script>var x = \"<b>\";</script>b<STYLE>p{}</Style>c", "abc")]
    [InlineData("<!doctype html><?xml?>a", "a")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("a <b", "a <b")]
    [InlineData("<p>it's</p><p>on", "it'son")]
    [InlineData("<a title=\"open>x</a>", "x")]
    [InlineData("<script>never closed", "never closed")]
    [InlineData("<!-- never closed", "<!-- never closed")]
    [InlineData("<", "<")]
    [InlineData("<>", "<>")]
    [InlineData("", "")]
    public void Tags_are_taken_out(string html, string expected) =>
        Assert.Equal(expected, FunctionCall.Print("html.strip", html));

    [Theory]
    [InlineData("<a ")]
    [InlineData("<!-- ")]
    [InlineData("<script>")]
    [InlineData("<style></a>")]
    [InlineData("<a='")]
    [InlineData("<a=\"'>")]
    public async Task Stripping_hostile_text_searches_no_place_again_and_again(string part)
    {
        var html = new StringBuilder().Insert(0, part, 200_000).ToString();
        await Task.Run(() => HtmlTags.Strip(html)).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("The \"big\" <day> it's", "The &quot;big&quot; &lt;day&gt; it&#39;s")]
    [InlineData("café — “q” 日本 😀", "café — “q” 日本 😀")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Text_is_escaped_where_markup_needs_it_and_nowhere_else(string text, string expected) =>
        Assert.Equal(expected, FunctionCall.Print("html.escape", text));

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_the_replacement_character()
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal) { ["half"] = "\ud83d" };
        Assert.Equal(
            "\ufffd|\ufffd",
            new TemplateRun(("page", "{{ half }}|{{ half | html.escape }}")).Write(model, null)
        );
        Assert.Equal("%EF%BF%BD", FunctionCall.Print("html.url_escape", "\ud83d"));
    }

    [Fact]
    public void Escaping_any_text_is_undone_by_the_framework_and_writing_escapes_alike()
    {
        var random = new Random(7);
        var output = new Utf8Output();
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([
                .. Enumerable
                    .Range(0, random.Next(0, 12))
                    .Select(_ => (char)random.Next(32, random.Next(2) == 0 ? 300 : 0xD800)),
            ]);
            var escaped = FunctionCall.Print("html.escape", text);
            Assert.Equal(text, WebUtility.HtmlDecode(escaped));
            Assert.Equal(-1, escaped.AsSpan().IndexOfAny("<>\"'"));
            output.Reset(long.MaxValue);
            output.WriteEscaped(text);
            Assert.Equal(escaped, Encoding.UTF8.GetString(output.Written));
        }
    }

    [Theory]
    [InlineData("html.newline_to_br", "a\nb\r\nc\rd", "a<br />\nb<br />\r\nc<br />\rd")]
    [InlineData("html.newline_to_br", "<b>\n", "&lt;b&gt;<br />\n")]
    [InlineData("html.strip", null, "")]
    [InlineData("html.escape", null, "")]
    [InlineData("html.newline_to_br", null, "")]
    public void A_text_becomes(string function, string? text, string expected) =>
        Assert.Equal(expected, FunctionCall.Print(function, text));
}
