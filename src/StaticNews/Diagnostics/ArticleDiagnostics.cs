using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages about the front matter of an article or a profile: <c>SN10xx</c> the file, <c>SN11xx</c> its YAML,
/// <c>SN12xx</c> texts, <c>SN13xx</c> dates, <c>SN14xx</c> addresses, <c>SN16xx</c> names, <c>SN18xx</c> visibility. An
/// error leaves the article out; a warning does not. If the value of a field cannot be used, only this field is left
/// out, and the message says so.
/// </summary>
internal static class ArticleDiagnostics
{
    /// <summary>The messages <c>SN11xx</c> about YAML. A value that cannot be used is left out.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN11", value: Severity.Warning, unknownKey: Severity.Warning);

    /// <summary>The file has no bytes, or blank lines only.</summary>
    public static Diagnostic FileEmpty(SourceLocation at) =>
        Diagnostic.Error(
            "SN1001",
            at,
            "the file is empty",
            "Begin it with the lines '---', 'title: …', 'date: …' and '---', or delete it"
        );

    /// <summary>The file is UTF-16, is not valid UTF-8, contains a NUL, or is larger than 64 MB.</summary>
    public static Diagnostic NotText(DecodeFault fault) =>
        Diagnostic.Error("SN1002", fault.At, DecodeMessages.Message(fault), DecodeMessages.Hint(fault));

    /// <summary>The first line that is not blank is not <c>---</c>.</summary>
    public static Diagnostic FrontMatterMissing(SourceLocation at) =>
        Diagnostic.Error(
            "SN1003",
            at,
            "the article has no front matter",
            "Begin it with a line '---', then 'title: …' and 'date: …', then a line '---'"
        );

    /// <summary>The first <c>---</c> has no second one.</summary>
    public static Diagnostic FrontMatterUnclosed(SourceLocation at) =>
        Diagnostic.Error(
            "SN1004",
            at,
            "the front matter that begins here does not end",
            "Put a line '---' between the last key and the text"
        );

    /// <summary>A list or a text is between the two <c>---</c>.</summary>
    public static Diagnostic FrontMatterNotKeys(SourceLocation at) =>
        Diagnostic.Error(
            "SN1005",
            at,
            "the front matter must hold keys with values",
            "Write 'title: …' and 'date: …', each on a line of its own"
        );

    /// <summary>
    /// The front matter is longer than any article needs, which is a sign of a damaged file.
    /// </summary>
    public static Diagnostic FrontMatterTooLong(SourceLocation at, int maxChars) =>
        Diagnostic.Error(
            "SN1006",
            at,
            string.Create(CultureInfo.InvariantCulture, $"the front matter is longer than {maxChars} characters"),
            "Is the line '---' after it missing?"
        );

    /// <summary>A line <c>...</c> ends the front matter, and keys follow that would not be read.</summary>
    /// <param name="key">The first of these keys.</param>
    /// <param name="line">The line of this key, from 1.</param>
    public static Diagnostic FrontMatterCutShort(SourceLocation at, string key, int line) =>
        Diagnostic.Error(
            "SN1007",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'...' ends the front matter here, and '{Shortened(key)}' in line {line} would not be read"
            ),
            "Delete the line '...', or move it below the last key"
        );

    /// <summary>The article has no <c>title</c>, or an empty one.</summary>
    /// <param name="used">The title that is used instead.</param>
    /// <param name="origin">Where it comes from: "its first heading".</param>
    /// <param name="near">A key that may be a mistyped <c>title</c>, with its place, or null.</param>
    public static Diagnostic TitleMissing(
        SourceLocation at,
        string used,
        string origin,
        (string Key, SourceLocation At)? near
    ) =>
        near is var (key, place)
            ? Diagnostic.Warning(
                "SN1201",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the article has no title; did you mean 'title' in line {place.Line} ('{Shortened(key)}')? "
                        + $"'{Shortened(used)}' is used, {origin}"
                ),
                "Write 'title: …'"
            )
            : Diagnostic.Warning(
                "SN1201",
                at,
                $"the article has no title; '{Shortened(used)}' is used, {origin}",
                "Add 'title: …'"
            );

    /// <summary>The article has no <c>date</c>, and the name of its file has none.</summary>
    public static Diagnostic DateMissing(SourceLocation at) =>
        Diagnostic.Error(
            "SN1202",
            at,
            "the article has no date",
            "Add 'date: 2025-11-09', or begin the file's name with the day: 2025-11-09-flood.md"
        );

    /// <summary>
    /// Two keys mean one field and have different values: <c>tags</c>, and <c>topics</c> where site.yml maps it to
    /// tags.
    /// </summary>
    public static Diagnostic TwoKeysOneValue(SourceLocation at, string unused, string used) =>
        Diagnostic.Warning(
            "SN1203",
            at,
            $"'{unused}' is not used, because '{used}' gives the same field",
            "Keep one of the two keys"
        );

    /// <summary>A value has control characters in it, such as the escape character.</summary>
    public static Diagnostic ControlCharacters(SourceLocation at, string key) =>
        Diagnostic.Warning("SN1204", at, $"'{key}' contains control characters, which are left out", "Delete them");

    /// <summary>
    /// A quote or bracket is not closed where its value ends, so that the keys up to the next quote or bracket become a
    /// part of the value.
    /// </summary>
    /// <param name="isQuote">Whether a quote is at <paramref name="at"/>, and not a bracket.</param>
    /// <param name="key">The first key that becomes a part of the value.</param>
    /// <param name="line">The line of this key, from 1.</param>
    public static Diagnostic KeyTakenIn(SourceLocation at, bool isQuote, string key, int line) =>
        Diagnostic.Warning("SN1206", at, TakenIn(isQuote, key, line), TakenInHint(isQuote));

    /// <summary>As <see cref="KeyTakenIn"/>, where the key decides whether the article is public.</summary>
    public static Diagnostic VisibilityTakenIn(SourceLocation at, bool isQuote, string key, int line) =>
        Diagnostic.Error(
            "SN1807",
            at,
            TakenIn(isQuote, key, line) + ", which may mean that the article is not public, so it is held back",
            TakenInHint(isQuote)
        );

    private static string TakenIn(bool isQuote, string key, int line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"the {(isQuote ? "quote" : "bracket")} that opens here is not closed before "
                + $"'{Shortened(key)}:' in line {line}"
        );

    private static string TakenInHint(bool isQuote) =>
        $"Close the {(isQuote ? "quote" : "bracket")} where the value ends; "
        + "if the line belongs to the value, indent it";

    /// <summary>The title has far more characters than lists and feeds can show.</summary>
    public static Diagnostic TitleLong(SourceLocation at, int chars, int limit) =>
        Diagnostic.Warning(
            "SN1205",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the title has {chars} characters; lists and feeds expect at most {limit}"
            ),
            "Put the rest into 'summary'"
        );

    /// <summary>A date cannot be read: <c>date: yesterday</c>, <c>date: 09/11/2025</c>.</summary>
    /// <param name="detail">The zone's abbreviation, or the days that the value could be, or empty.</param>
    public static Diagnostic DateRefused(
        SourceLocation at,
        string key,
        string value,
        DateFaultKind fault,
        string detail
    ) =>
        fault switch
        {
            DateFaultKind.NoSuchTime => Diagnostic.Error(
                "SN1302",
                at,
                $"'{key}' is {value}, which is not a day and time that can be used",
                "Check the year (1000 to 9999), month (1 to 12), day, hour (0 to 23, or 1 to 12 with AM or PM), minute "
                    + "and second (0 to 59)"
            ),
            DateFaultKind.WrongWeekday => Diagnostic.Error(
                "SN1303",
                at,
                $"'{key}' is {value}, but this date is another day of the week",
                "Correct the day of the week or the date, or leave the day of the week out"
            ),
            DateFaultKind.UnknownZone => Diagnostic.Error(
                "SN1304",
                at,
                $"'{key}' has the unknown time zone '{detail}'",
                $"Define it in site.yml: front_matter: {{ zones: {{ {detail.ToUpperInvariant()}: "
                    + $"Asia/Kolkata }} }}"
            ),
            DateFaultKind.NoSuchOffset => Diagnostic.Warning(
                "SN1305",
                at,
                $"'{key}' is {value}, but no time zone is more than 14 hours from UTC; only the day is used",
                "Write the offset as hours and minutes: +05:30"
            ),
            DateFaultKind.AmbiguousOrder => Diagnostic.Error(
                "SN1306",
                at,
                $"'{key}' is {value}, where either number can be the day or the month",
                $"Did you mean {detail}? Write it in this form, or set in site.yml for all articles whether the day "
                    + $"comes first: front_matter: {{ day_first: true }} or {{ day_first: false }}"
            ),
            DateFaultKind.ShortYear => Diagnostic.Error(
                "SN1307",
                at,
                $"'{key}' is {value}, which has a year of two digits",
                "Write the year with four digits, as in 2025-11-09"
            ),
            DateFaultKind.NotDayFirst => Diagnostic.Error(
                "SN1308",
                at,
                $"'{key}' is {value}, but site.yml says that the day comes first (front_matter.day_first: true)",
                $"Did you mean {detail}?"
            ),
            DateFaultKind.NotMonthFirst => Diagnostic.Error(
                "SN1308",
                at,
                $"'{key}' is {value}, but site.yml says that the month comes first (front_matter.day_first: false)",
                $"Did you mean {detail}?"
            ),
            DateFaultKind.UnknownOrder => Diagnostic.Error(
                "SN1301",
                at,
                $"'{key}' is '{value}', which is not read as a date",
                $"Did you mean {detail}? Write it in this form, or set in site.yml for all articles whether the day "
                    + $"comes first: front_matter: {{ day_first: true }} or {{ day_first: false }}"
            ),
            _ => Diagnostic.Error(
                "SN1301",
                at,
                $"'{key}' is '{value}', which is not read as a date",
                "Write 2025-11-09, 2025-11-09T19:34:52+05:30, 2025-11 or 2025"
            ),
        };

    /// <summary>
    /// A key about visibility has an unknown value: <c>published: maybe</c>, <c>visibility: friends</c>.
    /// </summary>
    public static Diagnostic VisibilityUnclear(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN1801",
            at,
            $"'{Shortened(key)}: {Shortened(value)}' may mean that the article is not public, so it is held back",
            "Write 'draft: true' to hold it back, or remove the key to publish it"
        );

    /// <summary>A key restricts who may read the article: <c>password: …</c>, <c>visibility: members</c>.</summary>
    public static Diagnostic VisibilityRestricted(SourceLocation at, string key) =>
        Diagnostic.Error(
            "SN1802",
            at,
            $"'{Shortened(key)}' restricts who may read the article, which a static site cannot do, so it is held back",
            "Remove the key to publish the article for everybody, or write 'draft: true'"
        );

    /// <summary>A key about visibility is probably mistyped: <c>darft: true</c>, <c>publishd: false</c>.</summary>
    public static Diagnostic VisibilityMistyped(SourceLocation at, string key, string meant) =>
        Diagnostic.Error(
            "SN1803",
            at,
            $"the unknown key '{Shortened(key)}' may mean '{meant}', so the article is held back",
            "Correct the key, or rename it if it means something else"
        );

    /// <summary>A key about visibility has a list or a group of keys as its value: <c>published: [false]</c>.</summary>
    public static Diagnostic VisibilityNoText(SourceLocation at, string key) =>
        Diagnostic.Error(
            "SN1804",
            at,
            $"'{Shortened(key)}' takes one value, and may mean that the article is not public, so it is held back",
            "Write one value on the key's line"
        );

    /// <summary>
    /// An <c>_index.md</c> may not be public, as with Hugo's <c>cascade: { draft: true }</c>. Another message says why
    /// at the key in question.
    /// </summary>
    public static Diagnostic FolderHeldBack(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1806",
            at,
            "this section may not be public, so all articles in its folder are held back",
            "Correct the key that is reported in this file; to hold back a folder on purpose, write in site.yml: "
                + "defaults: [ { match: 'folder/**', draft: true } ]"
        );

    /// <summary>The status is unknown: <c>status: retrcted</c>.</summary>
    public static Diagnostic StatusUnknown(SourceLocation at, string key, string value, IReadOnlyList<string> choices)
    {
        var nearest = SpellingSuggestion.Nearest(value.Length > 40 ? "" : value, choices);
        return Diagnostic.Error(
            "SN1805",
            at,
            $"'{key}' cannot be '{Shortened(value)}', and the article is held back, because it may not be "
                + $"public{(nearest is null ? "" : $"; did you mean '{nearest}'?")}",
            $"Use one of these: {string.Join(", ", choices)}, draft, private, unlisted"
        );
    }

    /// <summary>The date of change is before the date: <c>date: 2020-03-10</c>, <c>updated: 2019-03-10</c>.</summary>
    public static Diagnostic UpdatedBeforeDate(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1309",
            at,
            "'updated' is before the date of the article, so it is not used",
            "Correct 'updated' or 'date'"
        );

    /// <summary>
    /// The slug cannot be used: <c>slug: ../../etc/passwd</c>, <c>slug: CON</c>, <c>slug: "!!!"</c>, 300 characters.
    /// </summary>
    /// <param name="instead">A similar slug that can be used, or empty.</param>
    public static Diagnostic SlugRefused(SourceLocation at, string value, string instead) =>
        Diagnostic.Warning(
            "SN1401",
            at,
            $"'{Shortened(value)}' cannot be the last part of a URL, so the name of the file is used",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Use letters, digits and hyphens, no folder, no name that Windows reserves for devices, and at most "
                    + $"{Slug.MaxBytes} bytes, the longest name of file systems"
            ) + (instead.Length == 0 ? "" : $"; for example '{Shortened(instead)}'")
        );

    /// <summary>The slug is changed to be a part of a URL: <c>slug: My Story.</c></summary>
    public static Diagnostic SlugChanged(SourceLocation at, string value, string slug) =>
        Diagnostic.Warning(
            "SN1402",
            at,
            $"'{Shortened(value)}' becomes '{Shortened(slug)}' in the URL",
            $"Write '{Shortened(slug)}', and add the old URL to 'aliases' if it was published"
        );

    /// <summary>Neither the name of the file nor the title has a letter or a digit.</summary>
    /// <param name="slug">The end of the URL: the code points of the characters in the name.</param>
    public static Diagnostic SlugMissing(SourceLocation at, string slug) =>
        Diagnostic.Warning(
            "SN1403",
            at,
            $"neither the name of the file nor the title has a letter or digit, so the URL ends with "
                + $"'{Shortened(slug)}'",
            "Add 'slug: …' with letters or digits"
        );

    /// <summary>The section cannot be used: <c>section: ../world</c>, <c>section: world//news</c>.</summary>
    public static Diagnostic SectionRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1404",
            at,
            $"'{Shortened(value)}' cannot be a section, so the article's folder is used",
            "Write the section's id, with '/' between levels: world/us-news"
        );

    /// <summary>
    /// The article names several sections: <c>section: [local, region]</c>. This is <see
    /// cref="YamlDiagnostics.WrongKind"/> with a hint of its own.
    /// </summary>
    /// <param name="joined">The items as one path: "local/region".</param>
    public static Diagnostic SeveralSections(SourceLocation at, string key, string joined) =>
        Diagnostic.Warning(
            "SN1105",
            at,
            $"'{key}' takes a text, not a list, so it is left out",
            $"Write one section per article: '{Shortened(joined)}' if the second is in the first, otherwise the most "
                + $"important one; the others can be tags"
        );

    /// <summary>
    /// An alias cannot be used: <c>aliases: [ /a/../b ]</c>, an address of another site, a name that no file can have.
    /// </summary>
    public static Diagnostic AliasRefused(SourceLocation at, string value, AliasFault fault)
    {
        var (reason, hint) = fault switch
        {
            AliasFault.Query => (
                "a static file cannot answer the part after '?'",
                "Redirect it in your server, and delete it here"
            ),
            AliasFault.Fragment => (
                "browsers do not send the part after '#', so nothing can redirect it",
                "Write the address without this part"
            ),
            AliasFault.OtherSite => (
                "it is an address of another site",
                "Write an old URL of this site from its root: /2014/05/flood.html"
            ),
            AliasFault.SiteRoot => ("it is the site's front page", "Delete it"),
            _ => (
                "no file can have that name",
                "Write an old URL of this site from its root, without '..' and characters that file names cannot "
                    + "have: /2014/05/flood.html"
            ),
        };
        return Diagnostic.Warning(
            "SN1405",
            at,
            $"'{Shortened(value)}' cannot be an alias, because {reason}, so it is left out",
            hint
        );
    }

    /// <summary>A key takes a web address and has something else: <c>source_url: javascript:alert(1)</c>.</summary>
    public static Diagnostic UrlRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Warning(
            "SN1406",
            at,
            $"'{key}' cannot be '{Shortened(value)}', so it is left out",
            "Write a whole address without spaces that begins with https:// or http://"
        );

    /// <summary>
    /// The address of the main image cannot be used: <c>image: data:…</c>, <c>image: C:\pictures\flood.jpg</c>.
    /// </summary>
    public static Diagnostic ImageRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1407",
            at,
            $"'{Shortened(value)}' is not the address of an image that a page can show, so it is left out",
            "Write a path from this file, a path from the site's root, or an address that begins with https://"
        );

    /// <summary>The <c>id</c> contains spaces or is too long.</summary>
    public static Diagnostic IdRefused(SourceLocation at, string value, int maxChars) =>
        Diagnostic.Warning(
            "SN1408",
            at,
            $"'{Shortened(value)}' cannot be an id, so it is left out",
            string.Create(CultureInfo.InvariantCulture, $"Write up to {maxChars} characters without spaces")
        );

    /// <summary>
    /// The literal URL cannot be used: <c>url: ../flood.html</c>, <c>url: /:year/:title/</c>,
    /// <c>url: https://elsewhere.example/flood</c>.
    /// </summary>
    /// <param name="fault">The end of a sentence: "it is a pattern".</param>
    /// <param name="samePath">
    /// The path of a whole address, which may be the URL that is meant; null for every other value.
    /// </param>
    public static Diagnostic LiteralUrlRefused(SourceLocation at, string value, string fault, string? samePath) =>
        Diagnostic.Warning(
            "SN1409",
            at,
            $"'{Shortened(value)}' cannot be the article's URL, because {fault}; it is left out, and the article has "
                + $"its usual URL",
            samePath is null
                ? "Write one path of this site from its root: /2014/05/flood.html, or /2014/flood/ for a folder's "
                    + "index; a pattern for all articles is 'permalink' in site.yml"
                : $"Write '{samePath}' if that is its address on this site; 'source_url' is for the address where "
                    + $"it was first published"
        );

    /// <summary>A name has no letter or digit, so that it can have no URL: <c>tags: [ "!!!" ]</c>.</summary>
    public static Diagnostic NameWithoutLetters(SourceLocation at, string key, string value) =>
        Diagnostic.Warning(
            "SN1601",
            at,
            $"'{Shortened(value)}' in '{key}' has no letter or digit, so it is left out",
            "Delete or correct it"
        );

    /// <summary>The language is not a language tag: <c>lang: english</c>.</summary>
    public static Diagnostic LanguageRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1602",
            at,
            $"'{Shortened(value)}' is not a language tag, so it is left out",
            "Write a language tag of BCP 47, such as en, pt-BR or zh-Hant"
        );

    /// <summary>
    /// The language is written as operating systems write it: <c>lang: zh_CN</c>, <c>lang: de_DE.UTF-8</c>.
    /// </summary>
    public static Diagnostic LanguageRewritten(SourceLocation at, string value, string tag) =>
        Diagnostic.Warning(
            "SN1630",
            at,
            $"'{Shortened(value)}' is read as the language tag '{tag}'",
            $"Write '{tag}', the language tag of BCP 47"
        );

    /// <summary>The article has more values in <c>params</c> than the limit.</summary>
    public static Diagnostic ParamsTooMany(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1603",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'params' contains more than {limit} values, so all of them are left out"
            ),
            "Move large data into a separate file"
        );

    /// <summary>An article that is neither retracted nor withdrawn has a <c>status_reason</c>.</summary>
    public static Diagnostic ReasonWithoutStatus(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1620",
            at,
            "'status_reason' is not shown, because the article is neither retracted nor withdrawn",
            "Add 'status: retracted' (the text stays below a notice) or 'status: withdrawn' (only the notice is "
                + "shown), or delete the reason"
        );

    /// <summary>The beginning of a value, so that a message does not repeat a long text.</summary>
    private static string Shortened(string value) => value.Length <= 60 ? value : value[..60] + "…";
}

/// <summary>The reason why a text cannot be an old URL of an article.</summary>
internal enum AliasFault : byte
{
    None,

    /// <summary><c>/?p=123</c>: static hosts look for a file and ignore the query.</summary>
    Query,

    /// <summary><c>/flood.html#top</c>: browsers do not send the fragment.</summary>
    Fragment,

    /// <summary>An address with another host, or with this host and outside of the base URL's path.</summary>
    OtherSite,

    /// <summary>The front page, <c>/</c>.</summary>
    SiteRoot,

    /// <summary><c>/a/../b</c>, <c>/con/x</c>, <c>/a|b</c>, a part that is too long.</summary>
    NotAFileName,
}

/// <summary>The reason why a text is not a date.</summary>
internal enum DateFaultKind
{
    None,

    /// <summary>The text has no known form of a date.</summary>
    Unreadable,

    /// <summary>The date or time does not exist: 30 February, 25:00, the year 14.</summary>
    NoSuchTime,

    /// <summary>The day of the week is wrong: "Mon, 09 Nov 2025" was a Sunday.</summary>
    WrongWeekday,

    /// <summary>No rule maps the letters after the time to a time zone.</summary>
    UnknownZone,

    /// <summary>The offset is larger than 14 hours.</summary>
    NoSuchOffset,

    /// <summary>The order is unknown: "11/9/2017" is a day in November or in September.</summary>
    AmbiguousOrder,

    /// <summary>
    /// "20/11/2026" can be one date only, but site.yml does not say in which order the archive writes such dates.
    /// </summary>
    UnknownOrder,

    /// <summary>"11/20/2026", where site.yml says that the day comes first.</summary>
    NotDayFirst,

    /// <summary>"20/11/2026", where site.yml says that the month comes first.</summary>
    NotMonthFirst,

    /// <summary>The year has two digits: "11/9/17".</summary>
    ShortYear,
}
