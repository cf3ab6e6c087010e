namespace StaticNews.BrowserTests.Judges;

/// <summary>The programs that no one here wrote and that judge a page.</summary>
public enum Judge
{
    Chromium,
    Axe,
    NuChecker,
    Lighthouse,
    W3m,
    Lynx,
}
