using System.Runtime.InteropServices;

namespace StaticNews.Pictures;

/// <summary>
/// Finds the dominant colour of the pixels it is shown: the mean of the fullest of 512 boxes, eight steps a channel. A plain mean of the whole picture would
/// be a brown or grey that is nowhere in it. Reused by one worker.
/// </summary>
internal sealed class ToneCount
{
    private const int Boxes = 512;

    private readonly Box[] _boxes = new Box[Boxes];

    public void Clear() => Array.Clear(_boxes);

    /// <summary>Takes a pixel that covers what is white below it.</summary>
    /// <param name="alpha">0 for transparent to 255.</param>
    /// <param name="weight">How often it is there.</param>
    public void Add(int red, int green, int blue, int alpha = 255, long weight = 1)
    {
        if (alpha != 255)
        {
            (red, green, blue) = (OverWhite(red, alpha), OverWhite(green, alpha), OverWhite(blue, alpha));
        }

        ref var box = ref _boxes[(red >> 5 << 6) | (green >> 5 << 3) | (blue >> 5)];
        box.Count += weight;
        box.Red += red * weight;
        box.Green += green * weight;
        box.Blue += blue * weight;
    }

    /// <summary>As <see cref="PictureFacts.Tone"/>; of two boxes that are as full the darker one, so that nothing is left to chance.</summary>
    public int Tone()
    {
        var fullest = 0;
        for (var i = 1; i < Boxes; i++)
        {
            fullest = _boxes[i].Count > _boxes[fullest].Count ? i : fullest;
        }

        var box = _boxes[fullest];
        return box.Count == 0 ? PictureFacts.NoTone : (Mean(box.Red, box.Count) << 16) | (Mean(box.Green, box.Count) << 8) | Mean(box.Blue, box.Count);
    }

    private static int Mean(long sum, long count) => (int)Math.Clamp((sum + (count / 2)) / count, 0, 255);

    private static int OverWhite(int value, int alpha) => 255 - ((255 - value) * alpha / 255);

    [StructLayout(LayoutKind.Auto)]
    private struct Box
    {
        public long Count;
        public long Red;
        public long Green;
        public long Blue;
    }
}
