namespace StaticNews.Pages.Models;

/// <summary>One of the files that show a picture.</summary>
/// <param name="Src">Ready for <c>srcset</c>.</param>
/// <param name="Width">Pixels.</param>
internal sealed record VariantModel(string Src, int Width);
