namespace StaticNews.Timing;

/// <param name="Worker">Summed over the workers, by the wall clock: with more workers than processors it holds time spent waiting for one.</param>
internal readonly record struct WorkTime(Work Work, TimeSpan Worker);
