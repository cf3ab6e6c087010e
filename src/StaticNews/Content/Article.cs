using StaticNews.Content.Facts;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>A whole article, alive for one work item: its summary and what only its own page shows.</summary>
internal sealed record Article
{
    public static readonly IReadOnlyDictionary<string, object?> NoParams = new Dictionary<string, object?>(
        StringComparer.Ordinal
    );

    public required ArticleSummary Summary { get; init; }

    /// <summary>The whole source; <see cref="Body"/> is a span of it.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The Markdown after the front matter.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>
    /// The lede that the source writes; null where the summary's lede is the first paragraph, which must not be shown
    /// twice.
    /// </summary>
    public string? Standfirst { get; init; }

    /// <summary>The summary's, with caption and credit.</summary>
    public ArticleImage? Image { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Where it was written from: "PARIS"; null for none.</summary>
    public string? Dateline { get; init; }

    /// <summary>The desk in the byline: "World Desk"; null for none.</summary>
    public string? Desk { get; init; }

    /// <summary>Agencies whose reports it uses.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    public string? StatusReason { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>When the text was taken from <see cref="SourceUrl"/>.</summary>
    public ArticleDate? Captured { get; init; }

    public string? License { get; init; }

    /// <summary>
    /// The open part, for templates: strings, long, double, bool, null, lists and dictionaries of these.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } = NoParams;
}

/// <summary>An article's Markdown as HTML, cut where the list "More from …" may stand.</summary>
/// <param name="Lead">
/// Up to and with the paragraph after which the inline list stands; the whole body where there is no such place.
/// </param>
/// <param name="Rest">What follows it; empty where there is no such place.</param>
/// <param name="Words">Words of the visible text.</param>
/// <param name="Fault">
/// Why it is plain text; null where it is not, and where a scan tells that its Markdown is nested too deeply.
/// </param>
internal sealed record RenderedBody(string Lead, string Rest, int Words, StaticNews.Markdown.BodyFault? Fault = null);

/// <summary>What reading one source gave.</summary>
/// <param name="Article">Null unless the state is <see cref="SourceState.Article"/>.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedArticle(SourceState State, Article? Article, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Files and articles that a source names which is not shown: what no published source names is not published
    /// either.
    /// </summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedArticle Failed(params IReadOnlyList<Diagnostic> diagnostics) =>
        new(SourceState.Failed, null, diagnostics);
}

/// <summary>What became of a source when it was read.</summary>
internal enum SourceState : byte
{
    /// <summary>An article. Whether it is public today is decided with the date of the build.</summary>
    Article,

    /// <summary>A draft, which this build does not show.</summary>
    Draft,

    /// <summary>
    /// It may not be public, by a key or value that cannot be understood. Its published files are taken
    /// down.
    /// </summary>
    HeldBack,

    /// <summary>An error keeps it out. What earlier builds published of it stays.</summary>
    Failed,
}

/// <summary>What the archive learns from reading one source.</summary>
/// <param name="Summary">Null unless the state is <see cref="SourceState.Article"/>.</param>
/// <param name="Diagnostics">In the order in which they are shown.</param>
internal sealed record LoadedSummary(SourceState State, ArticleSummary? Summary, IReadOnlyList<Diagnostic> Diagnostics)
{
    private static readonly LoadedSummary Unread = new(SourceState.Article, null, []);

    /// <summary><see cref="LoadedArticle.References"/>.</summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedSummary Of(LoadedArticle loaded) =>
        new(loaded.State, loaded.Article?.Summary, loaded.Diagnostics) { References = loaded.References };

    public static LoadedSummary Failed(Diagnostic problem) => new(SourceState.Failed, null, [problem]);

    public void WriteTo(ref FactsWriter facts) => Visit(ref facts, this, Summary?.Path ?? "", default);

    /// <summary>What <see cref="WriteTo"/> wrote, to the last byte; null where the bytes are anything else.</summary>
    /// <param name="path">Of the source, below content/.</param>
    /// <param name="content">Of the source's bytes.</param>
    public static LoadedSummary? ReadFrom(ref FactsScanner facts, string path, ContentHash content)
    {
        var read = Visit(ref facts, Unread, path, content);
        return facts.IsDone ? read : null;
    }

    /// <summary>
    /// Diagnostics are kept and reported by every build: a warning must not vanish with the second build.
    /// </summary>
    private static LoadedSummary Visit<T>(ref T facts, LoadedSummary of, string path, ContentHash content)
        where T : struct, IFactsVisitor, allows ref struct
    {
        var state = (SourceState)facts.UpTo((long)SourceState.Failed, (long)of.State, FactUse.LogOnly);
        var summary =
            state == SourceState.Article
                ? ArticleSummary.Visit(ref facts, of.Summary ?? ArticleSummary.Unread, path, content)
                : null;
        var references = facts.References(of.References, FactUse.LogOnly);
        return new LoadedSummary(state, summary, facts.Diagnostics(of.Diagnostics)) { References = references };
    }
}

/// <summary>What reading one profile gave.</summary>
/// <param name="Profile">Null unless the state is <see cref="SourceState.Article"/>.</param>
internal sealed record LoadedProfile(SourceState State, Profile? Profile, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary><see cref="LoadedArticle.References"/>.</summary>
    public IReadOnlyList<LinkReference> References { get; init; } = [];

    public static LoadedProfile Failed(Diagnostic problem) => new(SourceState.Failed, null, [problem]);
}
