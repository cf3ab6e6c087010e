using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Pages;

/// <summary>One output file: where it goes, the values that decide it, and how it is made of them.</summary>
internal abstract class PageJob(string path)
{
    /// <summary>Below the output folder, with '/': <c>world/2014/05/flood.html</c>.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The kind of an HTML page that a template makes; null for every other file. Pages are weighed by kind.
    /// </summary>
    public virtual PageKind? Kind => null;

    /// <summary>
    /// The reason that stands for a change of the file unless its fingerprint tells a better one (see
    /// <see cref="ChangeReasons"/>).
    /// </summary>
    public abstract ChangeReason Subject { get; }

    /// <summary>The article whose own page this is, below content/; null for every other file.</summary>
    public virtual string? Source => null;

    /// <summary>
    /// The source, below content/, without which the file would not be there: the article of a page in either edition
    /// or of an old URL. Null for a file that is made of many sources. While the source has errors, the published file
    /// stays.
    /// </summary>
    public virtual string? Owner => Source;

    /// <summary>
    /// Asks <paramref name="inputs"/> for every value that the file shows. While rendering, it then makes the file in
    /// the worker's output; while hashing, it reads no source and makes nothing.
    /// </summary>
    /// <returns>
    /// False where an error keeps the file from being made; the file of an earlier build then stays. The error is
    /// reported to the worker. The result means nothing while hashing.
    /// </returns>
    public abstract bool Make(PageInputs inputs);
}

/// <summary>An HTML page: the model of its template, made of its inputs.</summary>
internal abstract class HtmlPageJob(PageKind kind, string path) : PageJob(path)
{
    public sealed override PageKind? Kind => kind;

    /// <summary>The edition in whose words the page is written.</summary>
    public abstract Edition Edition { get; }

    public sealed override bool Make(PageInputs inputs)
    {
        inputs.Begin(kind, Edition);
        return inputs.Render(kind, Model(inputs));
    }

    /// <summary>The model of the page's template, all of whose values come from <paramref name="inputs"/>.</summary>
    /// <returns>
    /// Null where a source could not be read. While hashing, the inputs are all that counts, so that a job may return
    /// null as soon as it has asked for them.
    /// </returns>
    public abstract object? Model(PageInputs inputs);
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
