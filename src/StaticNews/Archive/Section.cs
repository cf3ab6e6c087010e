using StaticNews.Articles;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>A section with everything below it rolled up.</summary>
/// <param name="Index">Its place in <see cref="Catalog.Sections"/>.</param>
/// <param name="Id">Id path: <c>world/us-news</c>.</param>
/// <param name="Url">Of its page: <c>/world/us-news/</c>.</param>
/// <param name="Parent">Index of the section around it, or -1.</param>
/// <param name="Children">Indexes of the sections directly inside it, in navigation order.</param>
/// <param name="Articles">Indexes of the listed articles in it and below it, newest first.</param>
/// <param name="Profile">Its <c>_index.md</c>, or null.</param>
/// <param name="IsInNavigation">Whether the site's navigation, or the page of the section around it, leads here.</param>
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
    PageLanguage Language);
