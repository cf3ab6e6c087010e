using System.Text;
using StaticNews.Configuration;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class UrlPathTests
{
    private static readonly BaseUrl Site = new("https://test.example", "/p%C3%A9/");

    [Theory]
    [InlineData("/world/2014/05/flood.html", "/world/2014/05/flood.html")]
    [InlineData("/w/pic #2.jpg", "/w/pic%20%232.jpg")]
    [InlineData("/w/50%25.jpg", "/w/50%2525.jpg")]
    [InlineData("/w/100%.jpg", "/w/100%25.jpg")]
    [InlineData("/w/what?.jpg", "/w/what%3F.jpg")]
    [InlineData("/w/a&b+c=d;e@f$g!h*(i).jpg", "/w/a&b+c=d;e@f$g!h*(i).jpg")]
    [InlineData("/w/it's \"so\".jpg", "/w/it%27s%20%22so%22.jpg")]
    [InlineData("/w/a,b[1]{2}|^`\\<>.jpg", "/w/a%2Cb%5B1%5D%7B2%7D%7C%5E%60%5C%3C%3E.jpg")]
    [InlineData("/w/a\u0001\u007f\u0085.jpg", "/w/a%01%7F%C2%85.jpg")]
    [InlineData("/w/a\u00a0b\u3000c\u2028d\u202ee.jpg", "/w/a%C2%A0b%E3%80%80c%E2%80%A8d%E2%80%AEe.jpg")]
    [InlineData("/w/\u00e9 e\u0301 水 🌊 می\u200cخواهم.jpg", "/w/\u00e9%20e\u0301%20水%20🌊%20می\u200cخواهم.jpg")]
    public void What_a_url_would_read_as_something_else_is_encoded_once(string path, string url)
    {
        Assert.Equal(url, UrlPath.Encode(path));
        Assert.Equal(path, UrlPath.Decode(url));
        Assert.Equal("/p%C3%A9" + url, Site.Href(path));
        Assert.Equal("https://test.example/p%C3%A9" + url, Site.Absolute(path));
    }

    [Fact]
    public void Every_path_comes_back_also_from_ascii()
    {
        var random = new Random(14);
        for (var round = 0; round < 2_000; round++)
        {
            var path = new StringBuilder("/");
            for (var i = random.Next(12); i >= 0; i--)
            {
                path.Append(
                    new Rune(
                        random.Next(3) switch
                        {
                            0 => random.Next(1, 0x80),
                            1 => random.Next(0x80, 0xD800),
                            _ => random.Next(0xE000, 0x11000),
                        }
                    )
                );
            }

            var encoded = UrlPath.Encode(path.ToString());
            Assert.Equal(path.ToString(), UrlPath.Decode(encoded));
            Assert.DoesNotContain(encoded, static c => " \"#?'<>\\,".Contains(c, StringComparison.Ordinal));
            Assert.True(Ascii.IsValid(WebUrl.Encode(encoded)));
            Assert.Equal(path.ToString(), UrlPath.Decode(WebUrl.Encode(encoded)));
        }
    }

    [Theory]
    [InlineData("100%", "100%")]
    [InlineData("a%2", "a%2")]
    [InlineData("%E9", "%E9")]
    [InlineData("50%2525", "50%25")]
    public void What_is_no_encoding_stands_for_itself(string written, string path) =>
        Assert.Equal(path, UrlPath.Decode(written));

    [Fact]
    public void Nothing_ends_an_address_in_a_srcset()
    {
        ImageVariant[] variants = [new("/w/a, b.jpg", 320), new("/w/c #1%.jpg", 640)];

        Assert.Equal(
            "/p%C3%A9/w/a%2C%20b.jpg 320w, /p%C3%A9/w/c%20%231%25.jpg 640w",
            SrcsetText.Of(variants, Site.Href)
        );
    }
}
