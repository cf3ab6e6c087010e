using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with an article or a profile before its Markdown is read: <c>SN10xx</c> the file, <c>SN11xx</c>
/// its YAML, <c>SN12xx</c> texts, <c>SN13xx</c> dates, <c>SN14xx</c> addresses, <c>SN16xx</c> names, <c>SN18xx</c> what
/// must not be public. An error leaves the article out; a warning does not. A field whose value cannot be used costs
/// that field only, and the message says what is left out or used instead.
/// </summary>
internal static class ArticleDiagnostics
{
    /// <summary><c>SN11xx</c>; a value that cannot be used is left out.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN11", value: Severity.Warning, unknownKey: Severity.Warning);

    /// <summary>A file of no bytes, or of blank lines.</summary>
    public static Diagnostic FileEmpty(SourceLocation at) =>
        Diagnostic.Error(
            "SN1001",
            at,
            "the file is empty",
            "begin it with '---', 'title: …', 'date: …', '---', or delete it"
        );

    /// <summary>UTF-16, a byte that is not UTF-8, a NUL, more than 64 MB.</summary>
    public static Diagnostic NotText(DecodeFault fault) =>
        Diagnostic.Error("SN1002", fault.At, DecodeWords.Message(fault), DecodeWords.Hint(fault));

    /// <summary>The first line with text is not <c>---</c>.</summary>
    public static Diagnostic FrontMatterMissing(SourceLocation at) =>
        Diagnostic.Error(
            "SN1003",
            at,
            "the article has no front matter",
            "begin it with a line '---', then 'title: …' and 'date: …', then a line '---'"
        );

    /// <summary>A first <c>---</c> without a second.</summary>
    public static Diagnostic FrontMatterUnclosed(SourceLocation at) =>
        Diagnostic.Error(
            "SN1004",
            at,
            "the front matter that begins here does not end",
            "put a line '---' between the last key and the text"
        );

    /// <summary>A list or a text between the two <c>---</c>.</summary>
    public static Diagnostic FrontMatterNotKeys(SourceLocation at) =>
        Diagnostic.Error(
            "SN1005",
            at,
            "the front matter must hold keys with values",
            "write 'title: …' and 'date: …', each on a line of its own"
        );

    /// <summary>
    /// More front matter than any article needs; the limit keeps a damaged file from being read as one.
    /// </summary>
    public static Diagnostic FrontMatterTooLong(SourceLocation at, int maxChars) =>
        Diagnostic.Error(
            "SN1006",
            at,
            string.Create(CultureInfo.InvariantCulture, $"the front matter is longer than {maxChars} characters"),
            "is the line '---' after it missing?"
        );

    /// <summary>A line <c>...</c>, with keys below it that would not be read.</summary>
    /// <param name="key">The first of these keys, and <paramref name="line"/> its line, from 1.</param>
    public static Diagnostic FrontMatterCutShort(SourceLocation at, string key, int line) =>
        Diagnostic.Error(
            "SN1007",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'...' ends the front matter here, and '{Shown(key)}' in line {line} would not be read"
            ),
            "Delete the line '...', or move it below the last key"
        );

    /// <summary>No <c>title</c>, or an empty one.</summary>
    /// <param name="used">The title that is used instead.</param>
    /// <param name="origin">Where it comes from: "its first heading".</param>
    /// <param name="near">A key that may be a mistyped <c>title</c>, with its line, or null.</param>
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
                    $"the article has no title; did you mean 'title' in line {place.Line} ('{Shown(key)}')? "
                        + $"'{Shown(used)}' is used, {origin}"
                ),
                "write 'title: …'"
            )
            : Diagnostic.Warning(
                "SN1201",
                at,
                $"the article has no title; '{Shown(used)}' is used, {origin}",
                "add 'title: …'"
            );

    /// <summary>No <c>date</c>, and none in the file's name.</summary>
    public static Diagnostic DateMissing(SourceLocation at) =>
        Diagnostic.Error(
            "SN1202",
            at,
            "the article has no date",
            "add 'date: 2025-11-09', or begin the file's name with the day: 2025-11-09-flood.md"
        );

    /// <summary>Both <c>tags</c> and, where site.yml maps it there, <c>topics</c>, with different values.</summary>
    public static Diagnostic TwoKeysOneValue(SourceLocation at, string unused, string used) =>
        Diagnostic.Warning(
            "SN1203",
            at,
            $"'{unused}' is not used: its place is taken by '{used}'",
            "keep one of the two"
        );

    /// <summary>A title with an escape character in it.</summary>
    public static Diagnostic ControlCharacters(SourceLocation at, string key) =>
        Diagnostic.Warning("SN1204", at, $"'{key}' holds control characters; they are left out", "delete them");

    /// <summary>A quote or bracket that is not closed, and so takes in keys up to the next one.</summary>
    /// <param name="isQuote">Whether a quote stands at <paramref name="at"/>, and not a bracket.</param>
    /// <param name="key">The first key that is taken in, and <paramref name="line"/> its line, from 1.</param>
    public static Diagnostic KeyTakenIn(SourceLocation at, bool isQuote, string key, int line) =>
        Diagnostic.Warning("SN1206", at, TakenIn(isQuote, key, line), TakenInHint(isQuote));

    /// <summary>The same where the key decides whether the article is public.</summary>
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
            $"the {(isQuote ? "quote" : "bracket")} that opens here takes in '{Shown(key)}:' of line {line}"
        );

    private static string TakenInHint(bool isQuote) =>
        $"Close the {(isQuote ? "quote" : "bracket")} where the value ends; "
        + "if the line belongs to the value, indent it";

    /// <summary>A title of 500 characters.</summary>
    public static Diagnostic TitleLong(SourceLocation at, int chars, int limit) =>
        Diagnostic.Warning(
            "SN1205",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the title has {chars} characters; lists and feeds expect at most {limit}"
            ),
            "put the rest into 'summary'"
        );

    /// <summary><c>date: yesterday</c>, <c>date: 09/11/2025</c>.</summary>
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
                "check year (1000 to 9999), month (1 to 12), day, hour (0 to 23, or 1 to 12 with AM or PM), minute "
                    + "and second (0 to 59)"
            ),
            DateFaultKind.WrongWeekday => Diagnostic.Error(
                "SN1303",
                at,
                $"'{key}' is {value}, but that day had another name",
                "correct the day's name or the date, or leave the name out"
            ),
            DateFaultKind.UnknownZone => Diagnostic.Error(
                "SN1304",
                at,
                $"'{key}' names an unknown zone '{detail}'",
                $"say in site.yml what it means: front_matter: {{ zones: {{ {detail.ToUpperInvariant()}: "
                    + $"Asia/Kolkata }} }}"
            ),
            DateFaultKind.NoSuchOffset => Diagnostic.Warning(
                "SN1305",
                at,
                $"'{key}' is {value}, but no clock is more than 14 hours from UTC; only the day is used",
                "write the offset as hours and minutes: +05:30"
            ),
            DateFaultKind.AmbiguousOrder => Diagnostic.Error(
                "SN1306",
                at,
                $"'{key}' is {value}, which does not say which number is the day and which the month",
                $"Did you mean {detail}? Write it so, or say in site.yml for all articles whether the day comes "
                    + $"first: front_matter: {{ day_first: true }} or {{ day_first: false }}"
            ),
            DateFaultKind.ShortYear => Diagnostic.Error(
                "SN1307",
                at,
                $"'{key}' is {value}, a date with a year of two digits",
                "write the year with four digits, like 2025-11-09"
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
                $"Did you mean {detail}? Write it so, or say in site.yml for all articles whether the day comes "
                    + $"first: front_matter: {{ day_first: true }} or {{ day_first: false }}"
            ),
            _ => Diagnostic.Error(
                "SN1301",
                at,
                $"'{key}' is '{value}', which is not read as a date",
                "write 2025-11-09, 2025-11-09T19:34:52+05:30, 2025-11 or 2025"
            ),
        };

    /// <summary><c>published: maybe</c>, <c>visibility: friends</c>, <c>state: draft</c>.</summary>
    public static Diagnostic VisibilityUnclear(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN1801",
            at,
            $"'{Shown(key)}: {Shown(value)}' may mean that the article is not public, so it is held back",
            "write 'draft: true' to hold it back, or remove the key to publish it"
        );

    /// <summary><c>password: opensesame</c>, <c>visibility: members</c>.</summary>
    public static Diagnostic VisibilityRestricted(SourceLocation at, string key) =>
        Diagnostic.Error(
            "SN1802",
            at,
            $"'{Shown(key)}' restricts who may read the article, which a static site cannot do, so it is held back",
            "remove the key to publish the article for everybody, or write 'draft: true'"
        );

    /// <summary><c>darft: true</c>, <c>publishd: false</c>.</summary>
    public static Diagnostic VisibilityMistyped(SourceLocation at, string key, string meant) =>
        Diagnostic.Error(
            "SN1803",
            at,
            $"unknown key '{Shown(key)}', which may mean '{meant}', so the article is held back",
            "correct the key, or rename it if it means something else"
        );

    /// <summary><c>published: [false]</c>.</summary>
    public static Diagnostic VisibilityNoText(SourceLocation at, string key) =>
        Diagnostic.Error(
            "SN1804",
            at,
            $"'{Shown(key)}' takes one value, and may mean that the article is not public, so it is held back",
            "write one value on the key's line"
        );

    /// <summary>
    /// An <c>_index.md</c> that may not be public, as with Hugo's <c>cascade: { draft: true }</c>. What is wrong with
    /// it is said at its key.
    /// </summary>
    public static Diagnostic FolderHeldBack(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1806",
            at,
            "this section may not be public, so all articles of its folder are held back with it",
            "correct the key that is reported here; to hold back a folder on purpose, write it in site.yml: "
                + "defaults: [ { match: 'folder/**', draft: true } ]"
        );

    /// <summary><c>status: retrcted</c>.</summary>
    public static Diagnostic StatusUnknown(SourceLocation at, string key, string value, IReadOnlyList<string> choices)
    {
        var nearest = SpellingSuggestion.Nearest(value.Length > 40 ? "" : value, choices);
        return Diagnostic.Error(
            "SN1805",
            at,
            $"'{key}' cannot be '{Shown(value)}', and the article is held back, because it may not be "
                + $"public{(nearest is null ? "" : $"; did you mean '{nearest}'?")}",
            $"one of: {string.Join(", ", choices)}, draft, private, unlisted"
        );
    }

    /// <summary><c>date: 2020-03-10</c> and <c>updated: 2019-03-10</c>.</summary>
    public static Diagnostic UpdatedBeforeDate(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1309",
            at,
            "the article was updated before its date, so this date of change is not used",
            "correct 'updated' or 'date'"
        );

    /// <summary><c>slug: ../../etc/passwd</c>, <c>slug: CON</c>, 300 characters, <c>slug: "!!!"</c>.</summary>
    /// <param name="instead">A slug that would do, or empty.</param>
    public static Diagnostic SlugRefused(SourceLocation at, string value, string instead) =>
        Diagnostic.Warning(
            "SN1401",
            at,
            $"'{Shown(value)}' cannot be the last part of a URL; the URL is made of the file's name",
            string.Create(
                CultureInfo.InvariantCulture,
                $"use letters, digits and hyphens, no folder, no name that Windows keeps for devices, at most "
                    + $"{Slug.MaxBytes} bytes (file systems take no longer names)"
            ) + (instead.Length == 0 ? "" : $": '{Shown(instead)}'")
        );

    /// <summary><c>slug: My Story.</c></summary>
    public static Diagnostic SlugChanged(SourceLocation at, string value, string slug) =>
        Diagnostic.Warning(
            "SN1402",
            at,
            $"'{Shown(value)}' becomes '{Shown(slug)}' in the URL",
            "write it so, and add the old URL to 'aliases' if it was published"
        );

    /// <summary>Neither the file's name nor the title has a letter or a digit.</summary>
    /// <param name="slug">What the URL ends with instead: the numbers of the name's characters.</param>
    public static Diagnostic SlugMissing(SourceLocation at, string slug) =>
        Diagnostic.Warning(
            "SN1403",
            at,
            $"the file's name and the title have no letter or digit for the URL, so it ends with '{Shown(slug)}'",
            "add 'slug: …' with letters or digits"
        );

    /// <summary><c>section: ../world</c>, <c>section: world//news</c>.</summary>
    public static Diagnostic SectionRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1404",
            at,
            $"'{Shown(value)}' is not the name of a section; the article's folder is used",
            "write the section's id, with '/' between levels: world/us-news"
        );

    /// <summary>
    /// <c>section: [local, region]</c>: what <see cref="YamlDiagnostics.WrongKind"/> says, with what to do here.
    /// </summary>
    /// <param name="joined">The items as one path.</param>
    public static Diagnostic SeveralSections(SourceLocation at, string key, string joined) =>
        Diagnostic.Warning(
            "SN1105",
            at,
            $"'{key}' takes a text, not a list, so it is left out",
            $"One section per article: write '{Shown(joined)}' if the second lies in the first, or the one that "
                + $"counts; the others can be tags"
        );

    /// <summary><c>aliases: [ /a/../b ]</c>, an address of another site, a name that no file can have.</summary>
    public static Diagnostic AliasRefused(SourceLocation at, string value, AliasFault fault)
    {
        var (reason, hint) = fault switch
        {
            AliasFault.Query => (
                "a static file cannot answer the part after '?'",
                "redirect it in your server, and delete it here"
            ),
            AliasFault.Fragment => (
                "browsers do not send the part after '#', so nothing can redirect it",
                "write the address without it"
            ),
            AliasFault.OtherSite => (
                "it is an address of another site",
                "write an old URL of this site from its root: /2014/05/flood.html"
            ),
            AliasFault.SiteRoot => ("it is the site's front page", "delete it"),
            _ => (
                "no file can have that name",
                "write an old URL of this site from its root, without '..' and characters that file names cannot "
                    + "have: /2014/05/flood.html"
            ),
        };
        return Diagnostic.Warning(
            "SN1405",
            at,
            $"'{Shown(value)}' cannot be an alias, because {reason}, so it is left out",
            hint
        );
    }

    /// <summary><c>source_url: javascript:alert(1)</c>.</summary>
    public static Diagnostic UrlRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Warning(
            "SN1406",
            at,
            $"'{key}' cannot be '{Shown(value)}', so it is left out",
            "write a whole address, without blanks, that begins with https:// or http://"
        );

    /// <summary><c>image: data:…</c>, <c>image: C:\pictures\flood.jpg</c>.</summary>
    public static Diagnostic ImageRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1407",
            at,
            $"'{Shown(value)}' is not the address of a picture that a page can show, so it is left out",
            "write a path beside the article, one from the site's root, or an address with https://"
        );

    /// <summary>An <c>id</c> with blanks in it.</summary>
    public static Diagnostic IdRefused(SourceLocation at, string value, int maxChars) =>
        Diagnostic.Warning(
            "SN1408",
            at,
            $"'{Shown(value)}' cannot be an id, so it is left out",
            string.Create(CultureInfo.InvariantCulture, $"write up to {maxChars} characters without blanks")
        );

    /// <summary>
    /// <c>url: ../flood.html</c>, <c>url: /:year/:title/</c>, <c>url: https://elsewhere.example/flood</c>.
    /// </summary>
    /// <param name="fault">The end of a sentence: "it is a pattern".</param>
    /// <param name="hint">What may be meant; null where nothing is.</param>
    public static Diagnostic LiteralUrlRefused(SourceLocation at, string value, string fault, string? hint) =>
        Diagnostic.Warning(
            "SN1409",
            at,
            $"'{Shown(value)}' cannot be the article's URL, because {fault}; it is left out, and the article has "
                + $"its usual URL",
            hint
                ?? "write one path of this site from its root: /2014/05/flood.html, or /2014/flood/ for a folder's "
                    + "index; a pattern for all articles is 'permalink' in site.yml"
        );

    /// <summary><c>tags: [ "!!!" ]</c>: no URL can be made of it.</summary>
    public static Diagnostic NameWithoutLetters(SourceLocation at, string key, string value) =>
        Diagnostic.Warning(
            "SN1601",
            at,
            $"'{Shown(value)}' in '{key}' has no letter and no digit, so it is left out",
            "delete or correct it"
        );

    /// <summary><c>lang: english</c>.</summary>
    public static Diagnostic LanguageRefused(SourceLocation at, string value) =>
        Diagnostic.Warning(
            "SN1602",
            at,
            $"'{Shown(value)}' is not a language tag, so it is left out",
            "write it like en, pt-BR or zh-Hant (BCP 47)"
        );

    /// <summary><c>lang: zh_CN</c>, <c>lang: de_DE.UTF-8</c>: as operating systems name languages.</summary>
    public static Diagnostic LanguageRewritten(SourceLocation at, string value, string tag) =>
        Diagnostic.Warning(
            "SN1630",
            at,
            $"'{Shown(value)}' is read as the language tag '{tag}'",
            $"write '{tag}' (BCP 47)"
        );

    /// <summary><c>params</c> with ten thousand values.</summary>
    public static Diagnostic ParamsTooMany(SourceLocation at, int limit) =>
        Diagnostic.Warning(
            "SN1603",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'params' holds more than {limit} values; all of them are left out"
            ),
            "move large data into a file beside the article"
        );

    /// <summary><c>status_reason: …</c> of an article that is neither retracted nor withdrawn.</summary>
    public static Diagnostic ReasonWithoutStatus(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1620",
            at,
            "'status_reason' is not shown, because the article is neither retracted nor withdrawn",
            "add 'status: retracted' (the text stays below a notice) or 'status: withdrawn' (only the notice "
                + "stays), or delete the reason"
        );

    private static string Shown(string value) => value.Length <= 60 ? value : value[..60] + "…";
}

/// <summary>Why a text cannot be an old URL of an article.</summary>
internal enum AliasFault : byte
{
    None,

    /// <summary><c>/?p=123</c>: a static host looks for a file and passes over the query.</summary>
    Query,

    /// <summary><c>/flood.html#top</c>: browsers do not send the fragment.</summary>
    Fragment,

    /// <summary>An address with another host, or with this host and outside of the base URL's path.</summary>
    OtherSite,

    /// <summary><c>/</c>.</summary>
    SiteRoot,

    /// <summary><c>/a/../b</c>, <c>/con/x</c>, <c>/a|b</c>, a part that is too long.</summary>
    NotAFileName,
}

/// <summary>Why a text is not a date.</summary>
internal enum DateFaultKind
{
    None,

    /// <summary>It has none of the forms.</summary>
    Unreadable,

    /// <summary>30 February, 25:00, the year 14.</summary>
    NoSuchTime,

    /// <summary>"Mon, 09 Nov 2025" was a Sunday.</summary>
    WrongWeekday,

    /// <summary>Letters after the time that no rule maps to a zone.</summary>
    UnknownZone,

    /// <summary>An offset beyond 14 hours.</summary>
    NoSuchOffset,

    /// <summary>"11/9/2017": a day in November or in September.</summary>
    AmbiguousOrder,

    /// <summary>
    /// "20/11/2026": can be one day only, but site.yml does not say how the archive writes such dates.
    /// </summary>
    UnknownOrder,

    /// <summary>"11/20/2026", where site.yml says that the day comes first.</summary>
    NotDayFirst,

    /// <summary>"20/11/2026", where site.yml says that the month comes first.</summary>
    NotMonthFirst,

    /// <summary>"11/9/17".</summary>
    ShortYear,
}

/// <summary>The words for an article or a profile that is not text.</summary>
internal static class DecodeWords
{
    public static string Message(DecodeFault fault) =>
        fault.Kind switch
        {
            DecodeFaultKind.TooLarge => string.Create(
                CultureInfo.InvariantCulture,
                $"the file is larger than {SourceDecoder.MaxBytes / (1024 * 1024)} MB, more than one article can be"
            ),
            DecodeFaultKind.Utf16 => "the file is UTF-16, not UTF-8",
            DecodeFaultKind.InvalidUtf8 =>
                $"the byte 0x{fault.Byte.ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8",
            _ => "a NUL character, which no text has",
        };

    public static string Hint(DecodeFault fault) =>
        fault.Kind switch
        {
            DecodeFaultKind.TooLarge => "split it",
            DecodeFaultKind.Nul => "delete it, or save the file as UTF-8 again",
            _ => "save the file as UTF-8; older files are often Windows-1252",
        };
}
