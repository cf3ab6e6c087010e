namespace StaticNews.Tests.Building;

/// <summary>
/// A test that asks programs that no one here wrote; where one is missing it says so and is counted as skipped.
/// </summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs)
    {
        if (Array.Find(programs, program => !StaticNews.Tests.Output.Shell.TryRun(program, "--version")) is { } missing)
        {
            Skip = $"needs {missing}, which is not installed";
        }
    }
}
