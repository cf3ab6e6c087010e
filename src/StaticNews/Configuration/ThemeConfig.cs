using StaticNews.Pictures;

namespace StaticNews.Configuration;

/// <summary>The colours that site.yml chooses for the theme; null: the theme's own.</summary>
/// <param name="Accent">Of links and marks, where the reader's system is light.</param>
/// <param name="AccentDark">The same where it is dark.</param>
/// <param name="Paper">Behind the text.</param>
/// <param name="Ink">Of the text.</param>
internal sealed record ThemeConfig(
    HexColor? Accent = null,
    HexColor? AccentDark = null,
    HexColor? Paper = null,
    HexColor? PaperDark = null,
    HexColor? Ink = null,
    HexColor? InkDark = null)
{
    /// <summary>Of the shipped <c>style.css</c>: what a colour is seen against where site.yml gives only some of them. A test holds the two together.</summary>
    public static readonly ThemeConfig Shipped = new(
        new HexColor(0x7a, 0x1f, 0x16),
        new HexColor(0xf0, 0xa1, 0x96),
        new HexColor(0xfd, 0xfc, 0xf9),
        new HexColor(0x16, 0x16, 0x14),
        new HexColor(0x1b, 0x1b, 0x19),
        new HexColor(0xe9, 0xe6, 0xdf));
}
