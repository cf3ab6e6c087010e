namespace StaticNews.Pictures;

/// <summary>What a picture's file says of itself.</summary>
/// <param name="Width">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Height">CSS pixels as displayed, after its own orientation; 0 where unknown.</param>
/// <param name="Tone">Its dominant colour as 0xRRGGBB over white, or <see cref="NoTone"/>.</param>
internal readonly record struct PictureFacts(PictureFormat Format, int Width, int Height, int Tone = PictureFacts.NoTone, PictureTraits Traits = PictureTraits.None)
{
    /// <summary>The colour is not known.</summary>
    public const int NoTone = -1;

    public static readonly PictureFacts None = new(PictureFormat.Unknown, 0, 0);

    public bool HasSize => Width > 0 && Height > 0;

    public bool Has(PictureTraits trait) => (Traits & trait) != PictureTraits.None;
}
