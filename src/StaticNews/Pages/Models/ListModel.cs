using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>A list of articles: one page of a section, tag, author, series or event.</summary>
internal sealed record ListModel
{
    public required string Heading { get; init; }

    /// <summary>Plain text, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>The text that the section's, author's or tag's own file has; null for none, and on older pages.</summary>
    public required HtmlText? Text { get; init; }

    /// <summary>A portrait or picture from that file, or null.</summary>
    public required ImageModel? Image { get; init; }

    /// <summary>Sections directly inside this one.</summary>
    public required IReadOnlyList<LinkModel> Sections { get; init; }

    /// <summary>Newest first; a series or event reads oldest first.</summary>
    public required IReadOnlyList<CardModel> Articles { get; init; }

    /// <summary>Null on the newest page; older pages count from the oldest, which is 1.</summary>
    public required int? Number { get; init; }

    /// <summary>The page with older articles, or null.</summary>
    public required string? Older { get; init; }

    /// <summary>The page with newer articles, or null.</summary>
    public required string? Newer { get; init; }

    /// <summary>The EPUB book of a top-level section's newest month; null on older pages, for all other lists, and where site.yml wants none.</summary>
    public required LinkModel? Book { get; init; }

    /// <summary>The open part of the front matter of the section's, author's or tag's own file, on older pages too; empty without one.</summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}
