using FsCheck.Xunit;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Café", "CAFE")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("Αθήνα", "ΑΘΗΝΑ")]
    [InlineData("Ὀδυσσεύς", "Οδυσσεύσ")]
    [InlineData("ΕΛΛΑΣ", "Ελλάς")]
    [InlineData("Ε\u0301λλη", "Έλλη")]
    [InlineData("Королёв", "КОРОЛЕВ")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("Нови\u0306", "новй")]
    [InlineData("\uFB01nance", "Finance")]
    [InlineData("o\uFB03ce", "OFFICE")]
    [InlineData("\uFF2E\uFF45\uFF57\uFF53\u3000\uFF12\uFF10", "News 20")]
    [InlineData("\uFF76\uFF9E\uFF7D", "ガス")]
    [InlineData("\uFEFC", "\u0644\u0627")]
    [InlineData("\uFE8D\uFEDF\uFEB4\uFEFC\uFEE1", "\u0627\u0644\u0633\u0644\u0627\u0645")]
    [InlineData("\u0587", "\u0565\u0582")]
    [InlineData("हिन्दी", "हिन्दी")]
    public void Names_that_are_one(string left, string right) => Assert.Equal(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("が", "か")]
    [InlineData("パリ", "バリ")]
    [InlineData("музей", "музеи")]
    [InlineData("Київ", "Киів")]
    [InlineData("हिंदी", "हद")]
    [InlineData("\u0643\u064E\u062A\u0628", "\u0643\u062A\u0628")]
    [InlineData("\u05E9\u05C1", "\u05E9\u05C2")]
    [InlineData("\u0627", "\u0622")]
    [InlineData("ไทย", "ไท")]
    [InlineData("2018", "2019")]
    public void Names_that_are_two(string left, string right) => Assert.NotEqual(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("Flood in Kent")]
    [InlineData("!!!")]
    public void A_name_of_ascii_letters_has_its_slug_for_a_key(string name) =>
        Assert.Equal(Slug.Of(name), NameKey.Of(name));

    [Property]
    public bool Of_its_own_result_it_changes_nothing(string name) =>
        NameKey.Of(NameKey.Of(name ?? "")) == NameKey.Of(name ?? "");
}
