using StaticNews.Wording;

namespace StaticNews.Pages.Models;

/// <summary>A word with one place to fill in, which may be a link: "More from {section}".</summary>
/// <param name="Before">What stands before the place, with its blank; may be empty.</param>
/// <param name="After">What stands behind the place; may be empty.</param>
internal sealed record PhraseModel(string Before, string After)
{
    /// <param name="text">Has one place.</param>
    public static PhraseModel Of(string text)
    {
        var place = $"{{{WordPlaces.In(text)[0]}}}";
        var at = text.IndexOf(place, StringComparison.Ordinal);
        return new PhraseModel(text[..at], text[(at + place.Length)..]);
    }
}
