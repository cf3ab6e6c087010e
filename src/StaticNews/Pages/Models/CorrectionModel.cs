namespace StaticNews.Pages.Models;

/// <summary>A correction under an article.</summary>
/// <param name="Date">Null where the source gives none.</param>
/// <param name="Text">Plain text.</param>
internal sealed record CorrectionModel(DateModel? Date, string Text);
