namespace StaticNews.Pages.Models;

/// <summary>A picture.</summary>
/// <param name="Src">Ready for <c>src</c>.</param>
/// <param name="Alt">Empty for a picture that says nothing of its own.</param>
/// <param name="Caption">Null for none.</param>
/// <param name="Credit">Null for none.</param>
/// <param name="Width">CSS pixels, or null where unknown.</param>
/// <param name="Height">CSS pixels, or null where unknown.</param>
internal sealed record ImageModel(string Src, string Alt, string? Caption, string? Credit, int? Width, int? Height);
