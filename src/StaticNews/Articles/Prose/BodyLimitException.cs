namespace StaticNews.Articles.Prose;

/// <summary>
/// Leaves Markdig's parsers and renderers, which know no other way out, where a body passes one of its limits. Thrown by <see cref="ParseBudget"/> alone, and caught where
/// a body is rendered, scanned or excerpted.
/// </summary>
internal sealed class BodyLimitException(BodyFault fault) : Exception($"A body passed its limit of {fault.Limit}.")
{
    public BodyFault Fault { get; } = fault;
}
