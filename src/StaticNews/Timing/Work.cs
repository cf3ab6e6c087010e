namespace StaticNews.Timing;

/// <summary>What a worker is busy with, in the order in which the table lists it.</summary>
internal enum Work
{
    /// <summary>Asking the log for what an earlier build learned of a source.</summary>
    LookUp,

    /// <summary>Describing a page, hashing that, and comparing it with the log and the standing file.</summary>
    Keys,

    /// <summary>Getting a source's bytes from the disk.</summary>
    Read,

    /// <summary>Sizes and colours out of pictures' bytes.</summary>
    Pictures,

    /// <summary>Front matter, and what a summary needs of the text.</summary>
    Parse,

    /// <summary>Writing facts about a source into the log.</summary>
    Remember,

    /// <summary>Gathering what a template or a feed is handed.</summary>
    Models,

    /// <summary>Markdown to HTML.</summary>
    Bodies,

    Templates,

    /// <summary>Files that no template makes: feeds, sitemaps, redirects.</summary>
    Feeds,

    /// <summary>Comparing with the standing file; a temporary name, the rename, the log.</summary>
    Write,

    /// <summary>Finding out what a page weighs.</summary>
    Weigh,

    /// <summary>Making compressed copies, and seeing whether those of earlier builds stand.</summary>
    Compress,
}
