using System.Globalization;
using StaticNews.Compact;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong between the files of an archive: <c>SN20xx</c> paths, <c>SN21xx</c> names of topics, and
/// translations, <c>SN22xx</c> links.
/// </summary>
internal static class ArchiveDiagnostics
{
    /// <summary>Of <see cref="PathClaimedTwice"/>.</summary>
    public const string PathClaimedTwiceCode = "SN2001";

    /// <summary>Reported for a whole file: the line is found where files can be read.</summary>
    public const string UpdatedInFutureCode = "SN2301";

    /// <summary>
    /// Two sources claim one output path; the later one by path is reported and left out. <c>content/world/flood.md</c>
    /// and <c>content/world/the-flood.md</c> with <c>slug: Flood</c>.
    /// </summary>
    public static Diagnostic PathClaimedTwice(SourceLocation at, string path, string firstSource) =>
        Diagnostic.Error(
            PathClaimedTwiceCode,
            at,
            $"'{path}' is already written by '{firstSource}', and this file is left out",
            "Give one of the two another slug, or another name; paths that differ only in case are one file on "
                + "many hosts"
        );

    /// <summary>
    /// One source wants a file where another needs a folder: <c>content/a.html</c> and <c>content/a.html/map.png</c>.
    /// </summary>
    public static Diagnostic PathIsAlsoFolder(SourceLocation at, string path, string otherSource) =>
        Diagnostic.Error(
            "SN2002",
            at,
            $"'{path}' cannot be both a file and a folder, and '{otherSource}' makes it the other one; this file "
                + $"is left out",
            "Rename one of the two"
        );

    /// <summary>
    /// A source claims a path of the site's own pages: an article with the slug <c>index</c>, an asset
    /// <c>content/robots.txt</c>.
    /// </summary>
    /// <param name="hint">
    /// What to do where another name is no answer, because hosts know the file by this one; null elsewhere.
    /// </param>
    public static Diagnostic PathIsTheSites(SourceLocation at, string path, string owner, string? hint = null) =>
        Diagnostic.Error(
            "SN2003",
            at,
            $"'{path}' belongs to {owner}, and this file is left out",
            hint ?? "Rename it, give the article another 'slug', or move it to another folder"
        );

    /// <summary>
    /// No file system or host could hold the path everywhere: a section <c>aux</c>, an asset <c>what?.png</c>.
    /// </summary>
    /// <param name="fault">The end of a sentence: "'aux' is the name of a device on Windows".</param>
    public static Diagnostic PathUnsafe(SourceLocation at, string path, string fault) =>
        Diagnostic.Error(
            "SN2004",
            at,
            $"'{Shown(path)}' cannot be an output path: {fault}; this file is left out",
            "Rename the file or its folder"
        );

    /// <summary>Of <see cref="SectionReserved"/>.</summary>
    public const string SectionReservedCode = "SN2005";

    /// <summary>
    /// A folder or site.yml names a section as the site names its own folders: <c>content/tags/first.md</c>.
    /// </summary>
    /// <param name="articles">How many articles stay out with it; 0 for a section that only site.yml names.</param>
    public static Diagnostic SectionReserved(SourceLocation at, string id, string reserved, int articles) =>
        Diagnostic.Error(
            SectionReservedCode,
            at,
            $"a section cannot be called '{id}', because '{reserved}' is a folder of the site's own pages; "
                + $"{Articles(articles)} left out",
            $"Rename the folder, or give its articles another section, such as '{reserved}-news'"
        );

    /// <summary>
    /// An old URL leads to two pages, or to where a page stands today: <c>aliases: [/about.html]</c>.
    /// </summary>
    /// <param name="owner">What has it: "'content/about.md'".</param>
    public static Diagnostic AliasTaken(SourceLocation at, string alias, string owner) =>
        Diagnostic.Warning(
            "SN2006",
            at,
            $"the alias '{alias}' is already taken by {owner}, so it is left out",
            "Remove the alias, or the one that claims it too"
        );

    /// <summary>An alias that could not be written as a file: <c>aliases: [/what?id=3]</c>.</summary>
    public static Diagnostic AliasUnsafe(SourceLocation at, string alias, string fault) =>
        Diagnostic.Warning(
            "SN2007",
            at,
            $"the alias '{Shown(alias)}' cannot be an output path: {fault}; it is left out",
            "Remove it; the page itself is built"
        );

    /// <summary>A page that another program made, among the articles: <c>content/graphics/election.html</c>.</summary>
    /// <param name="ending">".html".</param>
    public static Diagnostic ScriptableFile(SourceLocation at, string ending) =>
        Diagnostic.Warning(
            "SN2008",
            at,
            $"a browser that opens this {ending} file runs the scripts in it as the site's own, with all that the "
                + $"site may do; it is published as it is",
            "Publish only what you trust; put the rest under another host name, or save it as PDF, picture or text"
        );

    /// <summary>A page that an earlier build published, whose article was deleted or has another URL now.</summary>
    /// <param name="at">The article that probably took its place.</param>
    /// <param name="successor">The same as a path.</param>
    /// <param name="reason">Why it is probably this one: "it has the same id".</param>
    public static Diagnostic UrlGone(SourceLocation at, string url, string successor, string reason) =>
        Diagnostic.Warning(
            "SN2020",
            at,
            $"'{url}' was published, and no page has this URL any more; '{successor}' probably took its place "
                + $"({reason})",
            $"add the URL there: aliases: [{url}]"
        );

    /// <summary>The same where no article has taken its place.</summary>
    /// <param name="at">The source that is gone.</param>
    public static Diagnostic UrlGoneForGood(SourceLocation at, string url) =>
        Diagnostic.Warning(
            "SN2021",
            at,
            $"'{url}' was published, and no page has this URL any more",
            $"add the URL to the 'aliases' of the article that replaces it, or, if it is gone on purpose, to "
                + $"site.yml: gone: [{url}]"
        );

    /// <summary>Another <c>permalink</c>, or another name of a large section.</summary>
    public static Diagnostic UrlsMoved(SourceLocation at, int count, string before, string now) =>
        Diagnostic.Warning(
            "SN2022",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} published URLs belong to no page any more, because their articles have other URLs now "
                    + $"('{before}' is '{now}')"
            ),
            "restore 'permalink' or the sections' names, add the old URLs to the articles' 'aliases', or name "
                + "those that are gone on purpose in 'gone'"
        );

    /// <summary>A literal URL where the site's own pages stand, or will: <c>url: /tags/floods.html</c>.</summary>
    /// <param name="owner">"the tags' pages".</param>
    public static Diagnostic UrlIsTheSites(SourceLocation at, string url, string owner) =>
        Diagnostic.Warning(
            "SN2009",
            at,
            $"the URL '{Shown(url)}' belongs to {owner}, so it is left out and the article has its usual URL",
            "Write a URL in another folder, or delete the line"
        );

    /// <summary>Synonyms that lead to each other: <c>{ Kiev: Kyiv, Kyiv: Kiev }</c>.</summary>
    /// <param name="chain">"kiev → kyiv → kiev".</param>
    public static Diagnostic SynonymCycle(SourceLocation at, string chain) =>
        Diagnostic.Error(
            "SN2101",
            at,
            $"these synonyms lead in a circle: {chain}",
            "Decide which name stands for the others, and remove its own synonym"
        );

    /// <summary>Two profiles, or a profile and site.yml, give one name to different topics.</summary>
    public static Diagnostic SynonymClaimedTwice(SourceLocation at, string name, string first) =>
        Diagnostic.Warning(
            "SN2102",
            at,
            $"'{name}' already stands for '{first}', and keeps that meaning",
            "Remove it from one of the two"
        );

    /// <summary>
    /// Two profiles are about one section, page, author or tag: <c>_tags/Cold War.md</c> and <c>_tags/cold-war.md</c>.
    /// </summary>
    public static Diagnostic ProfileTwice(SourceLocation at, string key, string firstSource) =>
        Diagnostic.Error(
            "SN2103",
            at,
            $"'{firstSource}' is already about '{key}', and this file is left out",
            "Join the two files"
        );

    /// <summary>A profile's name has no letter or digit: <c>_tags/---.md</c>.</summary>
    public static Diagnostic ProfileNameless(SourceLocation at) =>
        Diagnostic.Error(
            "SN2104",
            at,
            "this file's name has no letter or digit, so nothing can refer to it",
            "Name it after what it is about"
        );

    /// <summary>
    /// Two tags that become one, because a URL has letters and digits only: <c>C#</c> and <c>C++</c>.
    /// </summary>
    /// <param name="at">Where the one is written first.</param>
    /// <param name="firstAt">Where the other is.</param>
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
                System.Globalization.CultureInfo.InvariantCulture,
                $"the tag '{name}' and the tag '{firstName}' ({firstAt.Path}, line {Math.Max(1, firstAt.Line)}) "
                    + $"are one, because both are '{slug}' in a URL"
            ),
            $"If they are two, spell one out in the articles, as in 'C Sharp'; if they are one, say so with a file "
                + $"content/_tags/{slug}.md or in tags.synonyms of site.yml"
        );

    /// <summary>Of <see cref="TranslationTwice"/>.</summary>
    public const string TranslationTwiceCode = "SN2106";

    /// <summary>
    /// Two articles of one translation key are in one language: <c>flood.hi.md</c> beside a <c>flood.md</c> with
    /// <c>lang: hi</c>.
    /// </summary>
    /// <param name="language">BCP 47.</param>
    /// <param name="first">The file that has it already.</param>
    public static Diagnostic TranslationTwice(SourceLocation at, string key, string language, string first) =>
        Diagnostic.Warning(
            TranslationTwiceCode,
            at,
            $"'{first}' is the text '{Shown(key)}' in the language '{language}' already, so this one is no "
                + $"translation of it",
            "give one of the two another 'translation_key' or 'lang'"
        );

    /// <summary>
    /// Some articles spell a name otherwise than its page does: <c>NEWS</c> where most have <c>News</c>.
    /// </summary>
    /// <param name="kind">"tag", "author", "series", "event".</param>
    /// <param name="articles">How many articles have this spelling.</param>
    /// <param name="titleArticles">How many have the other one.</param>
    /// <param name="isNamed">Whether a profile or site.yml has the other one.</param>
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
            $"the {kind} '{Shown(name)}' ({Count(articles)}) and '{Shown(title)}' "
                + $"({(isNamed ? "as its profile or site.yml spells it" : Count(titleArticles))}) share one page, "
                + $"called '{Shown(title)}'; each article shows its own spelling",
            isNamed
                ? $"Write '{Shown(title)}' in all of them"
                : $"Write '{Shown(title)}' in all of them, or decide on a spelling with the title of a profile"
        );

    /// <summary>
    /// A name that few articles have, one letter away from one that many have or that has a profile: <c>Mira Hlot</c>.
    /// </summary>
    /// <param name="kind">"tag", "author".</param>
    /// <param name="profile">Where a profile would be: <c>content/_authors/mira-hlot.md</c>.</param>
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
            $"the {kind} '{Shown(name)}' ({Count(articles)}) is one letter away from the {kind} '{Shown(nearest)}' "
                + $"({Count(nearestArticles)})",
            $"Did you mean '{Shown(nearest)}'? If it is another {kind}, say so with a file {profile}"
        );

    /// <summary>Of <see cref="SectionUndeclared"/>.</summary>
    public const string SectionUndeclaredCode = "SN2109";

    /// <summary>
    /// A folder, or <c>section</c> in an article, opens a section beside those that site.yml lists:
    /// <c>content/nwes/first.md</c>.
    /// </summary>
    /// <param name="isTop">Whether it stands in the navigation.</param>
    /// <param name="nearest">The section that was probably meant, or null.</param>
    /// <param name="declared">Those of the same level.</param>
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
            $"site.yml lists no section '{id}' ({Count(articles)}); it makes a new "
                + $"section{(isTop ? ", shown in the navigation" : "")}",
            (
                nearest is null
                    ? $"Sections of site.yml here: {string.Join(", ", declared.Take(12))}. "
                    : $"Did you mean '{nearest}'? "
            )
                + $"If it is a section of its own, add it to 'sections' in "
                + $"site.yml{(isTop ? " (with nav: false it stays out of the navigation)" : "")}"
        );

    /// <summary>A pinned related article that no source is: <c>related: [floods.md]</c>.</summary>
    /// <param name="elsewhere">A source of that file name in another folder, or null.</param>
    public static Diagnostic PinnedNotFound(SourceLocation at, string target, string? elsewhere) =>
        Diagnostic.Warning(
            "SN2201",
            at,
            $"'{target}' is not an article of this site, so it is not shown as related",
            elsewhere is null
                ? "Write its path from content/, its path from this file, or its slug"
                : $"Did you mean '{elsewhere}'?"
        );

    /// <summary>A pinned slug or file name that several articles have: <c>related: [editorial]</c>.</summary>
    /// <param name="candidates">Their paths, a few.</param>
    public static Diagnostic PinnedAmbiguous(SourceLocation at, string target, string candidates) =>
        Diagnostic.Warning(
            "SN2202",
            at,
            $"'{target}' could be any of {candidates}, so none of them is shown as related",
            "Write the path from content/"
        );

    /// <summary>A pinned article that no list may show: retracted, withdrawn or expired.</summary>
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

    /// <summary>A pinned article that is not in the site because of its own errors, which are reported there.</summary>
    public static Diagnostic PinnedErrors(SourceLocation at, string target) =>
        Diagnostic.Note("SN2205", at, $"'{target}' has errors of its own, so it cannot be pinned");

    /// <summary>A pinned draft.</summary>
    public static Diagnostic PinnedDraft(SourceLocation at, string target) =>
        Diagnostic.Note(
            "SN2206",
            at,
            $"'{target}' is a draft or is held back, so it is shown as related only once it is published"
        );

    /// <summary>A link to a source that the site does not have: <c>[the flood](../world/floods.md)</c>.</summary>
    /// <param name="target">Below content/.</param>
    /// <param name="elsewhere">A source of that file name in another folder, or null.</param>
    public static Diagnostic LinkNotFound(SourceLocation at, string target, string? elsewhere) =>
        Diagnostic.Warning(
            "SN2211",
            at,
            $"'{target}' is not an article or page of this site, so the link is shown as plain text",
            elsewhere is null ? "Paths start at this file, or with '/' at content/" : $"Did you mean '/{elsewhere}'?"
        );

    /// <summary>
    /// Another generator's reference to a page that was left behind: <c>{{&lt; ref "guides/dap/_index.md" &gt;}}</c>.
    /// </summary>
    /// <param name="file">The file's name, without its folders.</param>
    public static Diagnostic ReferenceNotFound(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN2215",
            at,
            $"no article or page of this site comes from a file '{file}'",
            "The words stay, without a link"
        );

    /// <summary>A link from the root to a URL that the site does not have: <c>[the flood](/2014/flood)</c>.</summary>
    public static Diagnostic LinkUnknown(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2212",
            at,
            $"the site has no page '{target}', so the link is shown as plain text",
            "Link to the article's .md file, give the page that URL as an alias, or set markdown.elsewhere in site.yml"
        );

    /// <summary>A picture or another file beside the article that is not there: <c>![](map.png)</c>.</summary>
    /// <param name="near">
    /// Below content/: a file with nearly that name, or of that name in another folder; null where there is none.
    /// </param>
    public static Diagnostic FileMissing(SourceLocation at, Utf8Text target, string? near) =>
        Diagnostic.Warning(
            "SN2213",
            at,
            new Phrase("there is no file '", target, "'"),
            near is null ? WhereFilesLie(target) : NearFile(near)
        );

    /// <summary>A link to an article whose date has not come yet.</summary>
    public static Diagnostic LinkNotYetPublished(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2214",
            at,
            $"'{target}' is not published yet, so the link is shown as plain text until then"
        );

    /// <summary><c>updated: 2099-01-01</c>; the build's clock says it, so it is the catalogue that tells.</summary>
    public static Diagnostic UpdatedInFuture(SourceLocation at) =>
        Diagnostic.Warning(
            UpdatedInFutureCode,
            at,
            "the article's date of change is in the future, so pages, feeds and sitemaps leave it out until then",
            "Correct 'updated'; to publish an article later, use 'date'"
        );

    /// <summary>
    /// A file, an article or a page that is there, and is written in another way: <c>![](Bridge.PNG)</c> where
    /// <c>bridge.png</c> lies.
    /// </summary>
    /// <param name="spelled">As the archive has it.</param>
    /// <param name="second">Another one that could be meant as well, or null.</param>
    public static Diagnostic SpelledOtherwise(SourceLocation at, string target, string spelled, string? second) =>
        second is null
            ? Diagnostic.Warning(
                "SN2216",
                at,
                $"'{Shown(target)}' differs in upper and lower case from '{Shown(spelled)}', which is used",
                $"Write '{Shown(spelled)}': many hosts tell them apart"
            )
            : Diagnostic.Warning(
                "SN2216",
                at,
                $"'{Shown(target)}' could be '{Shown(spelled)}' or '{Shown(second)}', which differ in upper and "
                    + $"lower case or in how accents are stored; the first is used",
                "Rename one of the two files, and write the name exactly as it is"
            );

    /// <summary>
    /// A link to a source that is not in the site because of its own errors, which are reported there.
    /// </summary>
    public static Diagnostic LinkToErrors(SourceLocation at, string target) =>
        Diagnostic.Note("SN2217", at, $"'{target}' has errors of its own, so the link is shown as plain text");

    /// <summary>A link to a draft.</summary>
    public static Diagnostic LinkToDraft(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2218",
            at,
            $"'{target}' is a draft or is held back, so the link is shown as plain text until it is published"
        );

    /// <summary>A link to an article whose date of removal (<c>expiryDate</c>) has passed.</summary>
    public static Diagnostic LinkToRemoved(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2220",
            at,
            $"'{target}' has no page any more, because its date of removal has passed; the link is shown as plain text"
        );

    /// <summary>
    /// A link of site.yml to a page that the site does not have: <c>footer: [ { title: About, url: /abuot.html } ]</c>.
    /// </summary>
    public static Diagnostic FooterLinkUnknown(SourceLocation at, string target) =>
        Diagnostic.Warning(
            "SN2219",
            at,
            $"the footer's link '{target}' leads nowhere: the site has no such page",
            "Correct the address, write the page (content/_pages/about.md is '/about.html'), or delete the link; "
                + "it stands on every page"
        );

    private static string NearFile(string near) =>
        near.StartsWith("_assets/", StringComparison.Ordinal)
            ? $"Did you mean '/{Shown(near)[1..]}'? It is the file content/{Shown(near)}"
            : $"Did you mean '{Shown(near[(near.LastIndexOf('/') + 1)..])}'? There is a file content/{Shown(near)}";

    private static string WhereFilesLie(Utf8Text target) =>
        target.ToString() is var path && path.StartsWith("/assets/", StringComparison.Ordinal)
            ? $"'/assets/…' lies in 'content/_assets/': put the file at content/_{Shown(path)[1..]}"
            : "Paths start at this file, or with '/' at content/";

    private static string Count(int articles) =>
        articles == 1
            ? "1 article"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{articles} articles");

    private static string Articles(int count) =>
        count switch
        {
            0 => "it is",
            1 => "its one article is",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"its {count} articles are"),
        };

    /// <summary>Control characters never reach a terminal.</summary>
    private static string Shown(string path) =>
        string.Create(
            path.Length,
            path,
            static (shown, path) =>
            {
                for (var i = 0; i < shown.Length; i++)
                {
                    shown[i] = char.IsControl(path[i]) ? '\ufffd' : path[i];
                }
            }
        );
}
