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
    public void Tags_are_taken_out(string html, string expected) => Assert.Equal(expected, FunctionCall.Print("html.strip", html));

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
    [InlineData("café — “q” 日本 😀", "caf&#233; — “q” 日本 &#128512;")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("plain", "plain")]
    public void Text_is_escaped(string text, string expected) => Assert.Equal(expected, FunctionCall.Print("html.escape", text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("\ufffd|", FunctionCall.Print("html.escape", "\ud83d|"));
        Assert.Equal("%EF%BF%BD", FunctionCall.Print("html.url_escape", "\ud83d"));
    }

    [Fact]
    public void Escaping_agrees_with_the_framework_on_any_text_and_so_does_writing()
    {
        var random = new Random(7);
        var output = new Utf8Output();
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => (char)random.Next(32, random.Next(2) == 0 ? 300 : 0x10000))]);
            var expected = WebUtility.HtmlEncode(text);
            Assert.Equal(expected, FunctionCall.Print("html.escape", text));
            output.Reset(tracksLines: false, long.MaxValue);
            FunctionCall.Find("html.escape").Writer!(new RenderState(), [Value.Of(text)], output);
            Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
        }
    }

    [Theory]
    [InlineData("html.newline_to_br", "a\nb\r\nc\rd", "a<br />\nb<br />\r\nc<br />\rd")]
    [InlineData("html.url_encode", "john@liquid.com", "john%40liquid.com")]
    [InlineData("html.url_encode", "AZaz09-_.~ +%é😀", "AZaz09-_.~%20%2B%25%C3%A9%F0%9F%98%80")]
    [InlineData("html.url_escape", "<hello> & <scriban>", "%3Chello%3E%20&%20%3Cscriban%3E")]
    [InlineData("html.url_escape", "/a[1]{2}|^`<>", "/a[1]%7B2%7D%7C%5E%60%3C%3E")]
    [InlineData("html.strip", null, "")]
    [InlineData("html.escape", null, "")]
    [InlineData("html.newline_to_br", null, "")]
    public void A_text_becomes(string function, string? text, string expected) => Assert.Equal(expected, FunctionCall.Print(function, text));
}
