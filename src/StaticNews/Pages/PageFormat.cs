namespace StaticNews.Pages;

/// <summary>The forms in which the paper comes; each has one style sheet for all of its pages.</summary>
internal enum PageFormat
{
    Full,

    /// <summary>The text edition: no pictures, next to no style.</summary>
    Lite,
}
