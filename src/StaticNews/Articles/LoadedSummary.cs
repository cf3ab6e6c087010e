using StaticNews.Articles.Facts;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>What the archive learns from reading one source.</summary>
/// <param name="Summary">Null where an error keeps the article out, and for drafts.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedSummary(ArticleSummary? Summary, IReadOnlyList<Diagnostic> Diagnostics)
{
    public void WriteTo(FactsWriter facts)
    {
        facts.Flag(Summary is not null);
        if (Summary is not null)
        {
            SummaryFacts.Write(facts, Summary);
        }

        DiagnosticFacts.Write(facts, Diagnostics);
    }

    /// <summary>What <see cref="WriteTo"/> wrote, to the last byte; null where the bytes are anything else.</summary>
    /// <param name="path">Of the source, below content/.</param>
    /// <param name="content">Of the source's bytes.</param>
    public static LoadedSummary? ReadFrom(ref FactsScanner facts, string path, ContentHash content)
    {
        var summary = facts.Flag() ? SummaryFacts.Read(ref facts, path, content) : null;
        var diagnostics = DiagnosticFacts.Read(ref facts);
        return facts.IsDone ? new LoadedSummary(summary, diagnostics) : null;
    }
}
