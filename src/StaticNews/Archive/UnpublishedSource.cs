namespace StaticNews.Archive;

/// <summary>A source below content/ that has no page in this build.</summary>
internal readonly record struct UnpublishedSource(string Path, UnpublishedReason Reason);

/// <summary>Why a source has no page.</summary>
internal enum UnpublishedReason
{
    /// <summary>It has errors, which are reported where they are.</summary>
    Errors,

    /// <summary>It is a draft, or held back in another way.</summary>
    Draft,

    /// <summary>Its date has not come.</summary>
    Future,
}
