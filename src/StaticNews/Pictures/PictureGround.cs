namespace StaticNews.Pictures;

/// <summary>How the place of a picture looks before the picture is there, and where it never comes: in its dominant colour, with its alternative text on it.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Ink">Black or white, whichever is better to read: one of them has a contrast of 4.5 on any colour.</param>
internal sealed record PictureGround(string Colour, string Ink)
{
    private static readonly HexColor White = new(255, 255, 255);
    private static readonly HexColor Black = new(0, 0, 0);

    /// <summary>Null where the colour is unknown, and for a picture that may be transparent, whose lines could vanish on it.</summary>
    public static PictureGround? Of(PictureFacts picture) => ColourOf(picture) is not { } ground || picture.Traits.HasFlag(PictureTraits.Alpha)
        ? null
        : new PictureGround(ground.ToString(), White.ContrastTo(ground) >= Black.ContrastTo(ground) ? "#fff" : "#000");

    /// <summary>The dominant colour; null where it is unknown.</summary>
    public static HexColor? ColourOf(PictureFacts picture) => picture.Tone < 0
        ? null
        : new HexColor((byte)(picture.Tone >> 16), (byte)(picture.Tone >> 8), (byte)picture.Tone);
}
