using StaticNews.Articles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// Dates of change that have not come yet. What is read of an article does not depend on the clock, so they are taken out here, for all that is made of
/// the catalogue: otherwise one slip of the pen stands at the top of every feed for years.
/// </summary>
internal static class UpdatedDates
{
    /// <summary>The same articles, those with such a date without it, and a warning for each. An article of the future keeps its date of change.</summary>
    public static IReadOnlyList<ArticleSummary> WithoutFuture(IReadOnlyList<ArticleSummary> summaries, DateTimeOffset now, List<Diagnostic> diagnostics)
    {
        ArticleSummary[]? kept = null;
        for (var i = 0; i < summaries.Count; i++)
        {
            var summary = summaries[i];
            if (summary.Updated is not { } updated || updated.UtcTicks <= now.UtcTicks || summary.Date.UtcTicks > now.UtcTicks)
            {
                continue;
            }

            kept ??= [.. summaries];
            kept[i] = summary with { Updated = null };
            diagnostics.Add(ArchiveDiagnostics.UpdatedInFuture(SourceLocation.File(SourcePath.Shown(summary.Path))));
        }

        return kept ?? summaries;
    }
}
