using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-gb", "en-GB")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("sr-Latn", "sr-Latn")]
    [InlineData("es-419", "es-419")]
    [InlineData("sl-rozaj-biske-1994", "sl-rozaj-biske-1994")]
    [InlineData("de-CH-1996", "de-CH-1996")]
    [InlineData("zh-yue-HK", "zh-yue-HK")]
    [InlineData("en-US-u-ca-gregory", "en-US-u-ca-gregory")]
    [InlineData("en-x-whatever", "en-x-whatever")]
    [InlineData("haw", "haw")]
    public void Takes_tags_in_their_own_case(string written, string expected) =>
        Assert.Equal(expected, LanguageTag.Normalize(written));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("en_US")]
    [InlineData("english")]
    [InlineData("english language")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en-US-GB")]
    [InlineData("en-u")]
    [InlineData("en-abcdefghi")]
    [InlineData("12")]
    [InlineData("en-Latn-Cyrl")]
    [InlineData("\" onload=\"x")]
    public void Refuses_other_texts(string written) => Assert.Null(LanguageTag.Normalize(written));
}
