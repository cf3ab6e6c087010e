namespace StaticNews.Pages;

/// <summary>Why a build wrote or removed a file, as an editor would ask. Their order is the order in which they are shown.</summary>
internal enum ChangeReason
{
    /// <summary>The log knows nothing of this output folder, so that nothing can be said of single files.</summary>
    FirstBuild,

    NewArticle,

    EditedArticle,

    /// <summary>A tag has reached its minimum, a section was renamed: the article itself is as it was.</summary>
    PlacedArticle,

    /// <summary>The last build had a warning for it, and so logged no key to compare.</summary>
    UnknownArticle,

    RelatedList,

    NeighbourLink,

    SameTime,

    FrontPage,

    SectionList,

    TagList,

    AuthorList,

    /// <summary>Of series and of events.</summary>
    StoryList,

    Calendar,

    TopicIndex,

    StandingPage,

    /// <summary>Its front page, sections and articles.</summary>
    TextEdition,

    Feed,

    /// <summary>A section's book of a month.</summary>
    Book,

    SitemapPart,

    Redirect,

    /// <summary>What hosts are to say with every answer.</summary>
    HostHeaders,

    Asset,

    Template,

    /// <summary>Settings, or the navigation that every page has.</summary>
    Site,

    /// <summary>Nothing that decides it has changed, and yet other bytes stood there, or none.</summary>
    Restored,

    /// <summary>Copies in gzip, brotli or Zstandard beside files that were written, or that had none.</summary>
    Compressed,

    Removed,
}
