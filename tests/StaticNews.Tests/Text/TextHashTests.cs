using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class TextHashTests
{
    [Fact]
    public void A_quarter_of_a_million_paths_that_differ_in_little_all_differ()
    {
        var seen = new HashSet<TextHash>();
        var (high, low) = (new HashSet<ulong>(), new HashSet<ulong>());
        for (var i = 0; i < 250_000; i++)
        {
            var hash = TextHash.Of(string.Create(CultureInfo.InvariantCulture, $"world/{i % 250}/{i / 250}.html"));
            Assert.True(seen.Add(hash) && high.Add(hash.High) && low.Add(hash.Low));
        }
    }

    [Theory]
    [InlineData("", "\0")]
    [InlineData("a", "a\0")]
    [InlineData("abcd", "abcd\0\0\0\0")]
    [InlineData("abcdefgh", "efghabcd")]
    [InlineData("World/a", "world/a")]
    public void Length_order_and_case_count(string left, string right) =>
        Assert.NotEqual(TextHash.Of(left), TextHash.Of(right));

    [Fact]
    public void It_is_the_same_in_every_year()
    {
        var hash = TextHash.Of("world/2014/05/flood.html");
        Assert.Equal(
            "5f99a81e56238691 31b800fd7a252b07",
            string.Create(CultureInfo.InvariantCulture, $"{hash.High:x16} {hash.Low:x16}")
        );
    }
}
