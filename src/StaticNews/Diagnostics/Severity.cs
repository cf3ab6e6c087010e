namespace StaticNews.Diagnostics;

/// <summary>An error keeps an article or a page out of the build or makes it wrong; a warning does not; a note asks for nothing.</summary>
internal enum Severity
{
    Note,
    Warning,
    Error,
}
