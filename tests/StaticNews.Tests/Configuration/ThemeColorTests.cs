using StaticNews.Configuration;
using StaticNews.Images;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Configuration;

public sealed class ThemeColorTests
{
    /// <summary>Ratios as WebAIM's and the W3C's own examples give them.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#fff", "#FFFFFF", 1.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_that_of_WCAG(string one, string two, double ratio)
    {
        Assert.Equal(ratio, HexColor.Parse(one)!.Value.ContrastTo(HexColor.Parse(two)!.Value), 2);
        Assert.Equal(ratio, HexColor.Parse(two)!.Value.ContrastTo(HexColor.Parse(one)!.Value), 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#gggggg")]
    [InlineData("7a1f16")]
    [InlineData("#7a1f16;}")]
    public void Anything_else_is_no_colour(string text) => Assert.Null(HexColor.Parse(text));

    [Fact]
    public void The_colours_that_others_are_measured_against_are_the_style_sheets()
    {
        using var site = TestSite.Plain();
        site.Build();

        var style = site.Read("index.html");
        var shipped = ThemeConfig.Shipped;
        Assert.All(
            new[]
            {
                shipped.Accent,
                shipped.AccentDark,
                shipped.Paper,
                shipped.PaperDark,
                shipped.Ink,
                shipped.InkDark,
            },
            color => Assert.Contains(color!.Value.ToString(), style, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Colours_of_site_yml_stand_in_the_style_of_every_page()
    {
        using var site = TestSite.WithConfig(SiteYml.Head + "theme: { accent: \"#036\", paper_dark: \"#000000\" }\n");

        Assert.Empty(site.Build().Diagnostics);
        Assert.Contains("--link:#003366", site.Read("404.html"), StringComparison.Ordinal);
        Assert.Contains("--paper:#000000", site.Read("404.html"), StringComparison.Ordinal);

        var before = site.Read("404.html");
        site.Write("site.yml", SiteYml.Head + "theme: { accent: \"#030\", paper_dark: \"#000000\" }\n");
        site.Build();
        Assert.NotEqual(before, site.Read("404.html"));
        Assert.Contains("--link:#003300", site.Read("404.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme: { accent: \"#ffcc00\" }", "'theme.accent' on 'theme.paper' has a contrast of 1.4:1")]
    [InlineData("theme: { accent_dark: \"#333\" }", "'theme.accent_dark' on 'theme.paper_dark' has a contrast of 1.")]
    [InlineData("theme: { paper: \"#000\", ink: \"#fff\" }", "'theme.accent' on 'theme.paper' has a contrast of ")]
    public void Colours_that_many_cannot_tell_apart_are_a_warning_with_the_ratio(string yaml, string message)
    {
        var (config, diagnostics) = SiteYml.Read(SiteYml.Head + yaml + "\n");

        Assert.NotNull(config);
        Assert.Contains(message, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
