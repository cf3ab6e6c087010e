using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>The most that a page of one kind may weigh.</summary>
/// <param name="Kind">As templates know it: <c>article</c>.</param>
/// <param name="Limit">Bytes, from 1.</param>
/// <param name="At">Where site.yml names the kind.</param>
internal sealed record Budget(string Kind, long Limit, SourceLocation At);
