namespace StaticNews;

/// <param name="Done">Articles read, or pages done.</param>
/// <param name="Total">Of how many.</param>
internal readonly record struct BuildProgress(BuildStage Stage, int Done, int Total);
