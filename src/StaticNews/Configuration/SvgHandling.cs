namespace StaticNews.Configuration;

/// <summary>What becomes of SVG files of content/; in the order of their names in site.yml.</summary>
internal enum SvgHandling
{
    /// <summary>What runs or fetches something is taken out.</summary>
    Clean,

    /// <summary>They are published as they are.</summary>
    Keep,
}
