using StaticNews.Articles;
using StaticNews.Articles.Prose;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>What can be wrong in an article's Markdown: SN15xx.</summary>
internal static class BodyDiagnostics
{
    /// <summary>
    /// A target that the archive does not hold, by what it is: a Markdown file (SN1501), a file that another generator would find by its
    /// name (SN1507), a URL of the site (SN1502), a picture or another file (SN1503).
    /// </summary>
    public static Diagnostic NotInArchive(LinkReference link)
    {
        if (link.Target.StartsWith(LinkTarget.AnyFolder, StringComparison.Ordinal))
        {
            return BrokenReference(link.At, link.Target[LinkTarget.AnyFolder.Length..]);
        }

        if (link.Target.StartsWith('/'))
        {
            return UnknownRootLink(link.At, link.Target);
        }

        return link.Target.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? BrokenArticleLink(link.At, link.Target)
            : MissingFile(link.At, link.Target);
    }

    /// <summary><c>[the flood](flod.md)</c> where no such file is.</summary>
    public static Diagnostic BrokenArticleLink(SourceLocation at, string path) =>
        Diagnostic.Error("SN1501", at, $"there is no article 'content/{path}'", "A link is relative to this file's folder; with '/' at its start, to content/. The words stay, without a link.");

    /// <summary><c>[all floods](/floods/)</c> where the site has no such page.</summary>
    public static Diagnostic UnknownRootLink(SourceLocation at, string url) =>
        Diagnostic.Warning("SN1502", at, $"this site has no page '{url}'", "The words stay, without a link. If the page is on the site where these articles were first published, set markdown.elsewhere in site.yml.");

    /// <summary><c>![The river](river.jpg)</c> where no such file is.</summary>
    public static Diagnostic MissingFile(SourceLocation at, string path) =>
        Diagnostic.Warning("SN1503", at, $"there is no file 'content/{path}'", "A picture is replaced by its description, a link by its words. Put the file there, or correct the name (capitals count).");

    /// <summary><c>[click](javascript:alert(1))</c>, <c>[files](ftp://a.example/)</c>.</summary>
    public static Diagnostic RefusedScheme(SourceLocation at) =>
        Diagnostic.Warning("SN1504", at, "a link may lead to http, https, mailto or tel addresses only", "The words stay, without a link.");

    /// <summary><c>{{&lt; carousel &gt;}}</c>, once an article and name.</summary>
    public static Diagnostic UnknownShortcode(SourceLocation at, string name) =>
        Diagnostic.Warning("SN1505", at, $"shortcode '{name}' is not known and is left out", "ref, relref, figure, img, youtube and vimeo are understood. What a pair of shortcodes encloses stays.");

    /// <summary>Hundreds of <c>&gt;</c> or <c>[</c> in a row.</summary>
    public static Diagnostic NestedTooDeeply(SourceLocation at) =>
        Diagnostic.Error("SN1506", at, $"quotes, lists or brackets are nested more than {ProseParser.NestingMax} deep here", "The text is shown as it is written. Look for a long row of '>', '-', '[' or '*'.");

    /// <summary><c>{{&lt; ref "flod.md" &gt;}}</c> where no folder holds a file of that name.</summary>
    public static Diagnostic BrokenReference(SourceLocation at, string name) =>
        Diagnostic.Warning("SN1507", at, $"no article's file is named '{name}'", "The words stay, without a link.");
}
