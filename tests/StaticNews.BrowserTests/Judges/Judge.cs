namespace StaticNews.BrowserTests.Judges;

/// <summary>The programs that nobody here wrote and whose word on a page counts.</summary>
public enum Judge
{
    Chromium,
    Axe,
    NuChecker,
    Lighthouse,
    W3m,
    Lynx,
}
