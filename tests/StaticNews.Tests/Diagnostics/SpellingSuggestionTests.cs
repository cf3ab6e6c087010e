using StaticNews.Diagnostics;

namespace StaticNews.Tests.Diagnostics;

/// <summary>One rule of what is near, for names of templates and for all others.</summary>
public sealed class SpellingSuggestionTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("nwes", "news")]
    [InlineData("ur", "url")]
    [InlineData("tgas", "tags")]
    [InlineData("publihsed", "published")]
    [InlineData("sumary", "summary")]
    [InlineData("Europe/Londn", "Europe/London")]
    public void A_slip_in_every_third_letter_at_most_is_near(string word, string meant) => Near(word, meant, meant);

    [Theory]
    [InlineData("list", "lead")]
    [InlineData("map", "tag")]
    [InlineData("contact", "article")]
    [InlineData("by", "id")]
    [InlineData("x", "y")]
    [InlineData("x", "")]
    [InlineData("", "x")]
    [InlineData("sports", "reports and more")]
    [InlineData("international-affairs", "intermediate-offers-x")]
    public void What_differs_more_is_another_word(string word, string other) => Near(word, other, null);

    private static void Near(string word, string candidate, string? expected)
    {
        Assert.Equal(expected, SpellingSuggestion.Nearest(word, [candidate]));
        Assert.Equal(expected, StaticNews.Templates.Spelling.Nearest(word, [candidate]));
    }
}
