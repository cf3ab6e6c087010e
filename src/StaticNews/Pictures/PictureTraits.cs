namespace StaticNews.Pictures;

/// <summary>What else is to be known of a picture; the numbers are stored in the build log.</summary>
[Flags]
internal enum PictureTraits : byte
{
    None = 0,

    /// <summary>Some of it may be transparent.</summary>
    Alpha = 1,

    /// <summary>It has more than one frame.</summary>
    Animated = 2,

    /// <summary>It ends too early, or what it holds contradicts itself.</summary>
    Broken = 4,

    /// <summary>It has more pixels than <see cref="PictureReader.PixelsMax"/>.</summary>
    Huge = 8,

    /// <summary>An SVG that runs a script when it is opened by itself.</summary>
    Script = 16,

    /// <summary>An SVG that names something on another host.</summary>
    External = 32,
}
