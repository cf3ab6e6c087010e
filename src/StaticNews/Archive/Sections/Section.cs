using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Archive.Sections;

/// <summary>A section with everything below it rolled up.</summary>
/// <param name="Index">Its place in <see cref="Catalog.Sections"/>.</param>
/// <param name="Id">Id path: <c>world/us-news</c>.</param>
/// <param name="Url">Of its page: <c>/world/us-news/</c>.</param>
/// <param name="Parent">Index of the section around it, or -1.</param>
/// <param name="Children">Indexes of the sections directly inside it, in navigation order.</param>
/// <param name="Articles">Indexes of the listed articles in it and below it, newest first.</param>
/// <param name="Profile">Its <c>_index.md</c>, or null.</param>
/// <param name="IsInNavigation">
/// Whether the site's navigation, or the page of the section around it, leads here.
/// </param>
/// <param name="Language">Of its pages and its articles' interface.</param>
internal sealed record Section(
    int Index,
    string Id,
    string Title,
    string? Description,
    string Url,
    int Parent,
    IReadOnlyList<int> Children,
    int[] Articles,
    Profile? Profile,
    bool IsInNavigation,
    PageLanguage Language
);

/// <summary>
/// The one spelling of a section's id path, so that <c>World/US News</c> and <c>world/us-news</c> are one section.
/// </summary>
internal static class SectionId
{
    /// <summary>
    /// Each part as a slug; a part without a letter or digit is dropped. Of its own result it changes nothing.
    /// </summary>
    public static string Of(string path)
    {
        var id = "";
        foreach (var range in path.AsSpan().Split('/'))
        {
            var part = Slug.Of(path[range]);
            id =
                part.Length == 0 ? id
                : id.Length == 0 ? part
                : $"{id}/{part}";
        }

        return id;
    }

    /// <summary>The id of the section around this one; empty at the top.</summary>
    public static string Parent(string id) => id.LastIndexOf('/') is var slash and > 0 ? id[..slash] : "";

    /// <summary>Its last part.</summary>
    public static string Name(string id) => id[(id.LastIndexOf('/') + 1)..];
}

/// <summary>
/// A section and all inside it: sections are followed by their own, so that these are neighbours in
/// <see cref="Catalog.Sections"/>.
/// </summary>
/// <param name="First">Index of the section; -1 for articles without one.</param>
/// <param name="End">One behind the last section inside it.</param>
internal readonly record struct SectionRange(int First, int End)
{
    /// <summary>Every section, and none.</summary>
    public static readonly SectionRange All = new(-1, int.MaxValue - 1);

    public bool Has(int section) => (uint)(section - First) < (uint)(End - First);
}
