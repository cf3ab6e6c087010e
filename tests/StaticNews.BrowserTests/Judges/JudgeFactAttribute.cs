namespace StaticNews.BrowserTests.Judges;

/// <summary>A test that needs outside judges; see <see cref="Bench"/> for what happens where one is missing.</summary>
public sealed class JudgeFactAttribute : FactAttribute
{
    public JudgeFactAttribute(params Judge[] judges) => Skip = Bench.WhySkipped(judges);
}
