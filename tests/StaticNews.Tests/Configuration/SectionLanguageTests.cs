using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Tests.Configuration;

public sealed class SectionLanguageTests
{
    private const string Sections = """
        language: en-GB
        sections:
          - id: india
            title: India
            language: hi
            sections:
              - { id: sport, title: Sport }
              - { id: urdu, title: Urdu, language: ur, sections: [ { id: poems, title: Poems } ] }
              - { id: english, title: English, language: en-GB }
          - { id: mirror, title: Mirror, direction: rtl }
          - { id: world, title: World }

        """;

    [Theory]
    [InlineData("", "en-GB", "ltr")]
    [InlineData("world", "en-GB", "ltr")]
    [InlineData("unheard-of", "en-GB", "ltr")]
    [InlineData("india", "hi", "ltr")]
    [InlineData("india/sport", "hi", "ltr")]
    [InlineData("india/sport/cricket", "hi", "ltr")]
    [InlineData("india/urdu", "ur", "rtl")]
    [InlineData("india/urdu/poems", "ur", "rtl")]
    [InlineData("india/english", "en-GB", "ltr")]
    [InlineData("indian", "en-GB", "ltr")]
    [InlineData("mirror", "en-GB", "rtl")]
    public void A_section_has_its_own_language_or_that_around_it(string section, string language, string direction) =>
        Assert.Equal(new PageLanguage(language, direction), Of(Sections).Of(section));

    [Fact]
    public void The_site_may_say_its_direction() =>
        Assert.Equal(new PageLanguage("az", "rtl"), Of("language: az\ndirection: rtl\n").Site);

    [Fact]
    public void Each_language_is_named_once() =>
        Assert.Equal(
            ["en-GB ltr", "hi ltr", "ur rtl", "en-GB rtl"],
            Of(Sections).All.Select(language => $"{language.Tag} {language.Direction}")
        );

    private static SectionLanguages Of(string yaml)
    {
        var (config, diagnostics) = SiteYml.Read(SiteYml.Head + yaml);
        Assert.Empty(diagnostics);
        return new SectionLanguages(config!);
    }
}
