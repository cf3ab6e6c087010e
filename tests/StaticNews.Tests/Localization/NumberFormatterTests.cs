using StaticNews.Building;
using StaticNews.Localization;
using StaticNews.Text;

namespace StaticNews.Tests.Localization;

public sealed class NumberFormatterTests
{
    [Theory]
    [InlineData("1234", "1234567", 1234567, "1234567")]
    [InlineData("1234", "1'234'567", 1234, "1234")]
    [InlineData("1234", "1'234'567", 12345, "12'345")]
    [InlineData("12,34", "1,23,45,67", 1234, "12,34")]
    [InlineData("1 234", "12 34 567", 123456789, "12 34 56 789")]
    public void Groups_are_read_from_the_examples(string four, string seven, int number, string expected) =>
        Assert.Equal(expected, With($"number_1234: \"{four}\"\nnumber_1234567: \"{seven}\"\n").Text(number));

    [Fact]
    public void A_language_may_have_its_own_digits()
    {
        var numbers = With("digits: '٠١٢٣٤٥٦٧٨٩'\nnumber_1234: '1٬234'\nnumber_1234567: '1٬234٬567'\n");

        Assert.Equal(
            ("١٢٬٣٤٥", "٢٠١٤", "٠٩:٠٥"),
            (numbers.Text(12345), numbers.Plain(2014), numbers.InDigits("09:05"))
        );
    }

    private static NumberFormatter With(string words)
    {
        var shelf = Localizations.Of(
            new ThemeFiles([]).ShippedStrings,
            [new SourceText("templates/strings/en.yml", words)]
        );
        Assert.Empty(shelf.Diagnostics);
        return new NumberFormatter(shelf.Of("en", "en"));
    }
}
