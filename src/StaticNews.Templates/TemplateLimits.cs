namespace StaticNews.Templates;

/// <summary>What one rendering may use at most; whatever goes beyond is an error at its place in the template.</summary>
/// <param name="LoopIterations">Iterations of all loops that run within one outermost loop together.</param>
/// <param name="RecursionDepth">Calls and includes within one another.</param>
/// <param name="OutputBytes">Bytes of the page, includes and captured text counted as well.</param>
/// <param name="StringChars">UTF-16 units of one string that an expression makes.</param>
/// <param name="RegexTime">For one match of a regular expression.</param>
public sealed record TemplateLimits(int LoopIterations, int RecursionDepth, long OutputBytes, int StringChars, TimeSpan RegexTime)
{
    /// <summary>Stock Scriban's limits, which the conformance vectors count on, with a cap on output beside them.</summary>
    public static TemplateLimits Stock { get; } = new(1000, 100, 64 << 20, 1048576, TimeSpan.FromSeconds(1));

    /// <summary>Fitting a news site: a tag index may list tens of thousands of tags.</summary>
    public static TemplateLimits Site { get; } = new(1_000_000, 100, 256 << 20, 16 << 20, TimeSpan.FromSeconds(1));
}
