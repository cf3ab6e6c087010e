using System.Buffers;
using BenchmarkDotNet.Attributes;
using StaticNews.Content;
using StaticNews.Feeds;
using StaticNews.Markdown;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// An item of an RSS feed of 20: with the whole article, whose HTML is there already, and with its summary only.
/// </summary>
public class FeedBenchmarks
{
    private const int Items = 20;

    private readonly ArrayBufferWriter<byte> _output = new();
    private RssFeed _full = Feed([]);
    private RssFeed _summaries = Feed([]);

    [GlobalSetup]
    public void Prepare()
    {
        var renderer = new BodyRenderer(
            SampleArchive.Config.Markdown,
            SampleArchive.Config.BaseUrl,
            SampleArchive.Config.Related
        );
        var articles = SampleArchive.Articles(Items);
        _summaries = Feed([.. articles.Select(Item)]);
        _full = Feed([
            .. articles.Select(article =>
                Item(article) with
                {
                    ContentHtml = renderer.RenderFeed(
                        BodySource.Of(article, new Dictionary<string, string>(StringComparer.Ordinal)),
                        "/world/sample.html"
                    ),
                }
            ),
        ]);
    }

    [Benchmark(OperationsPerInvoke = Items)]
    public int FullText() => Written(_full);

    [Benchmark(OperationsPerInvoke = Items)]
    public int Summary() => Written(_summaries);

    private int Written(RssFeed feed)
    {
        _output.ResetWrittenCount();
        RssWriter.Write(feed, _output);
        return _output.WrittenCount;
    }

    private static RssFeed Feed(IReadOnlyList<RssItem> items) =>
        new(
            "The Generated Times",
            "https://generated.example/",
            "https://generated.example/feed.xml",
            null,
            "en",
            items
        );

    private static RssItem Item(Article article) =>
        new()
        {
            Title = article.Summary.Title,
            Link = "https://generated.example/world/sample.html",
            Guid = RssGuid.Of(null, "https://generated.example/world/sample.html"),
            Published = article.Summary.Date,
            Updated = article.Summary.Updated,
            Description = article.Summary.Lede,
            Creators = [.. article.Summary.Authors.Select(author => author.Name)],
            Categories = article.Summary.Tags,
        };
}
