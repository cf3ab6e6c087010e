using FsCheck.Xunit;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("", "")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("What&#8217;s &mdash; &#x201C;new&#x201D;", "What’s — “new”")]
    [InlineData("It&#146;s 1998 &#150; again", "It’s 1998 – again")]
    [InlineData("AT&T &unknown; &", "AT&T &unknown; &")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("<strong>Nearly</strong> <EM class=\"x\">half</EM>", "Nearly half")]
    [InlineData("One<br/>two<br>three", "One two three")]
    [InlineData("5 < 7 and 7 > 5", "5 < 7 and 7 > 5")]
    [InlineData("a <b", "a <b")]
    [InlineData("  two\n lines\t here ", "two lines here")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("moon 🌕", "moon 🌕")]
    [InlineData("a\u200Fb", "a\u200Fb")]
    public void Gives_what_people_read(string written, string expected)
    {
        Assert.Equal(expected, PlainText.Of(written, out var controls));
        Assert.Equal(0, controls);
    }

    [Theory]
    [InlineData("a\u001Bb", "ab", 1)]
    [InlineData("a\u0000\u0008b\u007F", "ab", 3)]
    [InlineData("a&#0;b&#1;", "ab", 2)]
    [InlineData("\uFFFEx\uFFFF", "x", 2)]
    public void Takes_out_what_XML_cannot_hold(string written, string expected, int removed)
    {
        Assert.Equal(expected, PlainText.Of(written, out var controls));
        Assert.Equal(removed, controls);
    }

    [Property]
    public bool Never_throws_and_never_keeps_controls(string? written)
    {
        var plain = PlainText.Of(written ?? "", out _);
        return !plain.Any(char.IsControl);
    }
}
