using StaticNews.Pictures;

namespace StaticNews.Articles.Prose;

/// <summary>A link of a body as a reader follows it.</summary>
/// <param name="Picture">What is known of the picture that it leads to; null where nothing is, or it is none.</param>
internal readonly record struct FinishedLink(string Href, ShownPicture? Picture = null);
