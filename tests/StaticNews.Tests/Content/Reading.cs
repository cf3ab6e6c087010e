using System.Text;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Tests.Configuration;
using StaticNews.Tests.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>Reads an article from a text, for tests.</summary>
internal static class Reading
{
    public const string Path = "world/flood.md";

    public static readonly SiteConfig Config = SiteYml.Good(
        """
        language: en-GB
        time_zone: Europe/London
        front_matter:
          keys: { topics: tags, subjects: tags, deck: summary, by: authors }
          zones: { IST: Asia/Kolkata }
          ignore: [weight]

        """
    );

    public static LoadedArticle Text(
        string text,
        string path = Path,
        SiteConfig? config = null,
        DraftHandling drafts = DraftHandling.Skip
    )
    {
        var loaded = new ArticleReader(config ?? Config, drafts).Read(path, Encoding.UTF8.GetBytes(text));
        MessageStyle.Check(loaded.Diagnostics);
        return loaded;
    }

    /// <summary>An article with title, date and these lines of front matter; it must be read without a word.</summary>
    public static Article Good(string frontMatter, string path = Path, SiteConfig? config = null)
    {
        var loaded = Text($"---\ntitle: The flood\ndate: 2014-05-17\n{frontMatter}\n---\nText.\n", path, config);
        Assert.Empty(loaded.Diagnostics);
        return loaded.Article!;
    }
}
