using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages about site.yml and about the variables and options that override it: <c>SN40xx</c> the file,
/// <c>SN41xx</c> its YAML, <c>SN42xx</c> its values.
/// </summary>
internal static class ConfigurationDiagnostics
{
    /// <summary>An item of <c>gone</c> is not a URL of this site: <c>gone: [ flood.html ]</c>.</summary>
    public static Diagnostic GoneRefused(SourceLocation at, string url) =>
        Diagnostic.Error(
            "SN4250",
            at,
            $"'{url}' is not a URL of this site",
            "Write the URL from the site's root: /world/2014/05/flood.html, or /old/** for a folder"
        );

    /// <summary>The folder has no site.yml.</summary>
    public static Diagnostic Missing() =>
        Diagnostic.Error(
            "SN4000",
            SourceLocation.File("site.yml"),
            "there is no site.yml in the site's folder",
            "Name the folder that contains site.yml, or start a site with 'staticnews new site'"
        );

    /// <summary>The messages <c>SN41xx</c> about YAML. An unknown key is an error here.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN41", value: Severity.Error, unknownKey: Severity.Error);

    /// <summary>site.yml is a list or a text and not a group of keys.</summary>
    public static Diagnostic NotKeys(SourceLocation at) =>
        Diagnostic.Error(
            "SN4002",
            at,
            "site.yml must hold keys with values",
            "Begin with 'title: …' and 'base_url: https://…'"
        );

    /// <summary>site.yml has no <c>title</c> or no <c>base_url</c>.</summary>
    public static Diagnostic SettingMissing(SourceLocation at, string key, string example) =>
        Diagnostic.Error("SN4003", at, $"'{key}' is missing", $"Add '{key}: {example}'");

    /// <summary>
    /// The base URL cannot be used: <c>base_url: meridian.example</c>,
    /// <c>base_url: https://meridian.example/?page=1</c>.
    /// </summary>
    public static Diagnostic BaseUrlRefused(SourceLocation at, string value) =>
        Diagnostic.Error(
            "SN4201",
            at,
            $"'{value}' cannot be the address of a site",
            "Write it like https://meridian.example/archive/, with only letters, digits and - . _ ~ + in its path"
        );

    /// <summary>The language is not a language tag: <c>language: english</c>, <c>language: en_US</c>.</summary>
    public static Diagnostic LanguageRefused(SourceLocation at, string value) =>
        Diagnostic.Error(
            "SN4202",
            at,
            $"'{value}' is not a language tag",
            "Write a language tag of BCP 47, such as en, pt-BR or zh-Hant"
        );

    /// <summary>The time zone is unknown: <c>time_zone: Europe/Londn</c>, <c>zones: { IST: India }</c>.</summary>
    /// <param name="nearest">The zone that was probably meant, or null.</param>
    public static Diagnostic TimeZoneUnknown(SourceLocation at, string value, string? nearest) =>
        Diagnostic.Error(
            "SN4203",
            at,
            nearest is null
                ? $"unknown time zone '{value}'"
                : $"unknown time zone '{value}'; did you mean '{nearest}'?",
            "Use a name from the IANA time zone database, such as Europe/London or UTC"
        );

    /// <summary>
    /// The pattern of URLs cannot be used: <c>permalink: "{slug}"</c>, <c>permalink: /../{slug}.html</c>.
    /// </summary>
    public static Diagnostic PermalinkShape(SourceLocation at, string pattern) =>
        Diagnostic.Error(
            "SN4204",
            at,
            $"'{pattern}' cannot be the pattern of a URL",
            "Begin it with '/' and end it with '/' or '.html'; use no empty part, no '..', only letters, digits and "
                + "- . _ ~ between the placeholders, and no name that begins with '.staticnews'"
        );

    /// <summary>The pattern of URLs has an unknown placeholder: <c>permalink: /{slag}.html</c>.</summary>
    public static Diagnostic PlaceholderUnknown(
        SourceLocation at,
        string name,
        string? nearest,
        IReadOnlyList<string> placeholders
    ) =>
        Diagnostic.Error(
            "SN4205",
            at,
            nearest is null
                ? $"unknown placeholder '{{{name}}}'"
                : $"unknown placeholder '{{{name}}}'; did you mean '{{{nearest}}}'?",
            "Use one of these: {" + string.Join("}, {", placeholders) + "}"
        );

    /// <summary>The pattern gives many articles one URL: <c>permalink: /{year}/{month}.html</c>.</summary>
    public static Diagnostic PermalinkNamesNoArticle(SourceLocation at, string pattern) =>
        Diagnostic.Error("SN4206", at, $"'{pattern}' would give many articles one URL", "Add {slug} or {id}");

    /// <summary>The id of a section cannot be used: <c>sections: [ { id: World News } ]</c>.</summary>
    public static Diagnostic SectionIdRefused(SourceLocation at, string id, string slug) =>
        Diagnostic.Error(
            "SN4207",
            at,
            $"'{id}' cannot be a section's id",
            slug.Length > 0
                ? $"Write '{slug}', because ids become folders and URLs"
                : "Use lower-case letters, digits and hyphens, because ids become folders and URLs"
        );

    /// <summary>Two sections of one level have the same id.</summary>
    public static Diagnostic SectionTwice(SourceLocation at, string id) =>
        Diagnostic.Error("SN4208", at, $"the section '{id}' is listed a second time", "Keep one of the two");

    /// <summary>A key is mapped to an unknown one: <c>front_matter: { keys: { topics: tgas } }</c>.</summary>
    public static Diagnostic KeyMappedNowhere(
        SourceLocation at,
        string target,
        string? nearest,
        IReadOnlyList<string> known
    ) =>
        Diagnostic.Error(
            "SN4209",
            at,
            nearest is null
                ? $"there is no front-matter key '{target}'"
                : $"there is no front-matter key '{target}'; did you mean '{nearest}'?",
            "Write the archive's own key first, then one of these: " + string.Join(", ", known)
        );

    /// <summary>
    /// The abbreviation of a time zone cannot be used: <c>front_matter: { zones: { "+0530": Asia/Kolkata } }</c>.
    /// </summary>
    public static Diagnostic ZoneAbbreviationRefused(SourceLocation at, string abbreviation) =>
        Diagnostic.Error(
            "SN4210",
            at,
            $"'{abbreviation}' cannot be the abbreviation of a time zone",
            "Write two to six letters, as in the articles: IST"
        );

    /// <summary>
    /// A pattern cannot match any article: <c>match: /news/**</c>, <c>match: content/news/**</c>, <c>match: ""</c>.
    /// </summary>
    public static Diagnostic MatchRefused(SourceLocation at, string pattern) =>
        Diagnostic.Error(
            "SN4211",
            at,
            $"'{pattern}' cannot match any article",
            "Write a path below content/, without a '/' before it: news/** or world/2014/*.md"
        );

    /// <summary>The URL of a link cannot be used: <c>footer: [ { title: About, url: about.html } ]</c>.</summary>
    public static Diagnostic UrlRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4212",
            at,
            $"'{key}' cannot be '{value}'",
            "Write a URL from the site's root (/about.html) or a whole address (https://…)"
        );

    /// <summary>A setting takes the address of another site: <c>markdown: { elsewhere: archive }</c>.</summary>
    public static Diagnostic OriginRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4213",
            at,
            $"'{key}' cannot be '{value}'",
            "Write a whole address such as https://meridian.example"
        );

    /// <summary>A synonym has no letter or digit: <c>synonyms: { "!!!": Ukraine }</c>.</summary>
    public static Diagnostic SynonymRefused(SourceLocation at, string tag) =>
        Diagnostic.Error(
            "SN4214",
            at,
            $"'{tag}' has no letter or digit, so no article can have it as a tag",
            "Delete the synonym"
        );

    /// <summary>
    /// Two synonyms are one tag, because both have one URL: <c>synonyms: { "US": America, "us": USA }</c>.
    /// </summary>
    public static Diagnostic SynonymTwice(SourceLocation at, string tag, string other) =>
        Diagnostic.Error(
            "SN4215",
            at,
            $"'{tag}' and '{other}' are the same tag, because both have the same URL",
            "Keep one of the two"
        );

    /// <summary>Synonyms refer to each other: <c>synonyms: { a: b, b: a }</c>.</summary>
    public static Diagnostic SynonymLoop(SourceLocation at, string tag) =>
        Diagnostic.Error(
            "SN4216",
            at,
            $"the synonyms of '{tag}' refer to each other in a circle",
            "Choose the tag that stands for the others, and remove its own synonym"
        );

    /// <summary>The newer articles are more than the whole window: <c>related: { window: 10, ahead: 20 }</c>.</summary>
    public static Diagnostic AheadBeyondWindow(SourceLocation at, int ahead, int window) =>
        Diagnostic.Error(
            "SN4217",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'related.ahead' ({ahead}) is more than 'related.window' ({window})"
            ),
            "Choose a smaller 'ahead' or a larger 'window': the newer articles are a part of the window"
        );

    /// <summary>A variable sets an unknown setting: <c>STATICNEWS_BAES_URL</c>.</summary>
    public static Diagnostic OverrideUnknown(SourceLocation at, string key, string? nearest) =>
        Diagnostic.Error(
            "SN4218",
            at,
            nearest is null ? $"there is no setting '{key}'" : $"there is no setting '{key}'; did you mean '{nearest}'?"
        );

    /// <summary>
    /// One setting is the cause of the same message in many files: <c>front_matter: { keys: { kind: type } }</c> in an
    /// archive where <c>kind</c> means something else. It is reported once and not in each file.
    /// </summary>
    /// <param name="at">The line of the setting.</param>
    /// <param name="files">How many files have the fault.</param>
    /// <param name="first">The message for the first of these files.</param>
    public static Diagnostic SettingOfMany(SourceLocation at, int files, Diagnostic first) =>
        new(
            "SN4222",
            first.Severity,
            string.Create(
                CultureInfo.InvariantCulture,
                $"this setting causes the same fault ({first.Code}) in {files} files; the first is "
                    + $"{first.At.Path}{(first.At.Line > 0 ? $", line {first.At.Line}" : "")}: {first.Message}"
            ),
            at,
            first.Hint is null
                ? "Change the setting, or correct the files"
                : $"Change the setting, or correct the files. {first.Hint}"
        );

    /// <summary>A value has control characters in it, such as the escape character.</summary>
    public static Diagnostic ControlCharacters(SourceLocation at, string key) =>
        Diagnostic.Warning("SN4219", at, $"'{key}' contains control characters, which are left out", "Delete them");

    /// <summary>
    /// A colour cannot be used: <c>theme: { accent: crimson }</c>, or <c>accent: #7a1f16</c> without quotes, which is a
    /// comment.
    /// </summary>
    public static Diagnostic ColorRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4230",
            at,
            $"'{key}' cannot be '{value}'",
            "Write six hexadecimal digits in quotes, because '#' begins a comment elsewhere: \"#7a1f16\""
        );

    /// <summary>
    /// The contrast of two colours is too low (WCAG 2.2, 1.4.3): <c>theme: { accent: "#ffcc00" }</c>, yellow on white.
    /// </summary>
    /// <param name="ratio">The contrast ratio, from 1 to 21.</param>
    public static Diagnostic ContrastTooLow(
        SourceLocation at,
        string key,
        string paperKey,
        double ratio,
        double least
    ) =>
        Diagnostic.Warning(
            "SN4231",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{key}' on '{paperKey}' has a contrast of {Math.Floor(ratio * 10) / 10:0.0}:1, which is too low for "
                    + $"many readers"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Choose colours with a contrast of at least {least:0.0}:1 (WCAG 2.2, 1.4.3)"
            )
        );

    /// <summary><c>pictures.widths</c> has too many items.</summary>
    public static Diagnostic TooManyWidths(SourceLocation at, string key, int max) =>
        Diagnostic.Error(
            "SN4240",
            at,
            string.Create(CultureInfo.InvariantCulture, $"'{key}' has more than {max} items"),
            "Use three or four items; each adds a file for every image"
        );

    /// <summary>
    /// A budget is not a size: <c>budgets: { article: 10 KiB }</c>, <c>budgets: { article: light }</c>.
    /// </summary>
    public static Diagnostic BudgetRefused(SourceLocation at, string kind, string value) =>
        Diagnostic.Error(
            "SN4220",
            at,
            $"'budgets.{kind}' cannot be '{value}'",
            "Write a size such as 10 kB, 1.5 MB, a number of bytes, or 10 kB without pictures; 1 kB is 1,000 bytes"
        );

    /// <summary>A budget is for an unknown kind of page: <c>budgets: { artikle: 10 kB }</c>.</summary>
    /// <param name="nearest">The kind that was probably meant, or null.</param>
    public static Diagnostic BudgetOfNoKind(
        SourceLocation at,
        string kind,
        string? nearest,
        IEnumerable<string> kinds
    ) =>
        Diagnostic.Error(
            "SN4221",
            at,
            nearest is null
                ? $"there is no kind of page '{kind}'"
                : $"there is no kind of page '{kind}'; did you mean '{nearest}'?",
            "Use one of these: " + string.Join(", ", kinds)
        );
}
