namespace StaticNews.Delivery;

/// <summary>Counts compressed copies by method. Safe for many threads.</summary>
internal sealed class CompressionTally
{
    private static readonly CompressionMethod[] All = Enum.GetValues<CompressionMethod>();

    private readonly int[] _files = new int[All.Length];
    private readonly long[] _before = new long[All.Length];
    private readonly long[] _after = new long[All.Length];

    public void Add(CompressionMethod method, long before, long after)
    {
        Interlocked.Increment(ref _files[(int)method]);
        Interlocked.Add(ref _before[(int)method], before);
        Interlocked.Add(ref _after[(int)method], after);
    }

    /// <summary>Methods with a file, in their order.</summary>
    public IReadOnlyList<CompressedFiles> Methods() =>
        [.. All.Where(method => _files[(int)method] > 0).Select(method => new CompressedFiles(method, _files[(int)method], _before[(int)method], _after[(int)method]))];
}
