namespace StaticNews.Storage;

/// <summary>What a build does with files in the output folder of which no record tells who wrote them (<c>--adopt</c>).</summary>
internal enum Adoption
{
    /// <summary>It says how many there are, and leaves them alone but for pages and feeds that carry StaticNews's mark and are built again.</summary>
    Report,

    /// <summary>It names each.</summary>
    List,

    /// <summary>A page that needs the place replaces the file; the others stay, and nobody is asked about them again.</summary>
    Take,

    /// <summary>A page that needs the place replaces the file; the others are removed.</summary>
    Remove,
}
