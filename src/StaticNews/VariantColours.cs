using System.Collections.Concurrent;
using System.Text;
using StaticNews.Pictures;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>
/// The dominant colour of pictures whose pixels we do not decode (WebP, AVIF, and rare kinds of JPEG): libvips makes a small PNG, the colour is counted in that, and kept
/// beside the smaller pictures. Safe for many threads.
/// </summary>
internal sealed class VariantColours(PictureTool tool, PictureCache cache)
{
    private readonly ConcurrentBag<string> _names = [];

    /// <summary>Enough to tell which colour is there most.</summary>
    private const int SampleWidth = 64;

    /// <summary>Whether a page would show the colour, if it were known.</summary>
    public static bool IsWanted(in PictureFile picture) =>
        picture.CanBeShrunk && picture.Facts.Tone == PictureFacts.NoTone && !picture.Facts.Has(PictureTraits.Alpha);

    /// <summary>In the cache, of all pictures asked about.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>As <see cref="PictureFacts.Tone"/>; null where no earlier build has asked the tool.</summary>
    public int? Known(in PictureFile picture)
    {
        var name = NameOf(picture);
        _names.Add(name);
        return cache.SizeOf(name) is not null && cache.Read(name) is { } kept && HexColor.Parse(Encoding.ASCII.GetString(kept)) is { } colour
            ? (colour.Red << 16) | (colour.Green << 8) | colour.Blue
            : null;
    }

    /// <summary>Asks the tool; null where it could not read the picture.</summary>
    /// <param name="bytes">The picture's.</param>
    public int? Ask(in PictureFile picture, byte[] bytes)
    {
        if (tool.Shrink(bytes, SampleWidth, PictureFormat.Png, quality: 100) is not { } sample)
        {
            return null;
        }

        var facts = new PictureReader().Read(sample);
        if (PictureGround.ColourOf(facts) is not { } colour)
        {
            return null;
        }

        // Where the disk refuses, the next build asks again.
        cache.Add(NameOf(picture), Encoding.ASCII.GetBytes(colour.ToString()));
        return facts.Tone;
    }

    private static string NameOf(in PictureFile picture) => $"{picture.Content}.colour";
}
