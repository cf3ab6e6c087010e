using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class DecompositionTests
{
    // The right-hand sides are field 5 of UnicodeData.txt, applied until nothing changes.
    [Theory]
    [InlineData("a", "a")]
    [InlineData("é", "e\u0301")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("ΐ", "\u03b9\u0308\u0301")]
    [InlineData("\u212b", "A\u030a")]
    [InlineData("й", "\u0438\u0306")]
    [InlineData("が", "\u304b\u3099")]
    [InlineData("각", "\u1100\u1161\u11a8")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("힣", "\u1112\u1175\u11c2")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("漢", "漢")]
    public void A_character_comes_apart_as_unicode_says(string text, string parts)
    {
        var found = new List<char>();
        foreach (var c in text)
        {
            Decomposition.Append(c, found);
        }

        Assert.Equal(parts, string.Concat(found));
    }
}
