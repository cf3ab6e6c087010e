namespace StaticNews.BrowserTests.Checkers;

/// <summary>A test that needs outside checkers; see <see cref="CheckerPrograms"/> for what happens where one is missing.</summary>
public sealed class CheckerFactAttribute : FactAttribute
{
    public CheckerFactAttribute(params Checker[] checkers) => Skip = CheckerPrograms.WhySkipped(checkers);
}
