using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with site.yml and with the variables and options that override it: <c>SN40xx</c> the file,
/// <c>SN41xx</c> its YAML, <c>SN42xx</c> its values.
/// </summary>
internal static class ConfigurationDiagnostics
{
    /// <summary><c>gone: [ flood.html ]</c>.</summary>
    public static Diagnostic GoneRefused(SourceLocation at, string url) =>
        Diagnostic.Error(
            "SN4250",
            at,
            $"'{url}' is not a URL of this site",
            "write it from the site's root: /world/2014/05/flood.html, or /old/** for a folder"
        );

    /// <summary>The folder has no site.yml.</summary>
    public static Diagnostic Missing() =>
        Diagnostic.Error(
            "SN4000",
            SourceLocation.File("site.yml"),
            "there is no site.yml in the site's folder",
            "name the folder that holds it, or start a site with 'staticnews new site'"
        );

    /// <summary><c>SN41xx</c>; an unknown key is an error here.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN41", value: Severity.Error, unknownKey: Severity.Error);

    /// <summary>site.yml is a list or a text.</summary>
    public static Diagnostic NotKeys(SourceLocation at) =>
        Diagnostic.Error(
            "SN4002",
            at,
            "site.yml must hold keys with values",
            "begin with 'title: …' and 'base_url: https://…'"
        );

    /// <summary>site.yml has no <c>title</c> or no <c>base_url</c>.</summary>
    public static Diagnostic SettingMissing(SourceLocation at, string key, string example) =>
        Diagnostic.Error("SN4003", at, $"'{key}' is missing", $"add '{key}: {example}'");

    /// <summary><c>base_url: meridian.example</c>, <c>base_url: https://meridian.example/?page=1</c>.</summary>
    public static Diagnostic BaseUrlRefused(SourceLocation at, string value) =>
        Diagnostic.Error(
            "SN4201",
            at,
            $"'{value}' is no address that a site can stand at",
            "write it like https://meridian.example/archive/, its path of letters, digits and - . _ ~ + only"
        );

    /// <summary><c>language: english</c>, <c>language: en_US</c>.</summary>
    public static Diagnostic LanguageRefused(SourceLocation at, string value) =>
        Diagnostic.Error(
            "SN4202",
            at,
            $"'{value}' has not the form of a language tag",
            "write it like en, pt-BR or zh-Hant (BCP 47)"
        );

    /// <summary><c>time_zone: Europe/Londn</c>; <c>zones: { IST: India }</c>.</summary>
    /// <param name="nearest">The zone that was probably meant, or null.</param>
    public static Diagnostic TimeZoneUnknown(SourceLocation at, string value, string? nearest) =>
        Diagnostic.Error(
            "SN4203",
            at,
            nearest is null
                ? $"unknown time zone '{value}'"
                : $"unknown time zone '{value}'; did you mean '{nearest}'?",
            "use a name of the IANA time zone database, such as Europe/London or UTC"
        );

    /// <summary><c>permalink: "{slug}"</c>, <c>permalink: /../{slug}.html</c>.</summary>
    public static Diagnostic PermalinkShape(SourceLocation at, string pattern) =>
        Diagnostic.Error(
            "SN4204",
            at,
            $"'{pattern}' cannot be the pattern of a URL",
            "begin with '/', end with '/' or '.html', no empty part, no '..', only letters, digits and - . _ ~ "
                + "between the placeholders, and no name that begins with '.staticnews'"
        );

    /// <summary><c>permalink: /{slag}.html</c>.</summary>
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
            "one of: {" + string.Join("}, {", placeholders) + "}"
        );

    /// <summary><c>permalink: /{year}/{month}.html</c>.</summary>
    public static Diagnostic PermalinkNamesNoArticle(SourceLocation at, string pattern) =>
        Diagnostic.Error("SN4206", at, $"'{pattern}' would give many articles one URL", "put {slug} or {id} into it");

    /// <summary><c>sections: [ { id: World News } ]</c>.</summary>
    public static Diagnostic SectionIdRefused(SourceLocation at, string id, string slug) =>
        Diagnostic.Error(
            "SN4207",
            at,
            $"'{id}' cannot be a section's id",
            slug.Length > 0
                ? $"ids become folders and URLs: write '{slug}'"
                : "ids become folders and URLs: use lower-case letters, digits and hyphens"
        );

    /// <summary>Two sections of one level have one id.</summary>
    public static Diagnostic SectionTwice(SourceLocation at, string id) =>
        Diagnostic.Error("SN4208", at, $"the section '{id}' is named a second time", "keep one of the two");

    /// <summary><c>front_matter: { keys: { topics: tgas } }</c>.</summary>
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
            "the archive's own name comes first, then one of these: " + string.Join(", ", known)
        );

    /// <summary><c>front_matter: { zones: { "+0530": Asia/Kolkata } }</c>.</summary>
    public static Diagnostic ZoneAbbreviationRefused(SourceLocation at, string abbreviation) =>
        Diagnostic.Error(
            "SN4210",
            at,
            $"'{abbreviation}' is no abbreviation of a time zone",
            "write two to six letters, as the articles have them: IST"
        );

    /// <summary><c>match: /news/**</c>, <c>match: content/news/**</c>, <c>match: ""</c>.</summary>
    public static Diagnostic MatchRefused(SourceLocation at, string pattern) =>
        Diagnostic.Error(
            "SN4211",
            at,
            $"'{pattern}' matches no article",
            "write a path below content/, without a '/' before it: news/** or world/2014/*.md"
        );

    /// <summary><c>footer: [ { title: About, url: about.html } ]</c>.</summary>
    public static Diagnostic UrlRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4212",
            at,
            $"'{key}' cannot be '{value}'",
            "write a URL from the site's root (/about.html) or a whole one (https://…)"
        );

    /// <summary><c>markdown: { elsewhere: archive }</c>.</summary>
    public static Diagnostic OriginRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4213",
            at,
            $"'{key}' cannot be '{value}'",
            "write a whole address such as https://meridian.example"
        );

    /// <summary><c>synonyms: { "!!!": Ukraine }</c>.</summary>
    public static Diagnostic SynonymRefused(SourceLocation at, string tag) =>
        Diagnostic.Error(
            "SN4214",
            at,
            $"'{tag}' has no letter and no digit, so no article can have it as a tag",
            "remove it"
        );

    /// <summary><c>synonyms: { "US": America, "us": USA }</c>: one URL, so one tag.</summary>
    public static Diagnostic SynonymTwice(SourceLocation at, string tag, string other) =>
        Diagnostic.Error("SN4215", at, $"'{tag}' and '{other}' are one tag to a URL", "keep one of the two");

    /// <summary><c>synonyms: { a: b, b: a }</c>.</summary>
    public static Diagnostic SynonymLoop(SourceLocation at, string tag) =>
        Diagnostic.Error(
            "SN4216",
            at,
            $"the synonyms of '{tag}' lead back to it",
            "let one of these tags stand for the others"
        );

    /// <summary><c>related: { window: 10, ahead: 20 }</c>.</summary>
    public static Diagnostic AheadBeyondWindow(SourceLocation at, int ahead, int window) =>
        Diagnostic.Error(
            "SN4217",
            at,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"'related.ahead' ({ahead}) is more than 'related.window' ({window})"
            ),
            "the newer articles are part of the window"
        );

    /// <summary>A variable <c>STATICNEWS_BAES_URL</c>.</summary>
    public static Diagnostic OverrideUnknown(SourceLocation at, string key, string? nearest) =>
        Diagnostic.Error(
            "SN4218",
            at,
            nearest is null ? $"there is no setting '{key}'" : $"there is no setting '{key}'; did you mean '{nearest}'?"
        );

    /// <summary>
    /// <c>front_matter: { keys: { kind: type } }</c> of an archive where <c>kind</c> means something else: a fault of
    /// one line, and no thousand faults of articles.
    /// </summary>
    /// <param name="at">The line.</param>
    /// <param name="files">How many have the fault.</param>
    /// <param name="first">As it would be said of the first of them.</param>
    public static Diagnostic SettingOfMany(SourceLocation at, int files, Diagnostic first) =>
        new(
            "SN4222",
            first.Severity,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"this setting gives {files} files one fault ({first.Code}); the first is "
                    + $"{first.At.Path}{(first.At.Line > 0 ? $", line {first.At.Line}" : "")}: {first.Message}"
            ),
            at,
            first.Hint is null
                ? "Change the setting, or mend the files"
                : $"Change the setting, or mend the files: {first.Hint}"
        );

    /// <summary>A title with an escape character in it.</summary>
    public static Diagnostic ControlCharacters(SourceLocation at, string key) =>
        Diagnostic.Warning("SN4219", at, $"'{key}' holds control characters; they are left out", "delete them");

    /// <summary>
    /// <c>theme: { accent: crimson }</c>, and <c>accent: #7a1f16</c> without quotes, which is no value at all.
    /// </summary>
    public static Diagnostic ColorRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error(
            "SN4230",
            at,
            $"'{key}' cannot be '{value}'",
            "write six hexadecimal digits in quotes, for without them '#' begins a comment: \"#7a1f16\""
        );

    /// <summary><c>theme: { accent: "#ffcc00" }</c>: yellow on white (WCAG 2.2, 1.4.3).</summary>
    /// <param name="ratio">From 1 to 21.</param>
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
                System.Globalization.CultureInfo.InvariantCulture,
                $"'{key}' on '{paperKey}' has a contrast of {Math.Floor(ratio * 10) / 10:0.0}:1, too little for "
                    + $"many readers"
            ),
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"choose colours with at least {least:0.0}:1 (WCAG 2.2, 1.4.3)"
            )
        );

    /// <summary>A ninth item of <c>pictures.widths</c>.</summary>
    public static Diagnostic TooManyWidths(SourceLocation at, string key, int max) =>
        Diagnostic.Error(
            "SN4240",
            at,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{key}' has more than {max} items"),
            "three or four are enough: each makes a file of every picture"
        );

    /// <summary><c>budgets: { article: 10 KiB }</c>, <c>budgets: { article: light }</c>.</summary>
    public static Diagnostic BudgetRefused(SourceLocation at, string kind, string value) =>
        Diagnostic.Error(
            "SN4220",
            at,
            $"'budgets.{kind}' cannot be '{value}'",
            "write a size such as 10 kB, 1.5 MB, a number of bytes, or 10 kB without pictures; 1 kB is 1,000 bytes"
        );

    /// <summary><c>budgets: { artikle: 10 kB }</c>.</summary>
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
            "one of: " + string.Join(", ", kinds)
        );
}
