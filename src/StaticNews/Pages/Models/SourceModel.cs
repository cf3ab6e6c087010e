namespace StaticNews.Pages.Models;

/// <summary>Files of one picture in one format.</summary>
/// <param name="Type">The media type: <c>image/avif</c>.</param>
/// <param name="Srcset">Ready for <c>srcset</c>.</param>
internal sealed record SourceModel(string Type, string Srcset);
