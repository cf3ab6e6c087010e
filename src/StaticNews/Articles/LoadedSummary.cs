using StaticNews.Articles.Facts;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>What the archive learns from reading one source.</summary>
/// <param name="Summary">Null unless the state is <see cref="SourceState.Article"/>.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedSummary(SourceState State, ArticleSummary? Summary, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary><see cref="LoadedArticle.References"/>.</summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedSummary Of(LoadedArticle loaded) => new(loaded.State, loaded.Article?.Summary, loaded.Diagnostics) { References = loaded.References };

    public static LoadedSummary Failed(Diagnostic problem) => new(SourceState.Failed, null, [problem]);

    public void WriteTo(FactsWriter facts)
    {
        facts.Number((ulong)State);
        if (Summary is not null)
        {
            SummaryFacts.Write(facts, Summary);
        }

        SummaryFacts.WriteReferences(facts, References);
        DiagnosticFacts.Write(facts, Diagnostics);
    }

    /// <summary>What <see cref="WriteTo"/> wrote, to the last byte; null where the bytes are anything else.</summary>
    /// <param name="path">Of the source, below content/.</param>
    /// <param name="content">Of the source's bytes.</param>
    public static LoadedSummary? ReadFrom(ref FactsScanner facts, string path, ContentHash content)
    {
        var state = (SourceState)facts.UpTo((int)SourceState.Failed);
        var summary = state == SourceState.Article ? SummaryFacts.Read(ref facts, path, content) : null;
        var references = SummaryFacts.ReadReferences(ref facts);
        var diagnostics = DiagnosticFacts.Read(ref facts);
        return facts.IsDone ? new LoadedSummary(state, summary, diagnostics) { References = references } : null;
    }
}
