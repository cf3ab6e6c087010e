namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// Ranks that are picked as words and topics are: the n-th with a weight of 1 / (n + flatness), Zipf's law as
/// Mandelbrot mended it. Only division and addition, which IEEE 754 defines to the last bit, so that every machine
/// picks the same.
/// </summary>
internal sealed class RankTable
{
    private readonly double[] _ends;

    public RankTable(int ranks, double flatness)
    {
        _ends = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++)
        {
            sum += 1 / (i + flatness);
            _ends[i] = sum;
        }
    }

    public int Pick(ref SeededRandom dice)
    {
        var found = Array.BinarySearch(_ends, dice.Share() * _ends[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, _ends.Length - 1);
    }
}
