using StaticNews.Benchmarks.Corpus;

namespace StaticNews.Benchmarks.Builds;

/// <summary>
/// A site with a generated archive in a folder of its own, and the changes that newsrooms make to one.
/// </summary>
internal sealed class GeneratedSite(ArchiveCorpus corpus, int articles, string folder)
{
    private const string Title = "The Generated Times";
    private const string Foot = "partials/foot";

    public string Folder => Path.Combine(folder, "site");

    public string Content => Path.Combine(Folder, "content");

    /// <summary>Beside the site, so that nothing but sources lies in it.</summary>
    public string Output => Path.Combine(folder, "public");

    private string Settings => Path.Combine(Folder, "site.yml");

    public void Write()
    {
        CorpusWriter.Write(corpus, articles, Content);
        File.WriteAllText(
            Settings,
            $"""
            title: {Title}
            base_url: https://generated.example/
            language: en
            time_zone: Etc/UTC
            lite: false # the same files as in earlier figures, and as a peer makes
            sections:
            {ArchiveCorpus.SectionsYaml}
            """
        );
    }

    /// <summary>A paragraph more in the body of an article in the middle of the archive.</summary>
    public void EditOne()
    {
        var path = Path.Combine(Content, corpus.FrameOf(articles / 2).Path);
        File.AppendAllText(path, "\nA paragraph that was added after publication.\n");
    }

    /// <summary>The next article, newer than all others, as it is nearly always.</summary>
    public void AddOne() =>
        CorpusWriter.Write(
            Content,
            corpus.ComposeAt(articles, new DateTimeOffset(2024, 12, 31, 23, 59, 0, TimeSpan.Zero))
        );

    /// <summary>The paper's name: every page shows it.</summary>
    public void ChangeSettings() =>
        File.WriteAllText(
            Settings,
            File.ReadAllText(Settings).Replace(Title, Title + " and Post", StringComparison.Ordinal)
        );

    /// <summary>The footer: every page includes it.</summary>
    public void ChangeTemplate(StaticNewsCommand command)
    {
        command.Eject(Foot, Folder);
        var path = Path.Combine(Folder, "templates", Foot + ".sbn-html");
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace("</footer>", "<p>Printed on no paper.</p>\n</footer>", StringComparison.Ordinal)
        );
    }
}
