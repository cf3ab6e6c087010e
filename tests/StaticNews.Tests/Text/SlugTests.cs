using System.Text;
using FsCheck.Xunit;
using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("flood-in-kent", "flood-in-kent")]
    [InlineData("Flood in Kent", "flood-in-kent")]
    [InlineData("  Flood,  in: Kent! ", "flood-in-kent")]
    [InlineData("What's New", "whats-new")]
    [InlineData("What’s New", "whats-new")]
    [InlineData("U.S. News", "u-s-news")]
    [InlineData("C++ & C#", "c-c")]
    [InlineData("Inês Duarte", "ines-duarte")]
    [InlineData("Ine\u0302s", "ines")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Ærø Þingvellir", "aero-thingvellir")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Việt Nam", "viet-nam")]
    [InlineData("Comăneci", "comaneci")]
    [InlineData("x\u030Cy", "xy")]
    [InlineData("Правда", "правда")]
    [InlineData("ЙОД", "йод")]
    [InlineData("ΑΘΉΝΑ", "αθήνα")]
    [InlineData("हिन्दी समाचार", "हिन्दी-समाचार")]
    [InlineData("日本語 ニュース", "日本語-ニュース")]
    [InlineData("أخبار العالم", "أخبار-العالم")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("2014", "2014")]
    [InlineData("١٤", "١٤")]
    [InlineData("𐐀𐐁", "𐐨𐐩")]
    [InlineData("moon 🌕 landing", "moon-landing")]
    [InlineData("a_b/c\\d.e", "a-b-c-d-e")]
    [InlineData("--a--b--", "a-b")]
    [InlineData("", "")]
    [InlineData("!!!", "")]
    [InlineData("🌕", "")]
    [InlineData("\u0301", "")]
    public void Keeps_letters_and_digits(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("\u0438\u0306\u043E\u0434", "\u0439\u043E\u0434")]
    [InlineData("\u03B1\u0301", "\u03AC")]
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u09DC", "\u09A1\u09BC")]
    [InlineData("\u0627\u0653", "\u0622")]
    [InlineData("\u03B1\u0313\u0301\u0345", "\u1F84")]
    [InlineData("\u03A5\u0342", "\u1FE6")]
    [InlineData("\u0399\u0308\u0301", "\u0390")]
    [InlineData("\uFB2A", "\u05E9\u05C1")]
    [InlineData("\u01B7\u030C", "\u01EF")]
    public void Two_spellings_of_a_letter_are_one(string left, string right)
    {
        Assert.Equal(Slug.Of(right), Slug.Of(left));
        Assert.Equal(Slug.Of(left), Slug.Of(Slug.Of(left)));
        Assert.NotEmpty(Slug.Of(left));
    }

    [Theory]
    [InlineData("CON", "con-x")]
    [InlineData("nul", "nul-x")]
    [InlineData("LPT1", "lpt1-x")]
    [InlineData("console", "console")]
    [InlineData("com", "com")]
    [InlineData("com12", "com12")]
    public void Steps_aside_for_devices(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("NUL.md", true)]
    [InlineData("com1.tar.gz", true)]
    [InlineData("nullable", false)]
    public void Knows_devices_with_extensions(string name, bool isDevice) =>
        Assert.Equal(isDevice, DeviceName.IsOne(name));

    [Fact]
    public void Is_cut_at_a_hyphen()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("quicksand", 40)));

        Assert.Equal(string.Join('-', Enumerable.Repeat("quicksand", 20)), slug);
    }

    [Fact]
    public void Is_cut_between_letters_where_there_is_no_hyphen()
    {
        Assert.Equal(new string('a', 200), Slug.Of(new string('a', 300)));
        Assert.Equal(new string('月', 66), Slug.Of(new string('月', 300)));
    }

    [Property]
    public bool Is_a_fixed_point_within_bounds(string? name)
    {
        var slug = Slug.Of(name ?? "");
        return string.Equals(Slug.Of(slug), slug, StringComparison.Ordinal)
            && Encoding.UTF8.GetByteCount(slug) <= Slug.MaxBytes + 2
            && !slug.AsSpan().ContainsAny('/', '\\', '.')
            && !slug.StartsWith('-')
            && !slug.EndsWith('-')
            && !slug.Contains("--", StringComparison.Ordinal)
            && !DeviceName.IsOne(slug);
    }
}
