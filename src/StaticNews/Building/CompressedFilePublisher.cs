using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Output;
using StaticNews.Pages;

namespace StaticNews.Building;

/// <summary>
/// Puts compressed copies beside the files of the site, as site.yml asks for them. A copy is an output like any other,
/// decided by its original's bytes and the method; where one would save too little there is none, and the original's
/// note says so. Safe for many threads.
/// </summary>
internal sealed class CompressedFilePublisher(SitePlan plan, OutputTree tree, bool isClean, ChangeList? change)
{
    private static readonly CompressionMethod[] AllMethods = Enum.GetValues<CompressionMethod>();

    private readonly CompressionMethod[] _methods = CompressionMethods.AskedFor(plan.Config.Precompress);
    private readonly HashSet<string> _others =
        CompressionMethods.AskedFor(plan.Config.Precompress).Length == 0 ? [] : OthersOf(plan.Catalog);
    private readonly CompressionTally _tally = new();

    public bool AreAskedFor => _methods.Length > 0;

    public IReadOnlyList<CompressedFiles> Counted => _tally.Methods();

    /// <summary>Makes those that no earlier build made of these bytes.</summary>
    public void Make(PublishedFile file, Compressor compressor)
    {
        if (!CompressionMethods.IsText(file.Path) || !CompressionMethods.IsWorthTrying(file.Size))
        {
            return;
        }

        foreach (var method in _methods)
        {
            Make(method, file, compressor);
        }
    }

    /// <summary>
    /// After a file got new bytes: a copy of the old ones would go on being served in its place, so it cannot wait
    /// until leftovers are removed.
    /// </summary>
    public void WithdrawOld(string path)
    {
        foreach (var method in AllMethods)
        {
            tree.Withdraw(path + CompressionMethods.EndingOf(method));
        }
    }

    private void Make(CompressionMethod method, PublishedFile file, Compressor compressor)
    {
        var path = file.Path + CompressionMethods.EndingOf(method);
        if (file.Note.Skips(method) || _others.Contains(path) || !StaticNews.Output.OutputPath.IsSafe(path))
        {
            return;
        }

        var key = CompressionMethods.KeyOf(method, file.Content);
        if (!isClean && tree.Keep(path, key, owner: null, out var kept))
        {
            Count(method, file, (int)kept.Stamp.Size);
            return;
        }

        if (file.Bytes is not { } bytes)
        {
            return;
        }

        var copy = compressor.Compress(method, bytes.Span);
        if (!CompressionMethods.IsWorthKeeping(file.Size, copy.Length))
        {
            file.Note = file.Note.WithSkipped(method);
            return;
        }

        var outcome = tree.Publish(path, copy, key);
        if (outcome == PublishOutcome.Written)
        {
            change?.Add(ChangeReason.Compressed, path);
        }

        if (outcome != PublishOutcome.Failed)
        {
            Count(method, file, copy.Length);
        }
    }

    /// <summary>A page in brotli has been weighed.</summary>
    private void Count(CompressionMethod method, PublishedFile file, int bytes)
    {
        _tally.Add(method, file.Size, bytes);
        if (method == CompressionMethod.Brotli && plan.Config.Budgets is not null && file.Note.Best != bytes)
        {
            file.Note = file.Note with { Best = bytes };
        }
    }

    /// <summary>
    /// Paths of copies that the site's own files and old URLs have taken, or their folders:
    /// <c>content/world/map.svg.gz</c>. These are the site's word, and stand. Compared without case, as URLs are.
    /// </summary>
    private static HashSet<string> OthersOf(Catalog catalog)
    {
        var others = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var asset in catalog.Assets)
        {
            Add(SiteUrls.Asset(asset)[1..], others);
        }

        foreach (var alias in catalog.Aliases)
        {
            Add(OutputFile.Of(alias.Url), others);
        }

        return others;
    }

    private static void Add(string path, HashSet<string> others)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            AddOne(path.AsSpan(0, end), others);
        }

        AddOne(path, others);
    }

    private static void AddOne(ReadOnlySpan<char> path, HashSet<string> others)
    {
        foreach (var method in AllMethods)
        {
            if (path.EndsWith(CompressionMethods.EndingOf(method), StringComparison.OrdinalIgnoreCase))
            {
                others.Add(path.ToString());
            }
        }
    }
}
