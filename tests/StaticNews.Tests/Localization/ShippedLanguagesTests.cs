using StaticNews.Building;
using StaticNews.Content;
using StaticNews.Localization;
using StaticNews.Pages;
using StaticNews.Text;

namespace StaticNews.Tests.Localization;

/// <summary>The built-in strings files, against what the Unicode CLDR says of their languages.</summary>
public sealed class ShippedLanguagesTests
{
    private static readonly Localizations Shelf = Localizations.Of(new ThemeFiles([]).ShippedStrings, []);

    public static TheoryData<string> Languages => ["ar", "en", "es", "fr", "hi", "uk"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Has_every_word(string language)
    {
        Assert.Empty(Shelf.Diagnostics);
        Assert.Empty(Shelf.Missing([language]));
        Assert.Equal(language, Shelf.Of(language, "en").Language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Is_written_as_one_writes_Unicode(string language)
    {
        foreach (
            var source in new ThemeFiles([]).ShippedStrings.Where(source =>
                source.Path.EndsWith($"/{language}.yml", StringComparison.Ordinal)
            )
        )
        {
            Assert.True(source.Text.IsNormalized(System.Text.NormalizationForm.FormC), source.Path);
            Assert.DoesNotContain('\t', source.Text);
        }
    }

    [Theory]
    [InlineData("en", "9 November 2014", "November 2014", "19:34")]
    [InlineData("hi", "9 नवंबर 2014", "नवंबर 2014", "19:34")]
    [InlineData("ar", "9 نوفمبر 2014", "نوفمبر 2014", "19:34")]
    [InlineData("uk", "9 листопада 2014\u00A0р.", "листопад 2014\u00A0р.", "19:34")]
    [InlineData("es", "9 de noviembre de 2014", "noviembre de 2014", "19:34")]
    [InlineData("fr", "9 novembre 2014", "novembre 2014", "19\u00A0h\u00A034")]
    public void Writes_dates_as_precisely_as_they_are_known(string language, string day, string month, string time)
    {
        var dates = EditionOf(language).Dates;
        var instant = new DateTimeOffset(2014, 11, 9, 19, 34, 0, TimeSpan.FromHours(5.5));

        Assert.Equal(
            (day, time),
            (
                dates.Model(new ArticleDate(instant, DatePrecision.Minute, "IST")).Text,
                dates.Model(new ArticleDate(instant, DatePrecision.Minute, "IST")).Time
            )
        );
        Assert.Equal(day, dates.Model(new ArticleDate(instant, DatePrecision.Day, null)).Full);
        Assert.Equal(month, dates.Model(new ArticleDate(instant, DatePrecision.Month, null)).Text);
        Assert.Equal("2014", dates.Model(new ArticleDate(instant, DatePrecision.Year, null)).Text);
    }

    [Theory]
    [InlineData("en", "1,234", "1,234,567")]
    [InlineData("hi", "1,234", "12,34,567")]
    [InlineData("ar", "1,234", "1,234,567")]
    [InlineData("uk", "1\u00A0234", "1\u00A0234\u00A0567")]
    [InlineData("es", "1234", "1.234.567")]
    [InlineData("fr", "1\u202F234", "1\u202F234\u202F567")]
    public void Writes_numbers(string language, string thousands, string millions)
    {
        var numbers = EditionOf(language).Numbers;

        Assert.Equal(
            ("7", "123", thousands, millions),
            (numbers.Text(7), numbers.Text(123), numbers.Text(1234), numbers.Text(1234567))
        );
    }

    [Theory]
    [InlineData("en", "a and b", "a, b and c")]
    [InlineData("hi", "a और b", "a, b और c")]
    [InlineData("ar", "a وb", "a وb وc")]
    [InlineData("uk", "a і b", "a, b і c")]
    [InlineData("es", "a y b", "a, b y c")]
    [InlineData("fr", "a et b", "a, b et c")]
    public void Puts_things_in_a_row(string language, string two, string three)
    {
        var rows = EditionOf(language).Lists;

        Assert.Equal(
            ("", "a", two, three),
            (rows.Join([]), rows.Join(["a"]), rows.Join(["a", "b"]), rows.Join(["a", "b", "c"]))
        );
    }

    [Theory]
    [InlineData("en", "English")]
    [InlineData("en-GB", "English")]
    [InlineData("hi", "हिन्दी")]
    [InlineData("ar", "العربية")]
    [InlineData("uk", "українська")]
    [InlineData("es", "español")]
    [InlineData("fr", "français")]
    [InlineData("ja", "ja")]
    public void A_language_calls_itself_by_its_own_name_or_by_its_tag(string language, string name) =>
        Assert.Equal(name, Shelf.NameOf(language));

    private static Edition EditionOf(string language) => new(PageLanguage.Of(language), Shelf.Of(language, "en"));
}
