namespace StaticNews.Pictures;

/// <summary>One of the files that show a picture.</summary>
/// <param name="Url">From the site's root.</param>
/// <param name="Width">Pixels.</param>
internal readonly record struct PictureVariant(string Url, int Width);
