using System.Security.Cryptography;
using System.Text;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// A news archive of any size, made of a seed. Article i depends on the seed and i only: a small archive is the
/// beginning of a large one, and any number of workers makes the same. Links lead to articles of lower numbers and
/// earlier dates, so that none is broken at any size.
/// </summary>
internal sealed class ArchiveCorpus(int seed)
{
    private readonly GeneratedNewspaper _paper = new(seed);

    /// <summary>What a site.yml says of this archive's sections.</summary>
    public static string SectionsYaml { get; } =
        string.Concat(
            ArchiveSection
                .All.Where(section => !section.Id.Contains('/', StringComparison.Ordinal))
                .Select(section => Yaml(section, "  "))
        );

    public ArticleFrame FrameOf(int article) => ArticleFrame.Of(_paper, seed, article, null);

    public CorpusFile Compose(int article) => Compose(article, FrameOf(article));

    /// <summary>The same article as if it had been published on another day.</summary>
    public CorpusFile ComposeAt(int article, DateTimeOffset date) =>
        Compose(article, ArticleFrame.Of(_paper, seed, article, date));

    /// <summary>Of the first articles, paths and texts; the same on every machine.</summary>
    public string Digest(int articles)
    {
        var hashes = new byte[SHA256.HashSizeInBytes * (long)articles];
        Parallel.For(
            0,
            articles,
            article =>
            {
                var file = Compose(article);
                SHA256.HashData(
                    Encoding.UTF8.GetBytes($"{file.Path}\n{file.Text}"),
                    hashes.AsSpan(article * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)
                );
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(hashes));
    }

    private CorpusFile Compose(int article, ArticleFrame frame)
    {
        var text = new StringBuilder(8 * 1024);
        var tags = new FrontMatterGenerator(_paper, frame, text).Write(
            SeededRandom.For(seed, article, RandomPurpose.Details)
        );
        new BodyGenerator(_paper, tags, text, markedInThousand: 120).Write(
            LinksOf(article, frame),
            SeededRandom.For(seed, article, RandomPurpose.Body)
        );
        return new CorpusFile(frame.Path, text.ToString());
    }

    /// <summary>Markdown links to up to three articles that were published before.</summary>
    private List<string> LinksOf(int article, ArticleFrame frame)
    {
        var dice = SeededRandom.For(seed, article, RandomPurpose.Links);
        var links = new List<string>();
        var toContent = string.Concat(Enumerable.Repeat("../", frame.Path.Count(c => c == '/')));
        for (
            var tries = article == 0 || dice.Chance(350) ? 0 : dice.Between(1, 6);
            tries > 0 && links.Count < 3;
            tries--
        )
        {
            var target = FrameOf(dice.Below(article));
            if (target.Date < frame.Date)
            {
                links.Add($"[{target.Title}]({toContent}{target.Path})");
            }
        }

        return links;
    }

    private static string Yaml(ArchiveSection section, string indent)
    {
        var inside = ArchiveSection
            .All.Where(other =>
                other.Id.StartsWith(section.Id + '/', StringComparison.Ordinal)
                && other.Id.LastIndexOf('/') == section.Id.Length
            )
            .ToList();
        var own =
            $"{indent}- id: {section.Id[(section.Id.LastIndexOf('/') + 1)..]}\n{indent}  title: {section.Title}\n";
        return inside.Count == 0
            ? own
            : $"{own}{indent}  sections:\n{string.Concat(inside.Select(other => Yaml(other, indent + "    ")))}";
    }
}
