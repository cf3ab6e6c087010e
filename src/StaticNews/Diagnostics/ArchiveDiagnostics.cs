using System.Globalization;
using StaticNews.Compact;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages about files that contradict each other: <c>SN20xx</c> paths, <c>SN21xx</c> names of topics and
/// translations, <c>SN22xx</c> links, <c>SN23xx</c> dates that the build's clock contradicts.
/// </summary>
internal static class ArchiveDiagnostics
{
    /// <summary>The code of <see cref="PathClaimedTwice"/>.</summary>
    public const string PathClaimedTwiceCode = "SN2001";

    /// <summary>
    /// The code of <see cref="UpdatedInFuture"/>, which is reported for a file as a whole. The diagnostic locator reads
    /// the file afterwards and finds the line.
    /// </summary>
    public const string UpdatedInFutureCode = "SN2301";

    /// <summary>
    /// Two sources claim one output path; the message is reported for the later one by path, which is left out.
    /// Example: <c>content/world/flood.md</c> and <c>content/world/the-flood.md</c> with <c>slug: Flood</c>.
    /// </summary>
    public static Diagnostic PathClaimedTwice(SourceLocation at, string path, string firstSource) =>
        Diagnostic.Error(
            PathClaimedTwiceCode,
            at,
            $"'{path}' is already written by '{firstSource}', and this file is left out",
            "Give one of the two another slug or another name; many hosts take paths that differ only in case for one "
                + "file"
        );

    /// <summary>
    /// One source needs a file where another needs a folder: <c>content/a.html</c> and <c>content/a.html/map.png</c>.
    /// </summary>
    public static Diagnostic PathIsAlsoFolder(SourceLocation at, string path, string otherSource) =>
        Diagnostic.Error(
            "SN2002",
            at,
            $"'{path}' cannot be both a file and a folder, and '{otherSource}' needs it as the other kind; this file "
                + $"is left out",
            "Rename one of the two"
        );

    /// <summary>
    /// A source claims a path of the site's own pages: an article with the slug <c>index</c>, an asset
    /// <c>content/robots.txt</c>.
    /// </summary>
    /// <param name="hint">
    /// What to do where hosts know the file by this name, so that another name does not help; null elsewhere.
    /// </param>
    public static Diagnostic PathIsTheSites(SourceLocation at, string path, string owner, string? hint = null) =>
        Diagnostic.Error(
            "SN2003",
            at,
            $"'{path}' belongs to {owner}, and this file is left out",
            hint ?? "Rename it, give the article another 'slug', or move it to another folder"
        );

    /// <summary>
    /// Some file systems or hosts cannot store the path: a section <c>aux</c>, an asset <c>what?.png</c>.
    /// </summary>
    /// <param name="fault">The end of a sentence: "'aux' is the name of a device on Windows".</param>
    public static Diagnostic PathUnsafe(SourceLocation at, string path, string fault) =>
        Diagnostic.Error(
            "SN2004",
            at,
            $"'{Printable(path)}' cannot be an output path: {fault}; this file is left out",
            "Rename the file or its folder"
        );

    /// <summary>The code of <see cref="SectionReserved"/>.</summary>
    public const string SectionReservedCode = "SN2005";

    /// <summary>
    /// A section has the name of a folder that the site's own pages need: <c>content/tags/first.md</c>.
    /// </summary>
    /// <param name="articles">
    /// How many articles are left out with the section; 0 for a section that only site.yml names.
    /// </param>
    public static Diagnostic SectionReserved(SourceLocation at, string id, string reserved, int articles) =>
        Diagnostic.Error(
            SectionReservedCode,
            at,
            $"a section cannot be called '{id}', because '{reserved}' is a folder of the site's own pages; "
                + $"{ArticlesAre(articles)} left out",
            $"Rename the folder, or give its articles another section, such as '{reserved}-news'"
        );

    /// <summary>
    /// Two pages claim one old URL, or a page of today has this URL: <c>aliases: [/about.html]</c>.
    /// </summary>
    /// <param name="owner">What has this URL: "'content/about.md'".</param>
    public static Diagnostic AliasTaken(SourceLocation at, string alias, string owner) =>
        Diagnostic.Warning(
            "SN2006",
            at,
            $"the alias '{alias}' is already taken by {owner}, so it is left out",
            "Remove this alias, or the other claim to it"
        );

    /// <summary>An alias cannot be written as a file: <c>aliases: [/aux/flood.html]</c>.</summary>
    /// <param name="fault">As for <see cref="PathUnsafe"/>.</param>
    public static Diagnostic AliasUnsafe(SourceLocation at, string alias, string fault) =>
        Diagnostic.Warning(
            "SN2007",
            at,
            $"the alias '{Printable(alias)}' cannot be an output path: {fault}; it is left out",
            "Remove the alias; the page itself is built"
        );

    /// <summary>
    /// An HTML file among the articles, which browsers run scripts of: <c>content/graphics/election.html</c>.
    /// </summary>
    /// <param name="ending">The end of the file's name: ".html".</param>
    public static Diagnostic ScriptableFile(SourceLocation at, string ending) =>
        Diagnostic.Warning(
            "SN2008",
            at,
            $"a browser that opens this {ending} file runs its scripts with the rights of the site; the file is "
                + $"published as it is",
            "Publish only files that you trust; put the others under another host name, or save them as PDF, image or "
                + "text"
        );

    /// <summary>
    /// An earlier build published a page, and its article was deleted or has another URL now. Another article probably
    /// took its place.
    /// </summary>
    /// <param name="at">The article that probably took the place.</param>
    /// <param name="successor">The path of this article.</param>
    /// <param name="reason">Why it is probably this article: "it has the same id".</param>
    public static Diagnostic UrlGone(SourceLocation at, string url, string successor, string reason) =>
        Diagnostic.Warning(
            "SN2020",
            at,
            $"'{url}' was published, and no page has this URL any more; '{successor}' probably took its place "
                + $"({reason})",
            $"Add the URL to that article: aliases: [{url}]"
        );

    /// <summary>As <see cref="UrlGone"/>, where no article took the place.</summary>
    /// <param name="at">The source that was deleted.</param>
    public static Diagnostic UrlGoneForGood(SourceLocation at, string url) =>
        Diagnostic.Warning(
            "SN2021",
            at,
            $"'{url}' was published, and no page has this URL any more",
            $"Add the URL to the 'aliases' of the article that replaces it, or, if the page was removed on purpose, "
                + $"to site.yml: gone: [{url}]"
        );

    /// <summary>
    /// Many published URLs changed at once, because <c>permalink</c> or the name of a section changed.
    /// </summary>
    /// <param name="before">An example: the URL that one of the articles had.</param>
    /// <param name="now">The URL that this article has now.</param>
    public static Diagnostic UrlsMoved(SourceLocation at, int count, string before, string now) =>
        Diagnostic.Warning(
            "SN2022",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} published URLs belong to no page any more, because their articles have other URLs now "
                    + $"('{before}' is '{now}')"
            ),
            "Restore 'permalink' or the names of the sections, add the old URLs to the 'aliases' of the articles, or "
                + "list those that were removed on purpose in 'gone'"
        );

    /// <summary>An article asks for a URL in a folder of the site's own pages: <c>url: /tags/floods.html</c>.</summary>
    /// <param name="owner">Which pages the folder belongs to: "the tags' pages".</param>
    public static Diagnostic UrlIsTheSites(SourceLocation at, string url, string owner) =>
        Diagnostic.Warning(
            "SN2009",
            at,
            $"the URL '{Printable(url)}' belongs to {owner}, so it is left out and the article has its usual URL",
            "Write a URL in another folder, or delete the line"
        );

    /// <summary>Synonyms refer to each other: <c>{ Kiev: Kyiv, Kyiv: Kiev }</c>.</summary>
    /// <param name="chain">The names of the circle: "kiev → kyiv → kiev".</param>
    public static Diagnostic SynonymCycle(SourceLocation at, string chain) =>
        Diagnostic.Error(
            "SN2101",
            at,
            $"these synonyms refer to each other in a circle: {chain}",
            "Choose the name that stands for the others, and remove its own synonym"
        );

    /// <summary>Two profiles, or a profile and site.yml, use one name for different topics.</summary>
    public static Diagnostic SynonymClaimedTwice(SourceLocation at, string name, string first) =>
        Diagnostic.Warning(
            "SN2102",
            at,
            $"'{name}' is already a synonym of '{first}'; the synonym here is not used",
            "Remove one of the two synonyms"
        );

    /// <summary>
    /// Two profiles are about one section, page, author or tag: <c>_tags/Cold War.md</c> and <c>_tags/cold-war.md</c>.
    /// </summary>
    public static Diagnostic ProfileTwice(SourceLocation at, string key, string firstSource) =>
        Diagnostic.Error(
            "SN2103",
            at,
            $"'{firstSource}' is already about '{key}', and this file is left out",
            "Merge the two files"
        );

    /// <summary>The file name of a profile has no letter or digit: <c>_tags/---.md</c>.</summary>
    public static Diagnostic ProfileNameless(SourceLocation at) =>
        Diagnostic.Error(
            "SN2104",
            at,
            "this file's name has no letter or digit, so nothing can refer to it",
            "Name the file after its subject: content/_tags/cold-war.md"
        );

    /// <summary>
    /// Two tags have one URL, which has letters and digits only: <c>C#</c> and <c>C++</c>.
    /// </summary>
    /// <param name="at">The first place of the tag <paramref name="name"/>.</param>
    /// <param name="firstAt">The first place of the tag <paramref name="firstName"/>.</param>
    /// <param name="slug">The name of both in a URL.</param>
    public static Diagnostic TagsAreOne(
        SourceLocation at,
        string name,
        string firstName,
        SourceLocation firstAt,
        string slug
    ) =>
        Diagnostic.Warning(
            "SN2105",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the tag '{name}' and the tag '{firstName}' ({firstAt.Path}, line {Math.Max(1, firstAt.Line)}) "
                    + $"are one, because both are '{slug}' in a URL"
            ),
            $"If they are different, spell one of them out in the articles, as in 'C Sharp'; if they are the same, add "
                + $"a file content/_tags/{slug}.md or an entry in tags.synonyms of site.yml"
        );

    /// <summary>The code of <see cref="TranslationTwice"/>.</summary>
    public const string TranslationTwiceCode = "SN2106";

    /// <summary>
    /// Two articles with one translation key are in one language: <c>flood.hi.md</c> beside a <c>flood.md</c> with
    /// <c>lang: hi</c>.
    /// </summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="first">The file that is already the text in this language.</param>
    public static Diagnostic TranslationTwice(SourceLocation at, string key, string language, string first) =>
        Diagnostic.Warning(
            TranslationTwiceCode,
            at,
            $"'{first}' is already the text '{Printable(key)}' in the language '{language}', so this article is not a "
                + $"translation of it",
            "Give one of the two another 'translation_key' or 'lang'"
        );

    /// <summary>
    /// Some articles spell a name differently from the title of its page: <c>NEWS</c> where most have <c>News</c>.
    /// </summary>
    /// <param name="kind">What the name is: "tag", "author", "series" or "event".</param>
    /// <param name="articles">How many articles have this spelling.</param>
    /// <param name="titleArticles">How many articles have the spelling of the page.</param>
    /// <param name="isNamed">Whether a profile or site.yml gives the spelling of the page.</param>
    public static Diagnostic SpellingOdd(
        SourceLocation at,
        string kind,
        string name,
        int articles,
        string title,
        int titleArticles,
        bool isNamed
    ) =>
        Diagnostic.Warning(
            "SN2107",
            at,
            $"the {kind} '{Printable(name)}' ({ArticleCount(articles)}) and '{Printable(title)}' "
                + $"({(isNamed ? "as its profile or site.yml spells it" : ArticleCount(titleArticles))}) share one "
                + $"page, called '{Printable(title)}'; each article shows its own spelling",
            isNamed
                ? $"Write '{Printable(title)}' in all of them"
                : $"Write '{Printable(title)}' in all of them, or set the spelling as the title of a profile"
        );

    /// <summary>
    /// A name that few articles have differs in one letter from a name that many articles have or that has a profile:
    /// <c>Mira Hlot</c>.
    /// </summary>
    /// <param name="kind">What the name is: "tag" or "author".</param>
    /// <param name="profile">The path that a profile would have: <c>content/_authors/mira-hlot.md</c>.</param>
    public static Diagnostic NameNear(
        SourceLocation at,
        string kind,
        string name,
        int articles,
        string nearest,
        int nearestArticles,
        string profile
    ) =>
        Diagnostic.Warning(
            "SN2108",
            at,
            $"the {kind} '{Printable(name)}' ({ArticleCount(articles)}) differs in one letter from the {kind} "
                + $"'{Printable(nearest)}' ({ArticleCount(nearestArticles)})",
            $"Did you mean '{Printable(nearest)}'? If it is another {kind}, add a file {profile}"
        );

    /// <summary>The code of <see cref="SectionUndeclared"/>.</summary>
    public const string SectionUndeclaredCode = "SN2109";

    /// <summary>
    /// A folder, or <c>section</c> in an article, makes a section that site.yml does not list although it lists others:
    /// <c>content/nwes/first.md</c>.
    /// </summary>
    /// <param name="isTop">Whether the section is shown in the navigation.</param>
    /// <param name="nearest">The section that was probably meant, or null.</param>
    /// <param name="declared">The sections of the same level that site.yml lists.</param>
    public static Diagnostic SectionUndeclared(
        SourceLocation at,
        string id,
        int articles,
        bool isTop,
        string? nearest,
        IReadOnlyList<string> declared
    ) =>
        Diagnostic.Warning(
            SectionUndeclaredCode,
            at,
            $"site.yml lists no section '{id}' ({ArticleCount(articles)}), so a new section is "
                + $"made{(isTop ? " and shown in the navigation" : "")}",
            (
                nearest is null
                    ? $"The sections of this level in site.yml are: {string.Join(", ", declared.Take(12))}. "
                    : $"Did you mean '{nearest}'? "
            )
                + $"If it is a section of its own, add it to 'sections' in "
                + $"site.yml{(isTop ? " (with nav: false it stays out of the navigation)" : "")}"
        );

    /// <summary>An article pins a related article that does not exist: <c>related: [floods.md]</c>.</summary>
    /// <param name="elsewhere">A source with this file name in another folder, or null.</param>
    public static Diagnostic PinnedNotFound(SourceLocation at, string target, string? elsewhere) =>
        Diagnostic.Warning(
            "SN2201",
            at,
            $"'{target}' is not an article of this site, so it is not shown as related",
            elsewhere is null
                ? "Write its path from content/, its path from this file, or its slug"
                : $"Did you mean '{elsewhere}'?"
        );

    /// <summary>
    /// Several articles have the slug or file name that an article pins: <c>related: [editorial]</c>.
    /// </summary>
    /// <param name="candidates">The paths of a few of these articles.</param>
    public static Diagnostic PinnedAmbiguous(SourceLocation at, string target, string candidates) =>
        Diagnostic.Warning(
            "SN2202",
            at,
            $"'{target}' can mean any of {candidates}, so none of them is shown as related",
            "Write the path from content/"
        );

    /// <summary>
    /// An article pins one that lists do not show, because it is retracted, withdrawn, expired or unlisted.
    /// </summary>
    public static Diagnostic PinnedNotListed(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2203",
            at,
            $"'{target}' is retracted, withdrawn, expired or unlisted, so it is not shown as related",
            "Pin another article"
        );

    /// <summary>An article pins itself.</summary>
    public static Diagnostic PinnedItself(SourceLocation at, string target) =>
        Diagnostic.Warning("SN2204", at, $"'{target}' is this article itself", "Remove it from 'related'");

    /// <summary>
    /// An article pins one that is left out because of its own errors, which are reported at that article.
    /// </summary>
    public static Diagnostic PinnedErrors(SourceLocation at, string target) =>
        Diagnostic.Note("SN2205", at, $"'{target}' has errors of its own, so it cannot be pinned");

    /// <summary>An article pins a draft.</summary>
    public static Diagnostic PinnedDraft(SourceLocation at, string target) =>
        Diagnostic.Note(
            "SN2206",
            at,
            $"'{target}' is a draft or is held back, so it is shown as related only once it is published"
        );

    /// <summary>A link leads to a source that does not exist: <c>[the flood](../world/floods.md)</c>.</summary>
    /// <param name="target">The path below content/.</param>
    /// <param name="elsewhere">A source with this file name in another folder, or null.</param>
    public static Diagnostic LinkNotFound(SourceLocation at, string target, string? elsewhere) =>
        Diagnostic.Warning(
            "SN2211",
            at,
            $"'{target}' is not an article or page of this site, so the link is shown as plain text",
            elsewhere is null ? "A path starts at this file, or with '/' at content/" : $"Did you mean '/{elsewhere}'?"
        );

    /// <summary>
    /// A reference in the form of another generator names a file that was not copied:
    /// <c>{{&lt; ref "guides/dap/_index.md" &gt;}}</c>.
    /// </summary>
    /// <param name="file">The file's name, without its folders.</param>
    public static Diagnostic ReferenceNotFound(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN2215",
            at,
            $"no article or page of this site comes from a file '{file}', so the link is shown as plain text",
            "Correct the reference, or copy the file into content/"
        );

    /// <summary>A link leads to a URL that the site does not have: <c>[the flood](/2014/flood)</c>.</summary>
    public static Diagnostic LinkUnknown(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2212",
            at,
            $"the site has no page '{target}', so the link is shown as plain text",
            "Link to the article's .md file, give the page that URL as an alias, or set markdown.elsewhere in site.yml"
        );

    /// <summary>An image or another file that an article names does not exist: <c>![](map.png)</c>.</summary>
    /// <param name="near">
    /// The path below content/ of a file with nearly this name, or with this name in another folder; null where there
    /// is none.
    /// </param>
    public static Diagnostic FileMissing(SourceLocation at, Utf8Text target, string? near) =>
        Diagnostic.Warning(
            "SN2213",
            at,
            new Phrase("there is no file '", target, "'"),
            near is null ? WhereFilesLie(target) : NearFile(near)
        );

    /// <summary>A link leads to an article whose date is in the future.</summary>
    public static Diagnostic LinkNotYetPublished(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2214",
            at,
            $"'{target}' is not published yet, so the link is shown as plain text until then"
        );

    /// <summary>
    /// An article has <c>updated: 2099-01-01</c>. The catalogue reports it and not the reader of the article, because
    /// it depends on the build's clock.
    /// </summary>
    public static Diagnostic UpdatedInFuture(SourceLocation at) =>
        Diagnostic.Warning(
            UpdatedInFutureCode,
            at,
            "the article's date of change is in the future, so pages, feeds and sitemaps leave it out until then",
            "Correct 'updated'; to publish an article later, use 'date'"
        );

    /// <summary>
    /// A reference to a file, an article or a page differs from its name in letter case or in the form of its accents:
    /// <c>![](Bridge.PNG)</c> for <c>bridge.png</c>.
    /// </summary>
    /// <param name="spelled">The name as it is in the archive.</param>
    /// <param name="second">Another file that the reference can mean, or null.</param>
    public static Diagnostic SpelledOtherwise(SourceLocation at, string target, string spelled, string? second) =>
        second is null
            ? Diagnostic.Warning(
                "SN2216",
                at,
                $"'{Printable(target)}' differs in upper and lower case from '{Printable(spelled)}', which is used",
                $"Use the spelling '{Printable(spelled)}', because many hosts distinguish upper and lower case"
            )
            : Diagnostic.Warning(
                "SN2216",
                at,
                $"'{Printable(target)}' can mean '{Printable(spelled)}' or '{Printable(second)}', which differ in "
                    + $"upper and lower case or in how accents are stored; the first is used",
                "Rename one of the two files, and write the name exactly as it is"
            );

    /// <summary>
    /// A link leads to a source that is left out because of its own errors, which are reported at that source.
    /// </summary>
    public static Diagnostic LinkToErrors(SourceLocation at, string target) =>
        Diagnostic.Note("SN2217", at, $"'{target}' has errors of its own, so the link is shown as plain text");

    /// <summary>A link leads to a draft.</summary>
    public static Diagnostic LinkToDraft(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2218",
            at,
            $"'{target}' is a draft or is held back, so the link is shown as plain text until it is published"
        );

    /// <summary>A link leads to an article whose date of removal (<c>expiryDate</c>) has passed.</summary>
    public static Diagnostic LinkToRemoved(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2220",
            at,
            $"'{target}' has no page any more, because its date of removal has passed; the link is shown as plain text"
        );

    /// <summary>
    /// A link in site.yml leads to a page that does not exist: <c>footer: [ { title: About, url: /abuot.html } ]</c>.
    /// </summary>
    public static Diagnostic FooterLinkUnknown(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2219",
            at,
            $"the footer's link '{target}' leads nowhere: the site has no such page",
            "Correct the address, write the page (content/_pages/about.md is '/about.html'), or delete the link, which "
                + "is on every page"
        );

    private static string NearFile(string near) =>
        near.StartsWith("_assets/", StringComparison.Ordinal)
            ? $"Did you mean '/{Printable(near)[1..]}'? It is the file content/{Printable(near)}"
            : $"Did you mean '{Printable(near[(near.LastIndexOf('/') + 1)..])}'? There is a file "
                + $"content/{Printable(near)}";

    private static string WhereFilesLie(Utf8Text target) =>
        target.ToString() is var path && path.StartsWith("/assets/", StringComparison.Ordinal)
            ? $"The URL '/assets/…' means the folder content/_assets/: put the file at content/_{Printable(path)[1..]}"
            : "A path starts at this file, or with '/' at content/";

    private static string ArticleCount(int articles) =>
        articles == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{articles} articles");

    private static string ArticlesAre(int count) =>
        count switch
        {
            0 => "it is",
            1 => "its one article is",
            _ => string.Create(CultureInfo.InvariantCulture, $"its {count} articles are"),
        };

    /// <summary>
    /// A path with U+FFFD in place of its control characters, so that a file name cannot control a terminal.
    /// </summary>
    private static string Printable(string path) =>
        string.Create(
            path.Length,
            path,
            static (printable, path) =>
            {
                for (var i = 0; i < printable.Length; i++)
                {
                    printable[i] = char.IsControl(path[i]) ? '\ufffd' : path[i];
                }
            }
        );
}
