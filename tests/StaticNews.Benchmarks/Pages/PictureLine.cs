namespace StaticNews.Benchmarks.Pages;

/// <summary>The picture in the sample page.</summary>
public sealed record PictureLine(string Src, string Alt, int Width, int Height, string Caption, string Credit);
