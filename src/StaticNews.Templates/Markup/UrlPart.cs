namespace StaticNews.Templates;

/// <summary>How far the address in an attribute is decided.</summary>
internal enum UrlPart
{
    /// <summary>Nothing of it is there yet.</summary>
    Start,

    /// <summary>Letters that may be a scheme or a path.</summary>
    Scheme,

    /// <summary>Printed values may have made a scheme: the whole address is looked at when it ends.</summary>
    Unsure,

    /// <summary>What follows cannot change where it leads to: it has an allowed scheme, or <c>/</c>, <c>?</c> or <c>#</c> came first.</summary>
    Safe,

    /// <summary>The template itself wrote a scheme like <c>javascript:</c>.</summary>
    Blocked,

    /// <summary>Before <c>url=</c> of a refresh.</summary>
    Seconds,
}
