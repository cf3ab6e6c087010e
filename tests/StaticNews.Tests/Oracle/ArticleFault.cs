namespace StaticNews.Tests.Oracle;

/// <summary>The fault of an invented article.</summary>
internal enum ArticleFault
{
    None,

    /// <summary>Front matter that is no YAML: left out of the site.</summary>
    BrokenYaml,

    /// <summary>No title: left out of the site.</summary>
    NoTitle,

    /// <summary>A date that no calendar has: left out of the site.</summary>
    ImpossibleDate,

    /// <summary>A link to an article that was never written: an error of a page that is built all the same.</summary>
    LostLink,

    /// <summary>A key that is unknown: a warning.</summary>
    UnknownKey,

    /// <summary>A picture that is not there: a warning, said by the page that shows it.</summary>
    LostPicture,
}
