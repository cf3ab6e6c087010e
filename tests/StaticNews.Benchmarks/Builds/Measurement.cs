namespace StaticNews.Benchmarks.Builds;

/// <param name="Seconds">Wall time, from the start of the process to its end.</param>
/// <param name="ProcessorSeconds">User and system time.</param>
/// <param name="PeakBytes">The largest resident size.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record Measurement(double Seconds, double ProcessorSeconds, long PeakBytes, string Output);
