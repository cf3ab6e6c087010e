using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>What a list page is about: a section, tag, author, series or event.</summary>
/// <param name="Url">Of its newest page, with a slash at the end.</param>
/// <param name="Articles">Newest first.</param>
/// <param name="Children">Sections directly inside it.</param>
/// <param name="Section">Index of the section, or -1.</param>
/// <param name="HasFeed">Sections and tags have one.</param>
internal sealed record ListSubject(
    PageKind Kind,
    string Heading,
    string? Description,
    string Url,
    int[] Articles,
    Profile? Profile,
    IReadOnlyList<LinkModel> Children,
    int Section,
    bool HasFeed)
{
    public static ListSubject Of(SitePlan plan, Section section) => new(
        PageKind.Section,
        section.Title,
        section.Description,
        section.Url,
        section.Articles,
        section.Profile,
        [.. section.Children.Select(child => plan.Catalog.Sections[child]).Where(child => child.IsInNavigation).Select(child =>
            new LinkModel(child.Title, plan.Config.BaseUrl.Href(child.Url)))],
        section.Index,
        HasFeed: true);

    /// <summary>The same in the text edition, whose sections lead to each other.</summary>
    public static ListSubject OfLite(SitePlan plan, Section section) => Of(plan, section) with
    {
        Children = [.. section.Children.Select(child => plan.Catalog.Sections[child]).Where(child => child.IsInNavigation).Select(child =>
            new LinkModel(child.Title, plan.Config.BaseUrl.Href(SiteUrls.LiteOf(child.Url))))],
    };

    public static ListSubject Of(Topic topic) => new(
        KindOf(topic.Kind),
        topic.Name,
        topic.Profile?.Description,
        topic.Url!,
        topic.Articles,
        topic.Profile,
        [],
        -1,
        HasFeed: topic.Kind == TopicKind.Tag);

    private static PageKind KindOf(TopicKind kind) => kind switch
    {
        TopicKind.Tag => PageKind.Tag,
        TopicKind.Author => PageKind.Author,
        TopicKind.Series => PageKind.Series,
        _ => PageKind.Event,
    };
}
