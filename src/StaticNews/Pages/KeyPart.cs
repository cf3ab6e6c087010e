namespace StaticNews.Pages;

/// <summary>The parts of a page's key. Their order is the order in the build log; add at the end.</summary>
internal enum KeyPart
{
    /// <summary>The template with all it includes, and the renderer's version.</summary>
    Template,

    /// <summary>What every page shows of the site, and the settings its text is rendered with.</summary>
    Site,

    /// <summary>The source file, and where its links lead.</summary>
    Source,

    /// <summary>URL, section, breadcrumb, tags, authors: the page's place in the archive.</summary>
    Placement,

    /// <summary>The lists "More from …".</summary>
    Related,

    /// <summary>Older and newer, earlier and later parts.</summary>
    Neighbours,

    /// <summary>What else was in the news as of the page's date.</summary>
    Furniture,

    /// <summary>The articles that a list, feed or calendar shows.</summary>
    Items,

    /// <summary>All that <see cref="Related"/> is chosen from: while it stands, nobody needs to choose again.</summary>
    Vicinity,
}
