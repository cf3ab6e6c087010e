namespace StaticNews.Timing;

/// <param name="Processor">Of the whole process, the collector's and the compiler's threads included; above <paramref name="Wall"/> where workers ran side by side.</param>
/// <param name="AllocatedBytes">Given out during the stage, not held.</param>
/// <param name="PeakBytes">Largest resident size of the process when the stage ended, since it began.</param>
/// <param name="Work">What the stage's workers did; empty where it has none.</param>
internal sealed record StageTime(string Name, TimeSpan Wall, TimeSpan Processor, long AllocatedBytes, long PeakBytes, IReadOnlyList<WorkTime> Work);
