using StaticNews.Content;

namespace StaticNews.Tests.Content;

public sealed class LanguageSuffixTests
{
    [Theory]
    [InlineData("flood.hi.md", "hi", "flood.md")]
    [InlineData("world/2014/flood.uk.md", "uk", "world/2014/flood.md")]
    [InlineData("flood.pt-BR.md", "pt-BR", "flood.md")]
    [InlineData("flood.zh-hant.md", "zh-Hant", "flood.md")]
    [InlineData("world/flood/index.ar.md", "ar", "world/flood/index.md")]
    [InlineData("flood.md", null, null)]
    [InlineData("v1.2.md", null, null)]
    [InlineData("mr.x.md", null, null)]
    [InlineData("flood.xx.md", null, null)]
    [InlineData("flood.HI.md", null, null)]
    [InlineData("flood.hin.md", null, null)]
    [InlineData("flood.hi-.md", null, null)]
    [InlineData("the-old.new.md", null, null)]
    [InlineData(".hi.md", null, null)]
    [InlineData("world/.hi.md", null, null)]
    [InlineData("a.hi/flood.md", null, null)]
    public void A_name_may_say_the_language_and_what_it_translates(string path, string? language, string? original) =>
        Assert.Equal((language, original), (LanguageSuffix.Of(path), LanguageSuffix.Original(path)));
}
