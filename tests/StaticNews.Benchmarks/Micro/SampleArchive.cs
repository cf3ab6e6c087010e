using System.Text;
using StaticNews.Archive;
using StaticNews.Benchmarks.Corpus;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Benchmarks.Micro;

/// <summary>The generated archive as the generator holds it in memory.</summary>
internal static class SampleArchive
{
    public static SiteConfig Config { get; } = ReadConfig();

    /// <summary>Sources in the order of their numbers.</summary>
    public static IReadOnlyList<SourceText> Texts(int articles)
    {
        var corpus = new ArchiveCorpus(1);
        return
        [
            .. Enumerable
                .Range(0, articles)
                .Select(corpus.Compose)
                .Select(file => new SourceText(file.Path, file.Text)),
        ];
    }

    public static IReadOnlyList<Article> Articles(int articles)
    {
        var reader = new ArticleReader(Config);
        return [.. Texts(articles).Select(text => reader.Read(text.Path, Encoding.UTF8.GetBytes(text.Text)).Article!)];
    }

    public static Catalog Catalog(int articles) =>
        Archive.Catalog.Build(
            Config,
            [.. Articles(articles).Select(article => article.Summary)],
            [],
            [],
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            includeFuture: false
        );

    private static SiteConfig ReadConfig()
    {
        var text =
            $"title: The Generated Times\nbase_url: https://generated.example/\ntime_zone: "
            + $"Etc/UTC\nsections:\n{ArchiveCorpus.SectionsYaml}";
        return SiteConfigReader.Read(new SourceText("site.yml", text), []).Config
            ?? throw new InvalidOperationException("The settings of the benchmarks are wrong.");
    }
}
