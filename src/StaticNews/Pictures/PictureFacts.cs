namespace StaticNews.Pictures;

/// <summary>What a picture's file says of itself, and what decoding it gave.</summary>
/// <param name="Width">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Height">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Tone">Its dominant colour as 0xRRGGBB over white, <see cref="NoTone"/> or <see cref="UndecodableTone"/>.</param>
internal readonly record struct PictureFacts(PictureFormat Format, int Width, int Height, int Tone = PictureFacts.NoTone, PictureTraits Traits = PictureTraits.None)
{
    /// <summary>The colour is not known.</summary>
    public const int NoTone = -1;

    /// <summary>The image was given to libvips, which could not decode it.</summary>
    public const int UndecodableTone = -2;

    public static readonly PictureFacts None = new(PictureFormat.Unknown, 0, 0);

    public bool HasSize => Width > 0 && Height > 0;

    public bool Has(PictureTraits trait) => (Traits & trait) != PictureTraits.None;
}
