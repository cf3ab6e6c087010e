namespace StaticNews.Pages.Models;

/// <summary>A picture.</summary>
/// <param name="Src">Ready for <c>src</c>.</param>
/// <param name="Alt">Empty for a picture that says nothing of its own.</param>
/// <param name="Caption">Null for none.</param>
/// <param name="Credit">Null for none.</param>
/// <param name="Width">CSS pixels, or null where unknown.</param>
/// <param name="Height">CSS pixels, or null where unknown.</param>
/// <param name="Colour">Its dominant colour as <c>#rrggbb</c>, or null where unknown.</param>
/// <param name="Ground">The same, for painting the place of the picture until it is there; null also where it would be seen through the picture.</param>
/// <param name="Ink"><c>#fff</c> or <c>#000</c>, whichever can be read on <paramref name="Ground"/>; null with it.</param>
/// <param name="Sources">Smaller files in formats that not every browser shows, best first; empty without variants.</param>
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
    string? Sizes);
