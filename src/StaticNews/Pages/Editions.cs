namespace StaticNews.Pages;

/// <summary>The style sheet of each edition.</summary>
internal static class Editions
{
    public static IReadOnlyList<Edition> All { get; } = Enum.GetValues<Edition>();

    /// <summary>The path below <c>templates/</c>.</summary>
    public static string StyleOf(Edition edition) => edition switch
    {
        Edition.Full => "style.css",
        _ => throw new ArgumentOutOfRangeException(nameof(edition), edition, "an edition without a style sheet"),
    };
}
