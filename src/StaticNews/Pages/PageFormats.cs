namespace StaticNews.Pages;

/// <summary>The style sheet of each format.</summary>
internal static class PageFormats
{
    public static IReadOnlyList<PageFormat> All { get; } = Enum.GetValues<PageFormat>();

    /// <summary>The path below <c>templates/</c>.</summary>
    public static string StyleOf(PageFormat format) => format switch
    {
        PageFormat.Full => "style.css",
        PageFormat.Lite => "lite.css",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "a format without a style sheet"),
    };
}
