using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Output;
using StaticNews.Pages;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Weighs pages against the budgets of site.yml. A weight that takes long to compute is kept in the log; what
/// other files and site.yml decide (pictures' sizes, the limit) is looked up by every build. So a page over its budget
/// is reported again without being rendered or even read. Safe for many threads.
///
/// <para>Where copies in brotli are made, HTML weighs what they do. Elsewhere it is weighed quickly, some tenth too
/// heavy, and at its best only where it would be over its limit by that: brotli's best quality takes longer than all
/// the rest of a page.</para>
/// </summary>
internal sealed class PageWeigher(SitePlan plan, LoadedSite survey, OutputTree tree)
{
    private const string SharedAssets = "assets/";

    private readonly WeightTable _table = new();
    private readonly bool _isBest = plan.Config.Precompress.Brotli;

    public WeightReport Report =>
        new(
            _isBest ? "brotli 11" : $"brotli {Compressor.QuickBrotliQuality}, and 11 where that is over the limit",
            _table.Kinds(PageKinds.Names, kind => BudgetOf(kind)?.Limit)
        );

    /// <param name="source">The article's, below content/; null for another page.</param>
    /// <returns>The diagnostic of a page over its limit; else null.</returns>
    public Diagnostic? Weigh(PublishedFile page, PageKind kind, string? source, Compressor compressor)
    {
        var name = PageKinds.NameOf(kind);
        var budget = BudgetOf(name);
        if (PicturesOf(page) is not { } pictures)
        {
            return null;
        }

        var counted = budget is { WithPictures: false } ? [] : pictures;
        if (HtmlOf(page, budget?.Limit - counted.Sum(static picture => picture.Bytes), compressor) is not { } html)
        {
            return null;
        }

        var isOver = new PageWeight(page.Path, html, counted).Total > budget?.Limit;
        _table.Add(name, new PageWeight(page.Path, html, pictures), isOver);
        return isOver && StyleOf(page, compressor) is { } style
            ? WeightDiagnostics.PageTooHeavy(
                Place(page, source),
                page.Path,
                name,
                html,
                style,
                counted,
                budget!.Limit,
                budget.WithPictures
            )
            : null;
    }

    private Budget? BudgetOf(string kind)
    {
        foreach (var budget in plan.Config.Budgets!)
        {
            if (string.Equals(budget.Kind, kind, StringComparison.Ordinal))
            {
                return budget;
            }
        }

        return null;
    }

    private SourceLocation Place(PublishedFile page, string? source) =>
        source is null ? SourceLocation.File(tree.DisplayPath(page.Path)) : SourcePath.File(source);

    /// <param name="limit">The part of the limit that the images leave.</param>
    private int? HtmlOf(PublishedFile page, long? limit, Compressor compressor)
    {
        if (_isBest)
        {
            return BestOf(page, compressor);
        }

        if (page.Note.Quick is null && page.Bytes is { } bytes)
        {
            page.Note = page.Note with { Quick = compressor.QuickBrotliBytes(bytes.Span) };
        }

        return page.Note.Quick > limit ? BestOf(page, compressor) : page.Note.Quick;
    }

    private static int? BestOf(PublishedFile page, Compressor compressor)
    {
        if (page.Note.Best is null && page.Bytes is { } bytes)
        {
            page.Note = page.Note with { Best = compressor.BrotliBytes(bytes.Span) };
        }

        return page.Note.Best;
    }

    /// <summary>By how much the page would be lighter without its styles.</summary>
    private static int? StyleOf(PublishedFile page, Compressor compressor)
    {
        if (page.Note.Style is null && page.Bytes is { } bytes && BestOf(page, compressor) is { } best)
        {
            var without = compressor.BrotliBytes(HtmlScanner.WithoutStyles(bytes.Span));
            page.Note = page.Note with { Style = Math.Clamp(best - without, 0, best) };
        }

        return page.Note.Style;
    }

    /// <summary>The heaviest first; null where the page cannot be read.</summary>
    private List<(string Path, long Bytes)>? PicturesOf(PublishedFile page)
    {
        if (page.Note.Pictures is null && page.Bytes is { } bytes)
        {
            page.Note = page.Note with { Pictures = PathsOf(page.Path, HtmlScanner.Pictures(bytes.Span)) };
        }

        if (page.Note.Pictures is not { } paths)
        {
            return null;
        }

        var pictures = new List<(string Path, long Bytes)>(paths.Count);
        foreach (var path in paths)
        {
            pictures.Add((path, BytesOf(path)));
        }

        pictures.Sort(
            static (left, right) =>
                right.Bytes.CompareTo(left.Bytes) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.Path, right.Path)
        );
        return pictures;
    }

    private List<string> PathsOf(string page, List<string> addresses)
    {
        var paths = new List<string>(addresses.Count);
        foreach (var address in addresses)
        {
            if (
                SiteFileAddress.OutputPathOf(plan.Config.BaseUrl, page, address) is { } path
                && !paths.Contains(path, StringComparer.Ordinal)
            )
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    /// <summary>
    /// From the sources, because they are known before any file is copied, and because a file that stands in the output
    /// folder may be one that this build removes. 0 for a missing image, which is reported elsewhere.
    /// </summary>
    private long BytesOf(string path) =>
        survey.BytesOf(path.StartsWith(SharedAssets, StringComparison.Ordinal) ? $"_{path}" : path) ?? 0;
}
