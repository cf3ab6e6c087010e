using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Pages;

/// <summary>
/// One output file: where it goes, what decides it, and how it is made. <see cref="Describe"/> and <see cref="Render"/>
/// read the same closed plan; what the one leaves out the other must not show.
/// </summary>
internal abstract class PageJob(string path)
{
    /// <summary>Below the output folder, with '/': <c>world/2014/05/flood.html</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Of an HTML page that a template makes; null for every other file. Pages are weighed by kind.</summary>
    public abstract PageKind? Kind { get; }

    /// <summary>
    /// The reason that stands for a change of the file unless its key tells a better one (see
    /// <see cref="ChangeReasons"/>).
    /// </summary>
    public abstract ChangeReason Subject { get; }

    /// <summary>The article whose own page this is, below content/; null for every other file.</summary>
    public virtual string? Source => null;

    /// <summary>
    /// The source, below content/, without which the file would not be there: the article of a page in either edition
    /// or of an old URL. Null for what is made of many. While it has errors, what was published of it stays.
    /// </summary>
    public virtual string? Owner => Source;

    /// <summary>Names everything that decides the file, from the plan alone: no source is read.</summary>
    public abstract void Describe(IFingerprintSink key);

    /// <summary>Makes the file. What is wrong is reported to <paramref name="worker"/>.</summary>
    /// <returns>False where an error keeps the file from being made; the one of an earlier build then stays.</returns>
    public abstract bool Render(PageWorker worker);
}

/// <summary>The file that answers for a URL of the site, as the output folder names it.</summary>
internal static class OutputFile
{
    /// <param name="url">
    /// From the root: <c>/world/</c> is <c>world/index.html</c>, <c>/about.html</c> is <c>about.html</c>.
    /// </param>
    public static string Of(string url) => RouteFile.Of(url)[1..];
}

/// <summary>Gives a whole article back from its file: pages are pure, so the disk is behind this.</summary>
internal interface IArticleSource
{
    /// <summary>
    /// The article, or null where its file is gone or has changed since the build began; then the problem is added.
    /// </summary>
    Article? Load(ArticleSummary summary, List<Diagnostic> problems);

    /// <summary>The work is done for which articles were loaded.</summary>
    void EndWork();
}
