namespace StaticNews.Pictures;

/// <summary>A picture in one format, narrowest first.</summary>
internal sealed record PictureSource(PictureFormat Format, IReadOnlyList<PictureVariant> Variants);
