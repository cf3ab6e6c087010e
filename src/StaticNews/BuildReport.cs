using StaticNews.Delivery;
using StaticNews.Diagnostics;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>What a build did.</summary>
internal sealed record BuildReport
{
    /// <summary>False: the build was refused before it began, and nothing was looked at but what <see cref="Diagnostics"/> say.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>Articles that have a page.</summary>
    public int Articles { get; init; }

    /// <summary>What became of the article files.</summary>
    public SourceCounts Sources { get; init; } = new();

    /// <summary>Files below content/ that are not published, because only unpublished texts use them; ordinal.</summary>
    public IReadOnlyList<string> UnpublishedFiles { get; init; } = [];

    /// <summary>Files that the site consists of.</summary>
    public int Pages { get; init; }

    public int Rendered { get; init; }

    /// <summary>Pages whose key and file stand: neither rendered nor compared.</summary>
    public int Reused { get; init; }

    /// <summary>Files that are new or have new bytes.</summary>
    public int Written { get; init; }

    /// <summary>Rendered or copied files that had the same bytes already.</summary>
    public int Unchanged { get; init; }

    public int Removed { get; init; }

    /// <summary>Files in the output folder of which no record tells who wrote them, ordinal; what became of them says <see cref="BuildOptions.Adoption"/>.</summary>
    public IReadOnlyList<string> UnknownFiles { get; init; } = [];

    /// <summary>What earlier builds published of sources that have errors now, and this one did not make: it stays.</summary>
    public IReadOnlyList<OwnedFile> KeptFiles { get; init; } = [];

    /// <summary>Whether <see cref="UnknownFiles"/> were removed.</summary>
    public bool HasRemovedUnknown { get; init; }

    /// <summary>As the build was asked.</summary>
    public Adoption Adoption { get; init; }

    /// <summary>Sources, below content/, that were not what earlier builds remember of them.</summary>
    public IReadOnlyList<string> StaleSources { get; init; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Lines that answer <see cref="BuildOptions.Explain"/>; empty when nothing was asked.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    /// <summary>What was written and removed, by reason; empty unless <see cref="BuildOptions.ExplainChange"/>.</summary>
    public IReadOnlyList<ChangeGroup> Change { get; init; } = [];

    /// <summary>What pages weigh, by kind; null where site.yml has no budgets.</summary>
    public WeightReport? Weights { get; init; }

    /// <summary>The compressed copies that stand, by method; empty where site.yml asks for none.</summary>
    public IReadOnlyList<CompressedFiles> Compressed { get; init; } = [];

    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);

    public int Warnings => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
}
