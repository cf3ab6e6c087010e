using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class NormalFormTests
{
    // By field 5 of UnicodeData.txt and CompositionExclusions.txt.
    [Theory]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("\u03B9\u0308\u0301", "\u0390")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC01\u11A8", "\uAC01\u11A8")]
    [InlineData("\u09C7\u09BE", "\u09CB")]
    [InlineData("\u095B", "\u091C\u093C")]
    [InlineData("\u091C\u093C", "\u091C\u093C")]
    [InlineData("\u0F76", "\u0FB2\u0F80")]
    [InlineData("\uFB2C", "\u05E9\u05BC\u05C1")]
    [InlineData("abc\u0301\u0301", "ab\u0107\u0301")]
    [InlineData("漢字", "漢字")]
    public void A_text_has_one_form(string text, string composed) => Assert.Equal(composed, NormalForm.Compose(text));

    [Fact]
    public void What_comes_apart_in_two_goes_together_again_unless_unicode_says_not()
    {
        var apart = 0;
        foreach (var (whole, _, _) in Decomposition.Pairs)
        {
            var parts = new List<char>();
            Decomposition.Append(whole, parts);
            var composed = NormalForm.Compose(string.Concat(parts));
            Assert.True(composed == whole.ToString() || composed == string.Concat(parts), $"U+{(int)whole:X4}");
            apart += composed == whole.ToString() ? 0 : 1;
        }

        // 68 of CompositionExclusions.txt lie in the Basic Multilingual Plane, and the four that begin with a mark.
        Assert.Equal(72, apart);
    }
}
