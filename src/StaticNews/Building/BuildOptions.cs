using System.Collections.ObjectModel;
using StaticNews.Configuration;
using StaticNews.FileSystem;
using StaticNews.Images.Decoding;
using StaticNews.Output;

namespace StaticNews.Building;

/// <summary>What one build is asked to do.</summary>
internal sealed record BuildOptions
{
    /// <summary>The site's folder: holds site.yml and content/.</summary>
    public required string Site { get; init; }

    /// <summary>Null: <c>public</c> in the site's folder.</summary>
    public string? Output { get; init; }

    /// <summary>The folder that is published into.</summary>
    public string OutputFolder => Output ?? Path.Join(Site, "public");

    /// <summary>
    /// Single settings of site.yml that the environment or the command line replaces; later ones win.
    /// </summary>
    public IReadOnlyList<SettingOverride> Overrides { get; init; } = [];

    /// <summary>Trust no log: render everything, compare, and remove leftovers at the end.</summary>
    public bool Clean { get; init; }

    public bool Drafts { get; init; }

    /// <summary>Articles dated after <see cref="AsOf"/> are built, too.</summary>
    public bool Future { get; init; }

    /// <summary>
    /// The only "now" there is: decides what is still in the future and what has expired, nothing else.
    /// </summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether <see cref="AsOf"/> was read from the machine's clock, which may be wrong.</summary>
    public bool AsOfIsClock { get; init; }

    /// <summary>A clock that is behind the last build's is right all the same.</summary>
    public bool ClockIsRight { get; init; }

    /// <summary>Symbolic links are followed where they lead out of the site.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>The treatment of files in the output folder that no record lists.</summary>
    public Adoption Adoption { get; init; }

    /// <summary>Where the key is that authenticates what builds remember.</summary>
    public StateKeyPlace StateKey { get; init; } = StateKeyPlace.Of(ReadOnlyDictionary<string, string>.Empty);

    /// <summary>Of the site.</summary>
    public LinkPolicy Links => new(Site, FollowLinks);

    /// <summary>
    /// Of the output folder: one that the person named may be anywhere, but a link with the usual name came with the
    /// site.
    /// </summary>
    public LinkPolicy OutputLinks => Links with { FollowsOut = FollowLinks || Output is not null };

    /// <summary>Workers, from 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The process that decodes images.</summary>
    public ImageWorkerCommand ImageWorker { get; init; } = ImageWorkerCommand.Default;

    /// <summary>An output path, a site URL or a source path whose page is to be explained, or null.</summary>
    public string? Explain { get; init; }

    /// <summary>Whether the report lists which files were written and removed, and why.</summary>
    public bool ExplainChange { get; init; }
}

/// <param name="Done">Files read, images decoded, or pages done.</param>
/// <param name="Total">Of how many.</param>
internal readonly record struct BuildProgress(BuildStage Stage, int Done, int Total);

/// <summary>The stages of a build that take long enough to be watched.</summary>
internal enum BuildStage
{
    /// <summary>Reading sources.</summary>
    Load,

    /// <summary>Decoding images.</summary>
    Images,

    /// <summary>Rendering and publishing pages.</summary>
    Publish,
}
