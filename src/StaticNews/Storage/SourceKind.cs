namespace StaticNews.Storage;

/// <summary>What a file below <c>content/</c> is, by its place and name alone.</summary>
internal enum SourceKind : byte
{
    /// <summary><c>.md</c> in an ordinary folder.</summary>
    Article,

    /// <summary><c>_index.md</c>.</summary>
    SectionText,

    /// <summary><c>.md</c> below <c>_pages/</c>.</summary>
    Page,

    /// <summary><c>.md</c> below <c>_authors/</c>.</summary>
    Author,

    /// <summary><c>.md</c> below <c>_tags/</c>.</summary>
    Tag,

    /// <summary>Anything else in those folders: a picture beside its article.</summary>
    Asset,

    /// <summary>Anything below <c>_assets/</c>, whatever it is.</summary>
    SharedAsset,
}
