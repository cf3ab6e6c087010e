namespace StaticNews.Pages.Models;

/// <summary>Files of one picture in one format.</summary>
/// <param name="Type">The media type: <c>image/avif</c>.</param>
/// <param name="Variants">Narrowest first; at least one.</param>
internal sealed record SourceModel(string Type, IReadOnlyList<VariantModel> Variants);
