using StaticNews.Diagnostics;
using StaticNews.Pictures;

namespace StaticNews;

/// <param name="Picture">Null where the file cannot be read, or may not be published.</param>
/// <param name="Problem">What is wrong with the file itself, or null.</param>
/// <param name="IsRefused">Whether it may not be published.</param>
internal readonly record struct LoadedPicture(PictureFile? Picture, Diagnostic? Problem = null, bool IsRefused = false);
