using StaticNews.Content;
using StaticNews.Localization;

namespace StaticNews.Pages.Models;

/// <summary>An article as lists show it.</summary>
/// <param name="Title">The exact headline.</param>
/// <param name="Kicker">The label above it; for other types than news their name; or null.</param>
/// <param name="Lede">Plain text; empty where the article has none.</param>
/// <param name="Location">The place that it is about, or null.</param>
/// <param name="Section">Its section, or null.</param>
/// <param name="Image">Its picture, or null.</param>
/// <param name="Language">BCP 47 when it is not that of the interface's words, else null.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c> when <paramref name="Language"/> is given, else null.</param>
internal sealed record CardModel(
    string Title,
    string Href,
    string? Kicker,
    string Lede,
    DateModel Date,
    string? Location,
    LinkModel? Section,
    IReadOnlyList<string> Authors,
    ImageModel? Image,
    string? Language,
    string? Direction
)
{
    /// <summary>The values from the article itself, beside those of the archive and of the page's edition.</summary>
    public static CardModel Of(
        ArticleSummary article,
        string href,
        string? kicker,
        DateModel date,
        LinkModel? section,
        IReadOnlyList<string> authors,
        ImageModel? image,
        string? language,
        string? direction
    ) =>
        new(
            article.Title,
            href,
            kicker,
            article.Lede,
            date,
            article.Location,
            section,
            authors,
            image,
            language,
            direction
        );
}

/// <summary>A date, never shown finer than its source knows it.</summary>
/// <param name="Value">For <c>date.to_string</c>; what the source does not know is the first of it.</param>
/// <param name="Iso">
/// For <c>datetime</c> attributes: <c>2014-11-09T19:34+05:30</c>, <c>2014-11</c>, <c>2014</c>.
/// </param>
/// <param name="Text">"9 November 2014", "November 2014", "2014".</param>
/// <param name="Time">"19:34", or null where the source gives no time.</param>
/// <param name="Zone">"IST", "UTC+05:30", or null where the source gives no time.</param>
/// <param name="Full">
/// "9 November 2014, 19:34 IST"; the same as <paramref name="Text"/> where the source gives no time.
/// </param>
internal sealed record DateModel(
    DateTimeOffset Value,
    string Iso,
    string Text,
    string? Time,
    string? Zone,
    string Full
);

/// <summary>A picture.</summary>
/// <param name="Src">Ready for <c>src</c>.</param>
/// <param name="Alt">Empty for a decorative image.</param>
/// <param name="Caption">Null for none.</param>
/// <param name="Credit">Null for none.</param>
/// <param name="Width">CSS pixels, or null where unknown.</param>
/// <param name="Height">CSS pixels, or null where unknown.</param>
/// <param name="Colour">Its dominant colour as <c>#rrggbb</c>, or null where unknown.</param>
/// <param name="Ground">
/// The same, for painting the place of the picture until it is there; null also where it would be seen through the
/// picture.
/// </param>
/// <param name="Ink">
/// <c>#fff</c> or <c>#000</c>, whichever can be read on <paramref name="Ground"/>; null with it.
/// </param>
/// <param name="Sources">
/// Smaller files in formats that not every browser shows, best first; empty without variants.
/// </param>
/// <param name="Variants">Files for every browser, narrowest first; empty without variants.</param>
/// <param name="Sizes">How wide the page shows it, for every <c>srcset</c>; null without variants.</param>
internal sealed record ImageModel(
    string Src,
    string Alt,
    string? Caption,
    string? Credit,
    int? Width,
    int? Height,
    string? Colour,
    string? Ground,
    string? Ink,
    IReadOnlyList<SourceModel> Sources,
    IReadOnlyList<VariantModel> Variants,
    string? Sizes
);

/// <summary>Files of one picture in one format.</summary>
/// <param name="Type">The media type: <c>image/avif</c>.</param>
/// <param name="Variants">Narrowest first; at least one.</param>
internal sealed record SourceModel(string Type, IReadOnlyList<VariantModel> Variants);

/// <summary>One of the files that show a picture.</summary>
/// <param name="Src">Ready for <c>srcset</c>.</param>
/// <param name="Width">Pixels.</param>
internal sealed record VariantModel(string Src, int Width);

/// <summary>A link to a page of this site or elsewhere.</summary>
/// <param name="Href">
/// Ready for <c>href</c>: with the base URL's path; null where the thing has a name but no page.
/// </param>
internal sealed record LinkModel(string Title, string? Href);

/// <summary>A word with one place to fill in, which may be a link: "More from {section}".</summary>
/// <param name="Before">What stands before the place, with its blank; may be empty.</param>
/// <param name="After">What stands behind the place; may be empty.</param>
internal sealed record PhraseModel(string Before, string After)
{
    public string Filled(string value) => Before + value + After;

    /// <param name="text">Has one place.</param>
    public static PhraseModel Of(string text)
    {
        var place = $"{{{Placeholders.In(text)[0]}}}";
        var at = text.IndexOf(place, StringComparison.Ordinal);
        return new PhraseModel(text[..at], text[(at + place.Length)..]);
    }
}
