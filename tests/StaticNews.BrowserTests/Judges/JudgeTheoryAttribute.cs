namespace StaticNews.BrowserTests.Judges;

/// <summary>The same as <see cref="JudgeFactAttribute"/>, for a test with several cases.</summary>
public sealed class JudgeTheoryAttribute : TheoryAttribute
{
    public JudgeTheoryAttribute(params Judge[] judges) => Skip = Bench.WhySkipped(judges);
}
