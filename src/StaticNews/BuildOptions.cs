using StaticNews.Configuration;

namespace StaticNews;

/// <summary>What one build is asked to do.</summary>
internal sealed record BuildOptions
{
    /// <summary>The site's folder: holds site.yml and content/.</summary>
    public required string Site { get; init; }

    /// <summary>Null: <c>public</c> in the site's folder.</summary>
    public string? Output { get; init; }

    /// <summary>The folder that is published into.</summary>
    public string OutputFolder => Output ?? Path.Join(Site, "public");

    /// <summary>Single settings of site.yml that the environment or the command line replaces; later ones win.</summary>
    public IReadOnlyList<SettingOverride> Overrides { get; init; } = [];

    /// <summary>Trust no log: render everything, compare, and remove leftovers at the end.</summary>
    public bool Clean { get; init; }

    public bool Drafts { get; init; }

    /// <summary>Articles dated after <see cref="AsOf"/> are built, too.</summary>
    public bool Future { get; init; }

    /// <summary>The only "now" there is: decides what is still in the future and what has expired, nothing else.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Workers, from 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The command that makes smaller pictures.</summary>
    public string PictureTool { get; init; } = Storage.PictureTool.UsualCommand;

    /// <summary>An output path, a site URL or a source path whose page is to be explained, or null.</summary>
    public string? Explain { get; init; }

    /// <summary>Whether the report says which files were written and removed, and why.</summary>
    public bool ExplainChange { get; init; }
}
