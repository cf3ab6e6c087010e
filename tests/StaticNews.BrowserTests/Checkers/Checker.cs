namespace StaticNews.BrowserTests.Checkers;

/// <summary>The programs that no one here wrote and that checker a page.</summary>
public enum Checker
{
    Chromium,
    Axe,
    NuChecker,
    Lighthouse,
    W3m,
    Lynx,
}
