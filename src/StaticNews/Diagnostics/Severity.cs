namespace StaticNews.Diagnostics;

/// <summary>An error keeps an article or a page out of the build or makes it wrong; a warning does not.</summary>
internal enum Severity
{
    Warning,
    Error,
}
