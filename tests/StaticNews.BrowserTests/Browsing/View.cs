using Microsoft.Playwright;

namespace StaticNews.BrowserTests.Browsing;

/// <summary>What a reader looks through. Sizes are in CSS pixels, the scale in device pixels a CSS pixel.</summary>
internal sealed record View(string Name, int Width, int Height, ColorScheme Scheme = ColorScheme.Light, float Scale = 1)
{
    public static View Phone { get; } = new("phone", 390, 844);

    public static View Desktop { get; } = new("desktop", 1280, 800);

    /// <summary>Each size in both schemes.</summary>
    public static IReadOnlyList<View> All { get; } =
    [Phone, Phone with { Scheme = ColorScheme.Dark }, Desktop, Desktop with { Scheme = ColorScheme.Dark }];

    /// <summary>
    /// WCAG 1.4.10: the narrowest phone (a desktop at 400%), phones, a desktop at 200%, a tablet, desktops.
    /// </summary>
    public static IReadOnlyList<View> Widths { get; } =
    [
        new("320", 320, 640),
        Phone,
        new("desktop at 200%", 640, 400, Scale: 2),
        new("tablet", 768, 1024),
        Desktop,
        new("wide", 1920, 1080),
    ];

    public override string ToString() => $"{Name} {(Scheme == ColorScheme.Dark ? "dark" : "light")}";
}
