namespace StaticNews;

/// <summary>The stages of a build that take long enough to be watched.</summary>
internal enum BuildStage
{
    /// <summary>Reading articles.</summary>
    Load,

    /// <summary>Rendering and publishing pages.</summary>
    Publish,
}
