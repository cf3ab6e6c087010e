using System.Reflection;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Tests.Content;

/// <summary>A source for each thing that can be wrong with one, and the place where it is said.</summary>
public sealed class ArticleDiagnosticsTests
{
    private const string Head = "---\ntitle: T\ndate: 2014-05-17\n";

    public static TheoryData<string, string, string, int, int> Cases =>
        new()
        {
            // factory, code, the source (front matter after title and date unless it begins with '!'), line, column
            { nameof(ArticleDiagnostics.FileEmpty), "SN1001", "!", 0, 0 },
            { nameof(ArticleDiagnostics.FileEmpty), "SN1001", "! \n\r\n", 0, 0 },
            { nameof(ArticleDiagnostics.NotText), "SN1002", "!---\ntitle: a\0b\n---\n", 2, 9 },
            { nameof(ArticleDiagnostics.FrontMatterMissing), "SN1003", "!\nThe flood came.\n", 2, 1 },
            { nameof(ArticleDiagnostics.FrontMatterMissing), "SN1003", "!+++\ntitle = 'T'\n+++\n", 1, 1 },
            { nameof(ArticleDiagnostics.FrontMatterMissing), "SN1003", "!----\ntitle: T\n----\n", 1, 1 },
            { nameof(ArticleDiagnostics.FrontMatterUnclosed), "SN1004", "!\n---\ntitle: T\n", 2, 1 },
            { nameof(ArticleDiagnostics.FrontMatterNotKeys), "SN1005", "!---\n- a\n- b\n---\n", 2, 1 },
            { nameof(ArticleDiagnostics.FrontMatterNotKeys), "SN1005", "!---\njust text\n---\n", 2, 1 },
            { nameof(ArticleDiagnostics.FrontMatterCutShort), "SN1007", "kicker: a\n...\ndraft: true", 5, 1 },
            { nameof(ArticleDiagnostics.FrontMatterCutShort), "SN1007", "kicker: a\n... \n\n# x\nTags: b", 5, 1 },
            { nameof(YamlDiagnostics.Broken), "SN1101", "kicker: a: b", 4, 10 },
            { nameof(YamlDiagnostics.DuplicateKey), "SN1102", "kicker: a\nkicker: b", 5, 1 },
            { nameof(YamlDiagnostics.DuplicateKey), "SN1102", "image: { src: a, src: b }", 4, 18 },
            { nameof(YamlDiagnostics.DuplicateKey), "SN1102", "params:\n  a:\n    b: 1\n    b: 2", 7, 5 },
            { nameof(YamlDiagnostics.UnknownKey), "SN1103", "publihed: 2014", 4, 1 },
            { nameof(YamlDiagnostics.UnknownKey), "SN1103", "image: { src: a, captoin: b }", 4, 18 },
            { nameof(YamlDiagnostics.UnknownKey), "SN1103", "authors: [ { name: a, mail: b } ]", 4, 23 },
            { nameof(YamlDiagnostics.UnknownKey), "SN1103", "corrections: { text: a, when: b }", 4, 25 },
            { nameof(YamlDiagnostics.KeyNotText), "SN1104", "[a, b]: c", 4, 1 },
            { nameof(YamlDiagnostics.KeyNotText), "SN1104", "? { a: b }\n: c", 4, 3 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "kicker: [a]", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags: { a: b }", 4, 7 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags:\n  - War: the end", 5, 5 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags: [War: the end, b]", 4, 8 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags: [a, ? War : the end]", 4, 13 },
            { nameof(YamlDiagnostics.PartMissing), "SN1109", "authors: [a, \"X\": y]", 4, 14 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "kicker: *Star*", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "kicker: !Hey you", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "kicker: !!python/object x", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags: [a, *b, c]", 4, 11 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "tags: !x [a, { b: [c] }]", 4, 7 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "params: { a: &a [x, x], b: [*a, *a] }", 4, 29 },
            { nameof(YamlDiagnostics.KeyNotText), "SN1104", "*a : b", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "draft: *a", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "status: !x withdrawn", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "expires: *a", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "params: { draft: *a }", 4, 11 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "custom: { published: !x no }", 4, 11 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "build: { render: *a }", 4, 10 },
            { nameof(YamlDiagnostics.ItemGoesOn), "SN1110", "tags: [\nx\ny\n]", 5, 1 },
            { nameof(YamlDiagnostics.ItemGoesOn), "SN1110", "authors: [a, b\n  c,\n  d]", 4, 14 },
            { nameof(YamlDiagnostics.AnchorPassedOver), "SN1111", "kicker: &Co of London", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "image: [a]", 4, 8 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "params: a", 4, 9 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "corrections: [[a]]", 4, 15 },
            { nameof(YamlDiagnostics.WrongKind), "SN1105", "updated: [2014]", 4, 10 },
            { nameof(ArticleDiagnostics.SeveralSections), "SN1105", "section: [a, b]", 4, 10 },
            { nameof(YamlDiagnostics.NumberRefused), "SN1106", "priority: high", 4, 11 },
            { nameof(YamlDiagnostics.NumberRefused), "SN1106", "image: { src: a, width: 0 }", 4, 25 },
            { nameof(YamlDiagnostics.ChoiceRefused), "SN1108", "type: opnion", 4, 7 },
            { nameof(YamlDiagnostics.PartMissing), "SN1109", "image: { alt: a }", 4, 8 },
            { nameof(YamlDiagnostics.PartMissing), "SN1109", "authors:\n  - { role: a }", 5, 5 },
            { nameof(YamlDiagnostics.PartMissing), "SN1109", "corrections: [ { date: 2014 } ]", 4, 16 },
            { nameof(ArticleDiagnostics.TitleMissing), "SN1201", "!---\ndate: 2014\n---\n", 1, 1 },
            { nameof(ArticleDiagnostics.TitleMissing), "SN1201", "!---\ndate: 2014\ntitle:\n---\n", 3, 1 },
            { nameof(ArticleDiagnostics.TitleMissing), "SN1201", "!---\ndate: 2014\ntitle: '  '\n---\n", 3, 8 },
            { nameof(ArticleDiagnostics.TitleMissing), "SN1201", "!---\n---\n", 1, 1 },
            { nameof(ArticleDiagnostics.DateMissing), "SN1202", "!---\ntitle: T\n---\n", 1, 1 },
            { nameof(ArticleDiagnostics.DateMissing), "SN1202", "!---\ntitle: T\ndate:\n---\n", 1, 1 },
            { nameof(ArticleDiagnostics.TwoKeysOneValue), "SN1203", "summary: a\ndeck: b", 5, 1 },
            { nameof(ArticleDiagnostics.TwoKeysOneValue), "SN1203", "deck: a\nsummary: b", 4, 1 },
            { nameof(ArticleDiagnostics.ControlCharacters), "SN1204", "kicker: \"a\\ab\"", 4, 9 },
            { nameof(ArticleDiagnostics.ControlCharacters), "SN1204", "summary: a\u0008b", 4, 10 },
            { nameof(ArticleDiagnostics.KeyTakenIn), "SN1206", "summary: \"War\nkicker: a\ntags: b\"", 4, 10 },
            { nameof(ArticleDiagnostics.VisibilityTakenIn), "SN1807", "summary: 'War\nkicker: a\ndate: b'", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1301", "updated: yesterday", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1302", "updated: 2014-02-30", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1303", "updated: Mon, 09 Nov 2025 10:00 GMT", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1304", "updated: 2014-02-03 10:00 XYZ", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1305", "updated: 2014-02-03 10:00 +1900", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1301", "corrections: { date: soon, text: a }", 4, 22 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1306", "updated: 11-9-2017", 4, 10 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1307", "updated: 11/9/17", 4, 10 },
            { nameof(ArticleDiagnostics.UpdatedBeforeDate), "SN1309", "updated: 2014-05-16", 4, 10 },
            { nameof(ArticleDiagnostics.UpdatedBeforeDate), "SN1309", "updated: April 2014", 4, 10 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: ../../etc/passwd", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: ..%2F..%2Fetc", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: a\\b", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: CON", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: nul.html", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: ..", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: '!!!'", 4, 7 },
            { nameof(ArticleDiagnostics.SlugRefused), "SN1401", "slug: " + LongSlug, 4, 7 },
            { nameof(ArticleDiagnostics.SlugChanged), "SN1402", "slug: My Story.", 4, 7 },
            { nameof(ArticleDiagnostics.SlugMissing), "SN1403", "!---\ntitle: '!!!'\ndate: 2014\n---\n", 1, 1 },
            { nameof(ArticleDiagnostics.SectionRefused), "SN1404", "section: ../world", 4, 10 },
            { nameof(ArticleDiagnostics.SectionRefused), "SN1404", "section: world//news", 4, 10 },
            { nameof(ArticleDiagnostics.SectionRefused), "SN1404", "section: /world", 4, 10 },
            { nameof(ArticleDiagnostics.SectionRefused), "SN1404", "section: a\\b", 4, 10 },
            { nameof(ArticleDiagnostics.SectionRefused), "SN1404", "section: a/b/c/d/e/f/g/h/i", 4, 10 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: ['/old.html#top']", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: [/a/../b]", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: [/a/%2e%2e/b]", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: ['https://a.example/b?id=3']", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: ['/a?id=5']", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: [/a/nul]", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: [/a./b]", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: ['/a%00b']", 4, 11 },
            { nameof(ArticleDiagnostics.AliasRefused), "SN1405", "aliases: [/]", 4, 11 },
            { nameof(ArticleDiagnostics.UrlRefused), "SN1406", "source_url: javascript:alert(1)", 4, 13 },
            { nameof(ArticleDiagnostics.UrlRefused), "SN1406", "source_url: //a.example/", 4, 13 },
            { nameof(ArticleDiagnostics.UrlRefused), "SN1406", "license: javascript:alert(1)", 4, 10 },
            {
                nameof(ArticleDiagnostics.UrlRefused),
                "SN1406",
                "authors: [ { name: a, url: 'data:text/html,x' } ]",
                4,
                28
            },
            { nameof(ArticleDiagnostics.ImageRefused), "SN1407", "image: data:image/png;base64,AAAA", 4, 8 },
            { nameof(ArticleDiagnostics.ImageRefused), "SN1407", "image: C:\\pictures\\flood.jpg", 4, 8 },
            { nameof(ArticleDiagnostics.ImageRefused), "SN1407", "image: { src: //a.example/f.jpg }", 4, 15 },
            { nameof(ArticleDiagnostics.IdRefused), "SN1408", "id: a b", 4, 5 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /../flood.html", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /a/%2e%2e/b/", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /:year/:title/", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: '/{{ slug }}/'", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: '/flood.html?id=3'", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: '/flood.html#top'", 4, 6 },
            {
                nameof(ArticleDiagnostics.LiteralUrlRefused),
                "SN1409",
                "url: https://elsewhere.example/flood.html",
                4,
                6
            },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: //elsewhere.example/flood.html", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /con/flood.html", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /a//b.html", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /a//", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: '/a%00b/'", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: 'a\\b/'", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /feed.xml", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /flood.php", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /index.html", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /.staticnews/x/", 4, 6 },
            { nameof(ArticleDiagnostics.LiteralUrlRefused), "SN1409", "url: /" + LongSlug, 4, 6 },
            { nameof(ArticleDiagnostics.NameWithoutLetters), "SN1601", "tags: [Kent, '!!!']", 4, 14 },
            { nameof(ArticleDiagnostics.NameWithoutLetters), "SN1601", "authors: '***'", 4, 10 },
            { nameof(ArticleDiagnostics.NameWithoutLetters), "SN1601", "series: '-'", 4, 9 },
            { nameof(ArticleDiagnostics.LanguageRefused), "SN1602", "lang: english", 4, 7 },
            { nameof(ArticleDiagnostics.LanguageRefused), "SN1602", "lang: '_'", 4, 7 },
            { nameof(ArticleDiagnostics.LanguageRewritten), "SN1630", "lang: en_US", 4, 7 },
            { nameof(ArticleDiagnostics.LanguageRewritten), "SN1630", "lang: pt_br.UTF-8", 4, 7 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "draft: maybe", 4, 8 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "published: perhaps", 4, 12 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "state: draft", 4, 8 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "type: draft", 4, 7 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "expiryDate: soon", 4, 13 },
            { nameof(ArticleDiagnostics.VisibilityUnclear), "SN1801", "build: { render: sometimes }", 4, 18 },
            { nameof(ArticleDiagnostics.VisibilityRestricted), "SN1802", "password: opensesame", 4, 11 },
            { nameof(ArticleDiagnostics.VisibilityRestricted), "SN1802", "visibility: members", 4, 13 },
            { nameof(ArticleDiagnostics.VisibilityRestricted), "SN1802", "status: protected", 4, 9 },
            { nameof(ArticleDiagnostics.VisibilityMistyped), "SN1803", "darft: true", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityMistyped), "SN1803", "publishd: no", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "draft: [true]", 4, 1 },
            { nameof(ArticleDiagnostics.VisibilityNoText), "SN1804", "status: { a: draft }", 4, 1 },
            { nameof(ArticleDiagnostics.StatusUnknown), "SN1805", "status: gone", 4, 9 },
            { nameof(ArticleDiagnostics.DateRefused), "SN1301", "expires: soon", 4, 10 },
            { nameof(ArticleDiagnostics.ReasonWithoutStatus), "SN1620", "status_reason: It was not so.", 4, 16 },
            {
                nameof(ArticleDiagnostics.ReasonWithoutStatus),
                "SN1620",
                "status: published\nstatus_reason: It was not so.",
                5,
                16
            },
            { nameof(ArticleDiagnostics.ParamsTooMany), "SN1603", "params: { a: " + ManyValues + " }", 4, 9 },
        };

    private static string LongSlug => new('a', 300);

    private static string ManyValues => "[" + string.Join(", ", Enumerable.Range(0, ParamsReader.MaxValues)) + "]";

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_where(string factory, string code, string text, int line, int column)
    {
        Assert.NotEmpty(factory);
        var loaded = text.StartsWith('!')
            ? Reading.Text(text[1..], "world/!.md")
            : Reading.Text($"{Head}{text}\n---\n");

        var found = loaded.Diagnostics.Where(diagnostic => diagnostic.Code == code).ToList();
        Assert.Contains((line, column), found.Select(diagnostic => (diagnostic.At.Line, diagnostic.At.Column)));
        Assert.All(
            found,
            diagnostic => Assert.StartsWith("content/world/", diagnostic.At.Path, StringComparison.Ordinal)
        );
        Assert.Equal(
            loaded.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error),
            loaded.Article is null
        );
    }

    [Fact]
    public void Says_so_of_a_title_that_is_too_long()
    {
        var loaded = Reading.Text($"---\ndate: 2014\ntitle: {new string('a', 500)}\n---\n");

        Assert.Equal(("SN1205", Severity.Warning, 3, 8), Place(Assert.Single(loaded.Diagnostics)));
        Assert.Equal(500, loaded.Article!.Summary.Title.Length);
    }

    [Fact]
    public void Says_so_of_front_matter_without_end()
    {
        var loaded = Reading.Text($"---\ntitle: {new string('a', 600_000)}\n---\n");

        Assert.Equal(("SN1006", Severity.Error, 1, 1), Place(Assert.Single(loaded.Diagnostics)));
    }

    [Theory]
    [InlineData("11/20/2026", true, "SN1308", "Did you mean 2026-11-20?")]
    [InlineData("20/11/2026", false, "SN1308", "Did you mean 2026-11-20?")]
    [InlineData("20/11/2026", null, "SN1301", "Did you mean 2026-11-20? ")]
    [InlineData("11-9-2017 7:34 PM", null, "SN1306", "Did you mean 2017-11-09 7:34 PM or 2017-09-11 7:34 PM? ")]
    public void Shows_what_a_date_of_figures_could_be(string value, bool? dayFirst, string code, string hint)
    {
        var config = Reading.Config with { FrontMatter = Reading.Config.FrontMatter with { DayFirst = dayFirst } };
        var found = Assert.Single(Reading.Text($"{Head}updated: {value}\n---\n", config: config).Diagnostics);

        Assert.Equal(code, found.Code);
        Assert.StartsWith(hint, found.Hint, StringComparison.Ordinal);
        Assert.Equal(
            dayFirst is null,
            found.Hint!.Contains("front_matter: { day_first: true }", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Names_the_years_that_are_accepted() =>
        Assert.Contains(
            "1000 to 9999",
            Assert.Single(Reading.Text("---\ntitle: T\ndate: 0214-05-01\n---\n").Diagnostics).Hint,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("date: 2014-05-17 10:00 +15:00", 3, 7)]
    [InlineData("date: 2014-05-17T10:00:00-14:30", 3, 7)]
    [InlineData("date: Sat, 17 May 2014 7:34 PM +0575", 3, 7)]
    public void An_impossible_offset_costs_the_time_and_not_the_article(string date, int line, int column)
    {
        var loaded = Reading.Text($"---\ntitle: T\n{date}\n---\n");

        Assert.Equal(("SN1305", Severity.Warning, line, column), Place(Assert.Single(loaded.Diagnostics)));
        Assert.Equal(
            (new DateTime(2014, 5, 17), DatePrecision.Day),
            (loaded.Article!.Summary.Date.Local.DateTime, loaded.Article.Summary.Date.Precision)
        );
    }

    [Theory]
    [InlineData("2014-05-17 10:00", "2014-05-17")]
    [InlineData("2014-05-17 10:00", "2014-05")]
    [InlineData("2014-05-17 10:00", "2014-05-17 10:00")]
    [InlineData("2014-05-17 10:00:30", "2014-05-17 10:00")]
    [InlineData("2014-05-17", "2014-05-17T01:00+05:30")]
    [InlineData("2014-05-17T01:00+05:30", "2014-05-16")]
    [InlineData("2014-05-17", "2014-05-18")]
    public void A_change_that_may_be_later_is_kept(string date, string updated)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: {date}\nupdated: {updated}\n---\n");

        Assert.Empty(loaded.Diagnostics);
        Assert.NotNull(loaded.Article!.Summary.Updated);
    }

    [Theory]
    [InlineData("2014-05-17 10:00", "2014-05-17 09:59")]
    [InlineData("2014-05-17", "2014-05-16 23:00")]
    [InlineData("2014-05-17", "2013")]
    public void A_change_before_the_date_is_left_out(string date, string updated)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: {date}\nupdated: {updated}\n---\n");

        Assert.Equal(("SN1309", Severity.Warning, 4, 10), Place(Assert.Single(loaded.Diagnostics)));
        Assert.Null(loaded.Article!.Summary.Updated);
    }

    [Fact]
    public void Has_a_case_for_every_diagnostic()
    {
        var tested = Cases
            .Select(row => (string)row[0])
            .Append(nameof(ArticleDiagnostics.TitleLong))
            .Append(nameof(ArticleDiagnostics.FrontMatterTooLong))
            .Append(nameof(ArticleDiagnostics.FolderHeldBack))
            // Front matter has no key that takes true or false and nothing else; site.yml has.
            .Append(nameof(YamlDiagnostics.YesNoRefused));
        var factories = typeof(ArticleDiagnostics)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Concat(
                typeof(YamlDiagnostics).GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => method.ReturnType == typeof(Diagnostic))
            .Select(method => method.Name);

        Assert.Equal([], factories.Except(tested, StringComparer.Ordinal));
    }

    public static TheoryData<string, string, int, int> BrokenYaml =>
        new()
        {
            { nameof(YamlFaultKind.UnquotedColon), "kicker: War: the end", 4, 12 },
            { nameof(YamlFaultKind.UnquotedColon), "tags:\n  - War: the end: now", 5, 17 },
            { nameof(YamlFaultKind.UnquotedColon), "kicker: \"War\": the end", 4, 14 },
            { nameof(YamlFaultKind.UnclosedQuote), "kicker: \"War\ntype: news", 4, 9 },
            { nameof(YamlFaultKind.UnclosedQuote), "kicker: 'War\ntype: news", 4, 9 },
            { nameof(YamlFaultKind.Apostrophe), "kicker: 'it's here'", 4, 12 },
            { nameof(YamlFaultKind.Apostrophe), "kicker: 'The war\nit's over'", 5, 3 },
            { nameof(YamlFaultKind.Apostrophe), "kicker: 'The war\n  it's over'", 5, 5 },
            { nameof(YamlFaultKind.Apostrophe), "tags: ['Kent', 'it's here']", 4, 19 },
            { nameof(YamlFaultKind.MissingComma), "tags: [\n\"x\"\n\"y\"\n]", 6, 1 },
            { nameof(YamlFaultKind.MissingComma), "tags: [\n  'x'\n  y\n]", 6, 3 },
            { nameof(YamlFaultKind.MissingComma), "tags: [\"x\" 'y']", 4, 12 },
            { nameof(YamlFaultKind.MissingComma), "params: { a: [[x] [y]] }", 4, 19 },
            { nameof(YamlFaultKind.MissingComma), "image: {\n  src: a.jpg\n  alt: b\n}", 6, 3 },
            { nameof(YamlFaultKind.ExtraComma), "tags: [x,, y]", 4, 10 },
            { nameof(YamlFaultKind.ExtraComma), "tags: [, y]", 4, 8 },
            { nameof(YamlFaultKind.ExtraComma), "image: { src: a.jpg,\n, alt: x }", 5, 1 },
            { nameof(YamlFaultKind.DashInBrackets), "tags: [\n- x\n- y\n]", 5, 1 },
            { nameof(YamlFaultKind.DashInBrackets), "tags: [a, - x]", 4, 11 },
            { nameof(YamlFaultKind.WrongBracket), "tags: [a, b}", 4, 12 },
            { nameof(YamlFaultKind.WrongBracket), "tags: [a, b}\nkicker: c", 4, 12 },
            { nameof(YamlFaultKind.WrongBracket), "image: { src: a.jpg ]", 4, 21 },
            { nameof(YamlFaultKind.EmptyKey), ": x", 4, 1 },
            { nameof(YamlFaultKind.EmptyKey), ":\n# x\ndesk: y", 4, 1 },
            { nameof(YamlFaultKind.EmptyKey), "params:\n  : x\n  b: c", 5, 3 },
            { nameof(YamlFaultKind.EmptyKey), "params:\n  b: c\n  : x", 6, 3 },
            { nameof(YamlFaultKind.EmptyKey), "tags: [: x]", 4, 8 },
            { nameof(YamlFaultKind.Alias), "kicker: *very* good", 4, 9 },
            { nameof(YamlFaultKind.Alias), "kicker: * good", 4, 9 },
            { nameof(YamlFaultKind.Alias), "<<: *base", 4, 5 },
            { nameof(YamlFaultKind.Alias), "base: &b { desk: x }\n<<: [*b]", 5, 6 },
            { nameof(YamlFaultKind.Anchor), "kicker: & Sons", 4, 9 },
            { nameof(YamlFaultKind.TextAfterValue), "kicker: \"Flood\" in Kent", 4, 17 },
            { nameof(YamlFaultKind.TextAfterValue), "kicker: [Update] Flood", 4, 18 },
            { nameof(YamlFaultKind.TextAfterValue), "kicker: \"Flood\"#1", 4, 16 },
            { nameof(YamlFaultKind.TabIndent), "image:\n\tsrc: a", 5, 1 },
            { nameof(YamlFaultKind.TabIndent), "image:\n  src: a\n\talt: b", 6, 1 },
            { nameof(YamlFaultKind.UnclosedBracket), "tags: [a, b\ntype: news", 4, 7 },
            { nameof(YamlFaultKind.UnclosedBracket), "tags: [a, b\ndraft: true\nc]", 4, 7 },
            { nameof(YamlFaultKind.UnclosedBracket), "tags: [a\ntype: news\nauthors: [b]", 4, 7 },
            { nameof(YamlFaultKind.UnclosedBracket), "image: { src: a", 4, 8 },
            { nameof(YamlFaultKind.UnclosedBracket), "tags: [[a], b", 4, 7 },
            { nameof(YamlFaultKind.ReservedStart), "kicker: @home", 4, 9 },
            { nameof(YamlFaultKind.ReservedStart), "kicker: `code`", 4, 9 },
            { nameof(YamlFaultKind.ReservedStart), "kicker: %s", 4, 9 },
            { nameof(YamlFaultKind.ReservedStart), "%YAML 1.1", 4, 1 },
            { nameof(YamlFaultKind.WrongIndent), "kicker: a\n  type: news", 5, 1 },
            { nameof(YamlFaultKind.WrongIndent), "image:\n   src: a\n  alt: b", 6, 3 },
            { nameof(YamlFaultKind.WrongIndent), "tags:\n  - a\n - b", 6, 2 },
            { nameof(YamlFaultKind.KeyWithoutColon), "kicker: a\nnonsense\ntype: news", 5, 1 },
            { nameof(YamlFaultKind.KeyWithoutColon), "tags:\n- a\n-b\ntype: news", 6, 1 },
            { nameof(YamlFaultKind.ListOnKeyLine), "tags: - a", 4, 7 },
            { nameof(YamlFaultKind.TextOnBlockLine), "summary: > It rained\n  all day", 4, 10 },
            { nameof(YamlFaultKind.BadEscape), "kicker: \"C:\\data\"", 4, 9 },
            { nameof(YamlFaultKind.BadEscape), "kicker: \"\\ud800\"", 4, 9 },
            { nameof(YamlFaultKind.Tag), "kicker: !<x you", 4, 9 },
            { nameof(YamlFaultKind.Tag), "kicker: !e!x you", 4, 9 },
            { nameof(YamlFaultKind.Anchor), "tags: &a - b", 4, 7 },
            { nameof(YamlFaultKind.TooDeep), "params: " + Deep, 4, 32 },
            { nameof(YamlFaultKind.TooMany), "tags: " + Many, 4, 149987 },
            { nameof(YamlFaultKind.ReservedStart), "kicker: ? a", 4, 9 },
        };

    private static string Deep => new string('[', 40) + new string(']', 40);

    private static string Many => "[" + string.Concat(Enumerable.Repeat("a, ", 60_000)) + "]";

    [Theory]
    [MemberData(nameof(BrokenYaml))]
    public void Says_how_YAML_is_broken(string kind, string yaml, int line, int column)
    {
        var loaded = Reading.Text($"{Head}{yaml}\n---\nText.\n");

        Assert.Null(loaded.Article);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal(ArticleDiagnostics.Yaml.Broken(found.At, Enum.Parse<YamlFaultKind>(kind)), found);
        Assert.Equal((line, column), (found.At.Line, found.At.Column));
    }

    [Theory]
    [InlineData("kicker: a\n\u2028\ndesk: b", 5, 1, "U+2028")]
    [InlineData("kicker: a\n\u200B\ndesk: b", 5, 1, "U+200B")]
    [InlineData("kicker: a\n\u00A0\ndesk: b", 5, 1, "U+00A0")]
    [InlineData("image:\n  src: a\n\u00A0 alt: b\n \u00A0credit: c", 7, 2, "U+00A0")]
    public void Names_a_character_that_nobody_sees(string yaml, int line, int column, string character)
    {
        var loaded = Reading.Text($"{Head}{yaml}\n---\nText.\n");

        Assert.Null(loaded.Article);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal(("SN1101", Severity.Error, line, column), Place(found));
        Assert.Contains($"({character})", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_hides_behind_the_end_of_a_document()
    {
        Assert.Equal(YamlFaultKind.SecondDocument, FaultOf("a: 1\n---\nb: 2\n").Kind);
        Assert.Equal(new YamlFault(YamlFaultKind.Nul, new StaticNews.Text.TextSpan(5, 1)), FaultOf("a: 1\n\0b: 2\n"));
    }

    [Fact]
    public void Every_way_to_break_YAML_has_a_case()
    {
        var tested = BrokenYaml
            .Select(row => (string)row[0])
            .Append(nameof(YamlFaultKind.SecondDocument))
            .Append(nameof(YamlFaultKind.HiddenCharacter))
            .Append(nameof(YamlFaultKind.Other))
            .Append(nameof(YamlFaultKind.Nul));

        Assert.Equal([], Enum.GetNames<YamlFaultKind>().Except(tested, StringComparer.Ordinal));
    }

    private static YamlFault FaultOf(string yaml) =>
        new YamlTokenizer(100).Read(
            new StaticNews.Text.SourceText("a.md", yaml),
            new StaticNews.Text.TextSpan(0, yaml.Length),
            []
        )!;

    private static (string Code, Severity Severity, int Line, int Column) Place(Diagnostic found) =>
        (found.Code, found.Severity, found.At.Line, found.At.Column);
}
