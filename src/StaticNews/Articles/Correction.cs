namespace StaticNews.Articles;

/// <param name="Date">Null where the source gives none.</param>
/// <param name="Text">Plain text.</param>
internal sealed record Correction(ArticleDate? Date, string Text);
