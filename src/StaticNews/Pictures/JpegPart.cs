namespace StaticNews.Pictures;

/// <summary>
/// One component of a JPEG picture, as far as its colour needs it: the mean of each block of 8 × 8 samples, and of these no more than 64 a side. Reused.
/// </summary>
internal sealed class JpegPart
{
    private const int GridMax = 64;

    private readonly short[] _means = new short[GridMax * GridMax];
    private int _gridWidth;
    private int _gridHeight;

    public byte Id { get; private set; }

    public int AcrossSamples { get; private set; }

    public int DownSamples { get; private set; }

    public int Quantisation { get; private set; }

    /// <summary>Blocks that the picture needs; a scan of several components may hold more.</summary>
    public int BlocksWide { get; private set; }

    public int BlocksHigh { get; private set; }

    /// <summary>The last block's value, from which the next one's differs.</summary>
    public int Previous { get; set; }

    public bool IsRead { get; set; }

    public JpegCodes? DcCodes { get; set; }

    public JpegCodes? AcCodes { get; set; }

    /// <param name="entry">Three bytes of the frame header (B.2.2).</param>
    public void Begin(ReadOnlySpan<byte> entry)
    {
        (Id, AcrossSamples, DownSamples, Quantisation) = (entry[0], entry[1] >> 4, entry[1] & 15, entry[2] & 3);
        IsRead = false;
        Array.Clear(_means);
    }

    /// <summary>A.1.1: a component with fewer samples than others covers the same picture.</summary>
    public void Measure(int width, int height, int acrossMax, int downMax)
    {
        BlocksWide = Parts(Parts(width * (long)AcrossSamples, acrossMax), 8);
        BlocksHigh = Parts(Parts(height * (long)DownSamples, downMax), 8);
        (_gridWidth, _gridHeight) = (Math.Min(GridMax, BlocksWide), Math.Min(GridMax, BlocksHigh));
    }

    /// <param name="coefficient">Before it is multiplied by what the table of quantisation says.</param>
    public void Put(int x, int y, int coefficient)
    {
        if (x < BlocksWide && y < BlocksHigh)
        {
            _means[((int)((long)y * _gridHeight / BlocksHigh) * GridMax) + (int)((long)x * _gridWidth / BlocksWide)] = (short)coefficient;
        }
    }

    /// <summary>The mean at a place of a grid of <see cref="GridMax"/> a side, from 0 to 255: the first coefficient is eight times the mean (A.3.3).</summary>
    public int MeanAt(int x, int y, int step)
    {
        var coefficient = _means[(y * _gridHeight / GridMax * GridMax) + (x * _gridWidth / GridMax)];
        return Math.Clamp((coefficient * step / 8) + 128, 0, 255);
    }

    private static int Parts(long whole, int part) => (int)((whole + part - 1) / part);
}
