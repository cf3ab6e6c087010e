namespace StaticNews.Articles.Prose;

/// <summary>What a shortcode means here; known by its name.</summary>
internal enum ShortcodeKind
{
    /// <summary>Not known: it is dropped, what a pair of them encloses stays.</summary>
    Unknown,

    /// <summary>The second of a pair: <c>{{&lt; /note &gt;}}</c>.</summary>
    Closing,

    /// <summary><c>{{&lt;/* name */&gt;}}</c>: the text of a shortcode, meant to be read.</summary>
    Literal,

    /// <summary><c>ref</c>, <c>relref</c>: the URL of another article.</summary>
    Reference,

    /// <summary><c>figure</c>, <c>img</c> and their kin.</summary>
    Picture,

    /// <summary><c>youtube</c>, <c>vimeo</c>: becomes a plain link.</summary>
    Video,
}
