using StaticNews.Building;
using StaticNews.Diagnostics;
using StaticNews.Localization;
using StaticNews.Pages;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Tests.Localization;

/// <summary>The model of words against the file that has every word.</summary>
public sealed class EnglishLocalizationTests
{
    /// <summary>Words that no template reads by name: the generator puts them together.</summary>
    private static readonly string[] OfTheGenerator =
    [
        "date_and_time",
        "date_day",
        "date_month",
        "date_year",
        "digits",
        "first_weekday",
        "list_between",
        "list_two",
        "months",
        "months_in_dates",
        "number_1234",
        "number_1234567",
        "numbered_page",
        "time",
        "weekdays",
        "weekdays_short",
    ];

    private static readonly ThemeFiles Files = new([]);

    [Fact]
    public void Every_member_is_a_word_of_the_file_and_every_word_a_member()
    {
        var members = typeof(WordsModel)
            .GetProperties()
            .Select(property => SnakeCase.Of(property.Name))
            .Except(["language", "direction"]);

        Assert.Equal(
            English().Entries.Keys.Except(OfTheGenerator).Order(StringComparer.Ordinal),
            members.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_member_holds_the_word_of_its_own_name()
    {
        var words = WordsModel.Of(Localizations.Of(Files.ShippedStrings, []).Of("en", "en"), PageLanguage.Of("en"));

        foreach (
            var property in typeof(WordsModel)
                .GetProperties()
                .Where(property => property.Name is not ("Language" or "Direction"))
        )
        {
            var written = English().Entries[SnakeCase.Of(property.Name)].Texts[0];
            Assert.Equal(
                written,
                property.GetValue(words) switch
                {
                    PhraseModel phrase => $"{phrase.Before}{{{Placeholders.In(written)[0]}}}{phrase.After}",
                    var text => text,
                }
            );
        }
    }

    [Fact]
    public void The_generator_finds_its_words()
    {
        var edition = new Edition(PageLanguage.Of("en"), Localizations.Of(Files.ShippedStrings, []).Of("en", "en"));

        Assert.Equal("World, page 3", edition.NumberedPage("World", 3));
        Assert.Equal(("May", "November 2014"), (edition.Dates.MonthName(5), edition.Dates.MonthAndYear(2014, 11)));
    }

    private static LocalizationFile English()
    {
        var found = new List<Diagnostic>();
        var file = LocalizationReader.Read(
            Files.ShippedStrings.Single(source => source.Path.EndsWith("/en.yml", StringComparison.Ordinal)),
            "en",
            isOwn: false,
            found
        );
        Assert.Empty(found);
        return file;
    }
}
