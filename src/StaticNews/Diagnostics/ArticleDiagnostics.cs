using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with an article or a profile before its Markdown is read: <c>SN10xx</c> the file, <c>SN11xx</c> its YAML, <c>SN12xx</c> texts,
/// <c>SN13xx</c> dates, <c>SN14xx</c> addresses, <c>SN16xx</c> names. An error leaves the article out; a warning does not.
/// </summary>
internal static class ArticleDiagnostics
{
    /// <summary><c>SN11xx</c>; an unknown key is a warning here.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN11", Severity.Warning);

    /// <summary>A file of no bytes, or of blank lines.</summary>
    public static Diagnostic FileEmpty(SourceLocation at) =>
        Diagnostic.Error("SN1001", at, "the file is empty", "begin it with '---', 'title: …', 'date: …', '---', or delete it");

    /// <summary>UTF-16, a byte that is not UTF-8, a NUL, more than 64 MB.</summary>
    public static Diagnostic NotText(DecodeFault fault) =>
        Diagnostic.Error("SN1002", fault.At, DecodeWords.Message(fault), DecodeWords.Hint(fault));

    /// <summary>The first line with text is not <c>---</c>.</summary>
    public static Diagnostic FrontMatterMissing(SourceLocation at) =>
        Diagnostic.Error("SN1003", at, "the article has no front matter", "begin it with a line '---', then 'title: …' and 'date: …', then a line '---'");

    /// <summary>A first <c>---</c> without a second.</summary>
    public static Diagnostic FrontMatterUnclosed(SourceLocation at) =>
        Diagnostic.Error("SN1004", at, "the front matter that begins here does not end", "put a line '---' between the last key and the text");

    /// <summary>A list or a text between the two <c>---</c>.</summary>
    public static Diagnostic FrontMatterNotKeys(SourceLocation at) =>
        Diagnostic.Error("SN1005", at, "the front matter must hold keys with values", "write 'title: …' and 'date: …', each on a line of its own");

    /// <summary>More front matter than any article needs; the limit keeps a damaged file from being read as one.</summary>
    public static Diagnostic FrontMatterTooLong(SourceLocation at, int maxChars) =>
        Diagnostic.Error(
            "SN1006",
            at,
            string.Create(CultureInfo.InvariantCulture, $"the front matter is longer than {maxChars} characters"),
            "is the line '---' after it missing?");

    /// <summary>No <c>title</c>, or an empty one.</summary>
    public static Diagnostic TitleMissing(SourceLocation at) =>
        Diagnostic.Error("SN1201", at, "the article has no title", "add 'title: …'");

    /// <summary>No <c>date</c>, and none in the file's name.</summary>
    public static Diagnostic DateMissing(SourceLocation at) =>
        Diagnostic.Error("SN1202", at, "the article has no date", "add 'date: 2025-11-09', or begin the file's name with the day: 2025-11-09-flood.md");

    /// <summary>Both <c>tags</c> and, where site.yml maps it there, <c>topics</c>, with different values.</summary>
    public static Diagnostic TwoKeysOneValue(SourceLocation at, string unused, string used) =>
        Diagnostic.Warning("SN1203", at, $"'{unused}' is not used: its place is taken by '{used}'", "keep one of the two");

    /// <summary>A title with an escape character in it.</summary>
    public static Diagnostic ControlCharacters(SourceLocation at, string key) =>
        Diagnostic.Warning("SN1204", at, $"'{key}' holds control characters; they are left out", "delete them");

    /// <summary>A title of 500 characters.</summary>
    public static Diagnostic TitleLong(SourceLocation at, int chars, int limit) =>
        Diagnostic.Warning(
            "SN1205",
            at,
            string.Create(CultureInfo.InvariantCulture, $"the title has {chars} characters; lists and feeds expect at most {limit}"),
            "put the rest into 'summary'");

    /// <summary><c>date: yesterday</c>, <c>date: 09/11/2025</c>.</summary>
    public static Diagnostic DateRefused(SourceLocation at, string key, string value, DateFaultKind fault, string zone) => fault switch
    {
        DateFaultKind.NoSuchTime =>
            Diagnostic.Error("SN1302", at, $"'{key}' is {value}, which no calendar or clock shows", "check year, month, day, hour and minute"),
        DateFaultKind.WrongWeekday =>
            Diagnostic.Error("SN1303", at, $"'{key}' is {value}, but that day had another name", "correct the day's name or the date, or leave the name out"),
        DateFaultKind.UnknownZone =>
            Diagnostic.Error("SN1304", at, $"'{key}' names an unknown zone '{zone}'", $"say in site.yml what it means: front_matter: {{ zones: {{ {zone.ToUpperInvariant()}: Asia/Kolkata }} }}"),
        DateFaultKind.NoSuchOffset =>
            Diagnostic.Error("SN1305", at, $"'{key}' is {value}, but no clock is more than 14 hours from UTC", "write the offset as hours and minutes: +05:30"),
        _ =>
            Diagnostic.Error("SN1301", at, $"'{key}' is '{value}', which is not read as a date", "write 2025-11-09, 2025-11-09T19:34:52+05:30, 2025-11 or 2025"),
    };

    /// <summary><c>slug: ../../etc/passwd</c>, <c>slug: CON</c>, 300 characters, <c>slug: "!!!"</c>.</summary>
    /// <param name="instead">A slug that would do, or empty.</param>
    public static Diagnostic SlugRefused(SourceLocation at, string value, string instead) =>
        Diagnostic.Error(
            "SN1401",
            at,
            $"'{Shown(value)}' cannot be the last part of a URL",
            string.Create(
                CultureInfo.InvariantCulture,
                $"use letters, digits and hyphens, no folder, no name that Windows keeps for devices, at most {Slug.MaxBytes} bytes (file systems take no longer names)")
            + (instead.Length == 0 ? "" : $": '{Shown(instead)}'"));

    /// <summary><c>slug: My Story.</c></summary>
    public static Diagnostic SlugChanged(SourceLocation at, string value, string slug) =>
        Diagnostic.Warning("SN1402", at, $"'{Shown(value)}' becomes '{Shown(slug)}' in the URL", "write it so, and add the old URL to 'aliases' if it was published");

    /// <summary>Neither the file's name nor the title has a letter or a digit.</summary>
    public static Diagnostic SlugMissing(SourceLocation at) =>
        Diagnostic.Error("SN1403", at, "no URL can be made of the file's name or the title", "add 'slug: …' with letters or digits");

    /// <summary><c>section: ../world</c>, <c>section: world//news</c>.</summary>
    public static Diagnostic SectionRefused(SourceLocation at, string value) =>
        Diagnostic.Error("SN1404", at, $"'{Shown(value)}' is no section", "write the section's id, with '/' between levels: world/us-news");

    /// <summary><c>section: [local, region]</c>: what <see cref="YamlDiagnostics.WrongKind"/> says, with what to do here.</summary>
    /// <param name="joined">The items as one path.</param>
    public static Diagnostic SeveralSections(SourceLocation at, string key, string joined) =>
        Diagnostic.Error(
            "SN1105",
            at,
            $"'{key}' takes a text, not a list",
            $"One section per article: write '{Shown(joined)}' if the second lies in the first, or the one that counts; the others can be tags");

    /// <summary><c>aliases: [ old.html, /a/../b ]</c>.</summary>
    public static Diagnostic AliasRefused(SourceLocation at, string value) =>
        Diagnostic.Error(
            "SN1405",
            at,
            $"'{Shown(value)}' cannot be an alias",
            "write an old URL of this site from its root, without host, '..', '?' and characters that file names cannot have: /2014/05/flood.html");

    /// <summary><c>source_url: javascript:alert(1)</c>.</summary>
    public static Diagnostic UrlRefused(SourceLocation at, string key, string value) =>
        Diagnostic.Error("SN1406", at, $"'{key}' cannot be '{Shown(value)}'", "write a whole address that begins with https:// or http://");

    /// <summary><c>image: data:…</c>, <c>image: C:\pictures\flood.jpg</c>.</summary>
    public static Diagnostic ImageRefused(SourceLocation at, string value) =>
        Diagnostic.Error("SN1407", at, $"'{Shown(value)}' is no picture that a page can show", "write a path beside the article, one from the site's root, or an address with https://");

    /// <summary>An <c>id</c> with blanks in it.</summary>
    public static Diagnostic IdRefused(SourceLocation at, string value, int maxChars) =>
        Diagnostic.Error(
            "SN1408",
            at,
            $"'{Shown(value)}' cannot be an id",
            string.Create(CultureInfo.InvariantCulture, $"write up to {maxChars} characters without blanks"));

    /// <summary><c>tags: [ "!!!" ]</c>: no URL can be made of it.</summary>
    public static Diagnostic NameWithoutLetters(SourceLocation at, string key, string value) =>
        Diagnostic.Warning("SN1601", at, $"'{Shown(value)}' in '{key}' has no letter and no digit; it is left out", "delete or correct it");

    /// <summary><c>lang: en_US</c>, <c>lang: english</c>.</summary>
    public static Diagnostic LanguageRefused(SourceLocation at, string value) =>
        Diagnostic.Error("SN1602", at, $"'{Shown(value)}' has not the form of a language tag", "write it like en, pt-BR or zh-Hant (BCP 47)");

    /// <summary><c>params</c> with ten thousand values.</summary>
    public static Diagnostic ParamsTooMany(SourceLocation at, int limit) =>
        Diagnostic.Error(
            "SN1603",
            at,
            string.Create(CultureInfo.InvariantCulture, $"'params' holds more than {limit} values"),
            "move large data into a file beside the article");

    private static string Shown(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
