namespace StaticNews;

/// <summary>The files that a build wrote or removed for one reason.</summary>
/// <param name="Reason">In words; the same in every build.</param>
/// <param name="Count">All of them.</param>
/// <param name="Files">The first few in ordinal order, below the output folder.</param>
internal sealed record ChangeGroup(string Reason, int Count, IReadOnlyList<string> Files);
