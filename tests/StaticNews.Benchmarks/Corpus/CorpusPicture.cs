using System.Globalization;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// A few pictures that all articles share: what is measured is text, and a picture that is missing would be a warning
/// for each article.
/// </summary>
internal static class CorpusPicture
{
    public const int Count = 24;

    public static string PathOf(int picture) =>
        string.Create(CultureInfo.InvariantCulture, $"_assets/pictures/{picture:00}.svg");

    public static string UrlOf(int picture) =>
        string.Create(CultureInfo.InvariantCulture, $"/assets/pictures/{picture:00}.svg");

    public static string Draw(int picture) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200" fill="hsl({picture * 15} 40% 70%)"/></svg>"""
        );
}
