using System.Text;
using BenchmarkDotNet.Attributes;
using Markdig;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Markdown;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// The body of an article: as HTML for its page and for a feed, beside Markdig alone; what it links to; and the whole
/// source, as loading reads it.
/// </summary>
public class BodyBenchmarks
{
    private const int Articles = 100;

    private static readonly MarkdownPipeline Tables = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .Build();

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly ArticleReader _reader = new(SampleArchive.Config);
    private readonly BodyRenderer _renderer = new(
        SampleArchive.Config.Markdown,
        SampleArchive.Config.BaseUrl,
        SampleArchive.Config.Related
    );
    private readonly IReadOnlyList<Article> _articles = SampleArchive.Articles(Articles);
    private BodySource[] _bodies = [];
    private byte[][] _bytes = [];

    [GlobalSetup]
    public void Prepare()
    {
        _bodies =
        [
            .. _articles.Select(article =>
                BodySource.Of(
                    article,
                    article
                        .Summary.Links.DistinctBy(link => link.Target)
                        .ToDictionary(
                            link => link.Target,
                            link => "/" + link.Target.Replace(".md", ".html", StringComparison.Ordinal),
                            StringComparer.Ordinal
                        )
                )
            ),
        ];
        _bytes = [.. _articles.Select(article => Encoding.UTF8.GetBytes(article.Source.Text))];
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Markdig()
    {
        var length = 0;
        foreach (var body in _bodies)
        {
            length += global::Markdig.Markdown.ToHtml(body.Text, Tables).Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Page()
    {
        var words = 0;
        foreach (var body in _bodies)
        {
            words += _renderer.RenderPage(body).Words;
        }

        return words;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Feed()
    {
        var length = 0;
        foreach (var body in _bodies)
        {
            length += _renderer.RenderFeed(body, "/world/2020/01/sample.html").Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int LinkScan()
    {
        var links = 0;
        foreach (var article in _articles)
        {
            links += LinkScanner
                .Scan(article.Source, article.Body, article.Summary.Path, SampleArchive.Config.Markdown, _diagnostics)
                .Count;
        }

        return links;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Load()
    {
        var tags = 0;
        for (var i = 0; i < Articles; i++)
        {
            tags += _reader.Read(_articles[i].Summary.Path, _bytes[i]).Article!.Summary.Tags.Count;
        }

        return tags;
    }
}
