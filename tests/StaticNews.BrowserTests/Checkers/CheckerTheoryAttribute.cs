namespace StaticNews.BrowserTests.Checkers;

/// <summary>The same as <see cref="CheckerFactAttribute"/>, for a test with several cases.</summary>
public sealed class CheckerTheoryAttribute : TheoryAttribute
{
    public CheckerTheoryAttribute(params Checker[] checkers) => Skip = CheckerPrograms.WhySkipped(checkers);
}
