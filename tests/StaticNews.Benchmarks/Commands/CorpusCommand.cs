using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using StaticNews.Benchmarks.Corpus;

namespace StaticNews.Benchmarks.Commands;

/// <summary><c>corpus</c>: an archive as large as one likes.</summary>
internal static class CorpusCommand
{
    /// <summary>Enough to tell two archives apart; a test pins the digest of as many.</summary>
    private const int DigestArticles = 500;

    public static Command Create()
    {
        var folder = new Argument<string>("OUT") { Description = "The content folder to write." };
        var articles = CommonOptions.Articles();
        var seed = CommonOptions.Seed();
        var command = new Command("corpus", "Write an invented news archive, the same for the same seed.")
        {
            folder,
            articles,
            seed,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(folder)!,
                parsed.GetValue(articles),
                parsed.GetValue(seed),
                parsed.InvocationConfiguration.Output
            )
        );
        return command;
    }

    private static int Run(string folder, int articles, int seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var corpus = new ArchiveCorpus(seed);
        CorpusWriter.Write(corpus, articles, folder);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{articles} articles in {watch.Elapsed.TotalSeconds:F1} s")
        );
        output.WriteLine(
            $"digest of the first {Math.Min(articles, DigestArticles)}: "
                + $"{corpus.Digest(Math.Min(articles, DigestArticles))}"
        );
        output.WriteLine($"site.yml:\nsections:\n{ArchiveCorpus.SectionsYaml}");
        return 0;
    }
}
