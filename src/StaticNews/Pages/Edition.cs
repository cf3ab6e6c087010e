namespace StaticNews.Pages;

/// <summary>The forms in which a site comes; each has one style sheet for all of its pages.</summary>
internal enum Edition
{
    Full,
}
