using System.Reflection;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Configuration;

/// <summary>A site.yml for each thing that can be wrong with one, and the place where it is said.</summary>
public sealed class ConfigurationDiagnosticsTests
{
    public static TheoryData<string, string, string, int, int> Cases =>
        new()
        {
            // factory, code, site.yml (after the two required keys unless it begins with '!'), line, column
            { nameof(ConfigurationDiagnostics.NotKeys), "SN4002", "!- a\n- b\n", 1, 1 },
            { nameof(ConfigurationDiagnostics.NotKeys), "SN4002", "!just text\n", 1, 1 },
            { nameof(ConfigurationDiagnostics.SettingMissing), "SN4003", "!base_url: https://a.example/\n", 0, 0 },
            { nameof(ConfigurationDiagnostics.SettingMissing), "SN4003", "!title: T\n", 0, 0 },
            {
                nameof(ConfigurationDiagnostics.SettingMissing),
                "SN4003",
                "!title:\nbase_url: https://a.example/\n",
                1,
                1
            },
            {
                nameof(ConfigurationDiagnostics.SettingMissing),
                "SN4003",
                "!title: ''\nbase_url: https://a.example/\n",
                1,
                8
            },
            { nameof(ConfigurationDiagnostics.SettingMissing), "SN4003", "!", 0, 0 },
            {
                nameof(ConfigurationDiagnostics.BaseUrlRefused),
                "SN4201",
                "!title: T\nbase_url: meridian.example\n",
                2,
                11
            },
            { nameof(ConfigurationDiagnostics.LanguageRefused), "SN4202", "language: en_US\n", 3, 11 },
            {
                nameof(ConfigurationDiagnostics.LanguageRefused),
                "SN4202",
                "sections: [ { id: a, title: A, language: hindi } ]\n",
                3,
                42
            },
            { nameof(ConfigurationDiagnostics.TimeZoneUnknown), "SN4203", "time_zone: Europe/Londn\n", 3, 12 },
            {
                nameof(ConfigurationDiagnostics.TimeZoneUnknown),
                "SN4203",
                "front_matter:\n  zones:\n    IST: India\n",
                5,
                10
            },
            { nameof(ConfigurationDiagnostics.PermalinkShape), "SN4204", "permalink: '{slug}.html'\n", 3, 12 },
            { nameof(ConfigurationDiagnostics.PermalinkShape), "SN4204", "permalink: /../{slug}.html\n", 3, 12 },
            {
                nameof(ConfigurationDiagnostics.PermalinkShape),
                "SN4204",
                "permalink: /{section}//{slug}.html\n",
                3,
                12
            },
            { nameof(ConfigurationDiagnostics.PermalinkShape), "SN4204", "permalink: /{slug}.php\n", 3, 12 },
            { nameof(ConfigurationDiagnostics.PermalinkShape), "SN4204", "permalink: /a?b={slug}.html\n", 3, 12 },
            { nameof(ConfigurationDiagnostics.PlaceholderUnknown), "SN4205", "permalink: /{slag}.html\n", 3, 12 },
            { nameof(ConfigurationDiagnostics.PlaceholderUnknown), "SN4205", "permalink: /{slug}/{year.html\n", 3, 12 },
            {
                nameof(ConfigurationDiagnostics.PermalinkNamesNoArticle),
                "SN4206",
                "permalink: /{year}/{month}.html\n",
                3,
                12
            },
            {
                nameof(ConfigurationDiagnostics.SectionIdRefused),
                "SN4207",
                "sections:\n  - { id: World News, title: World }\n",
                4,
                11
            },
            {
                nameof(ConfigurationDiagnostics.SectionIdRefused),
                "SN4207",
                "sections: [ { id: ../etc, title: World } ]\n",
                3,
                19
            },
            {
                nameof(ConfigurationDiagnostics.SectionIdRefused),
                "SN4207",
                "sections: [ { id: con, title: World } ]\n",
                3,
                19
            },
            {
                nameof(ConfigurationDiagnostics.SectionTwice),
                "SN4208",
                "sections:\n  - { id: world, title: World }\n  - { id: world, title: Again }\n",
                5,
                11
            },
            {
                nameof(ConfigurationDiagnostics.KeyMappedNowhere),
                "SN4209",
                "front_matter: { keys: { topics: tgas } }\n",
                3,
                33
            },
            {
                nameof(ConfigurationDiagnostics.ZoneAbbreviationRefused),
                "SN4210",
                "front_matter: { zones: { '+0530': Asia/Kolkata } }\n",
                3,
                26
            },
            {
                nameof(ConfigurationDiagnostics.MatchRefused),
                "SN4211",
                "defaults: [ { match: /news/**, type: news } ]\n",
                3,
                22
            },
            {
                nameof(ConfigurationDiagnostics.MatchRefused),
                "SN4211",
                "defaults: [ { match: content/news/**, type: news } ]\n",
                3,
                22
            },
            { nameof(ConfigurationDiagnostics.GoneRefused), "SN4250", "gone: [ flood.html ]\n", 3, 9 },
            { nameof(ConfigurationDiagnostics.GoneRefused), "SN4250", "gone: [ / ]\n", 3, 9 },
            {
                nameof(ConfigurationDiagnostics.UrlRefused),
                "SN4212",
                "footer: [ { title: About, url: about.html } ]\n",
                3,
                32
            },
            {
                nameof(ConfigurationDiagnostics.UrlRefused),
                "SN4212",
                "publisher: { name: M, logo: 'javascript:alert(1)' }\n",
                3,
                29
            },
            { nameof(ConfigurationDiagnostics.OriginRefused), "SN4213", "markdown: { elsewhere: archive }\n", 3, 24 },
            {
                nameof(ConfigurationDiagnostics.SynonymRefused),
                "SN4214",
                "tags: { synonyms: { '!!!': Ukraine } }\n",
                3,
                21
            },
            {
                nameof(ConfigurationDiagnostics.SynonymTwice),
                "SN4215",
                "tags:\n  synonyms:\n    US: America\n    us: USA\n",
                6,
                5
            },
            { nameof(ConfigurationDiagnostics.SynonymLoop), "SN4216", "tags: { synonyms: { a: b, b: a } }\n", 3, 21 },
            {
                nameof(ConfigurationDiagnostics.AheadBeyondWindow),
                "SN4217",
                "related: { window: 10, ahead: 20 }\n",
                3,
                31
            },
            {
                nameof(ConfigurationDiagnostics.TooManyWidths),
                "SN4240",
                "pictures: { widths: [16, 17, 18, 19, 20, 21, 22, 23, 24] }\n",
                3,
                54
            },
            { nameof(ConfigurationDiagnostics.ControlCharacters), "SN4219", "description: \"a\\u001bb\"\n", 3, 14 },
            { nameof(ConfigurationDiagnostics.ColorRefused), "SN4230", "theme: { accent: crimson }\n", 3, 18 },
            { nameof(ConfigurationDiagnostics.ColorRefused), "SN4230", "theme:\n  accent: #7a1f16\n", 4, 3 },
            { nameof(ConfigurationDiagnostics.ContrastTooLow), "SN4231", "theme: { accent: '#ffcc00' }\n", 3, 18 },
            { nameof(ConfigurationDiagnostics.BudgetRefused), "SN4220", "budgets: { article: 10 KiB }\n", 3, 21 },
            {
                nameof(ConfigurationDiagnostics.BudgetRefused),
                "SN4220",
                "budgets: { article: 10 kB with pictures }\n",
                3,
                21
            },
            { nameof(YamlDiagnostics.Broken), "SN4101", "description: a: b\n", 3, 15 },
            { nameof(YamlDiagnostics.AnchorPassedOver), "SN4111", "description: &a b\n", 3, 14 },
            { nameof(YamlDiagnostics.ItemGoesOn), "SN4110", "front_matter: { ignore: [a,\n  b\n  c] }\n", 4, 3 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "description: *a\n", 3, 14 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "front_matter: { ignore: [a, b c: d] }\n", 3, 29 },
            { nameof(YamlDiagnostics.Broken), "SN4101", "description: a\0b\n", 3, 15 },
            { nameof(YamlDiagnostics.DuplicateKey), "SN4102", "pager: { size: 3 }\npager: { size: 4 }\n", 4, 1 },
            { nameof(YamlDiagnostics.DuplicateKey), "SN4102", "pager: { size: 3, size: 4 }\n", 3, 19 },
            { nameof(YamlDiagnostics.UnknownKey), "SN4103", "pagre: { size: 3 }\n", 3, 1 },
            {
                nameof(YamlDiagnostics.UnknownKey),
                "SN4103",
                "sections: [ { id: a, title: A, sections: [ { id: b, titel: B, title: B } ] } ]\n",
                3,
                53
            },
            { nameof(YamlDiagnostics.UnknownKey), "SN4103", "footer: [ { title: A, url: /a, target: b } ]\n", 3, 32 },
            { nameof(YamlDiagnostics.KeyNotText), "SN4104", "[a, b]: c\n", 3, 1 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "description: [a]\n", 3, 14 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "pager: 30\n", 3, 8 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "sections: { id: a }\n", 3, 11 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "sections: [ world ]\n", 3, 13 },
            { nameof(YamlDiagnostics.WrongKind), "SN4105", "front_matter: { ignore: weight }\n", 3, 25 },
            { nameof(YamlDiagnostics.NumberRefused), "SN4106", "pager: { size: many }\n", 3, 16 },
            { nameof(YamlDiagnostics.NumberRefused), "SN4106", "related: { count: -1 }\n", 3, 19 },
            { nameof(YamlDiagnostics.NumberRefused), "SN4106", "feeds: { items: 99999999999999999999 }\n", 3, 17 },
            { nameof(YamlDiagnostics.YesNoRefused), "SN4107", "markdown: { shortcodes: maybe }\n", 3, 25 },
            { nameof(YamlDiagnostics.ChoiceRefused), "SN4108", "markdown: { html: sanitise }\n", 3, 19 },
            { nameof(YamlDiagnostics.ChoiceRefused), "SN4108", "direction: right\n", 3, 12 },
            {
                nameof(YamlDiagnostics.ChoiceRefused),
                "SN4108",
                "sections: [ { id: a, title: A, direction: left } ]\n",
                3,
                43
            },
            { nameof(YamlDiagnostics.ChoiceRefused), "SN4108", "feeds: { content: all }\n", 3, 19 },
            { nameof(YamlDiagnostics.PartMissing), "SN4109", "sections: [ { id: world } ]\n", 3, 13 },
            { nameof(YamlDiagnostics.PartMissing), "SN4109", "defaults:\n  - { type: news }\n", 4, 5 },
            { nameof(YamlDiagnostics.PartMissing), "SN4109", "publisher: { logo: /logo.svg }\n", 3, 20 },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_where(string factory, string code, string yaml, int line, int column)
    {
        Assert.NotEmpty(factory);
        var (config, diagnostics) = SiteYml.Read(yaml.StartsWith('!') ? yaml[1..] : SiteYml.Head + yaml);

        var found = diagnostics.Where(diagnostic => diagnostic.Code == code).ToList();
        Assert.Contains((line, column), found.Select(diagnostic => (diagnostic.At.Line, diagnostic.At.Column)));
        Assert.All(found, diagnostic => Assert.Equal("site.yml", diagnostic.At.Path));
        Assert.Equal(found[0].Severity == Severity.Error, config is null);
    }

    [Theory]
    [InlineData("time_zone: London", "unknown time zone 'London'; did you mean 'Europe/London'?", null)]
    [InlineData("time_zone: new york", "unknown time zone 'new york'; did you mean 'America/New_York'?", null)]
    [InlineData("time_zone: Europe/Londn", "unknown time zone 'Europe/Londn'; did you mean 'Europe/London'?", null)]
    [InlineData(
        "front_matter: { keys: { topics: tgas } }",
        "there is no front-matter key 'tgas'; did you mean 'tags'?",
        "one of these: title, date, updated, "
    )]
    [InlineData(
        "front_matter: { keys: { mood: feeling } }",
        "there is no front-matter key 'feeling'",
        "one of these: title, date, updated, "
    )]
    public void Names_what_may_be_meant_and_what_there_is(string yaml, string message, string? hint)
    {
        var told = Assert.Single(
            SiteYml.Read("title: T\nbase_url: https://t.example/\n" + yaml + "\n").Diagnostics,
            diagnostic => diagnostic.Message == message
        );

        Assert.Contains(hint ?? "", told.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_so_of_a_setting_that_is_none()
    {
        var (_, diagnostics) = SiteYml.Read(SiteYml.Head, new SettingOverride("sections", "x", "--sections"));

        Assert.Equal("SN4218", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Says_so_where_there_is_no_site_yml()
    {
        using var site = TestSite.Plain();
        File.Delete(site.PathOf("site.yml"));

        Assert.Equal(["site.yml:0:0 SN4000"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void Has_a_case_for_every_diagnostic()
    {
        var tested = Cases
            .Select(row => (string)row[0])
            .Append(nameof(ConfigurationDiagnostics.Missing))
            .Append(nameof(ConfigurationDiagnostics.OverrideUnknown))
            .Append(nameof(ConfigurationDiagnostics.SettingOfMany)) // Building/SettingFaultTests
            .Append(nameof(ConfigurationDiagnostics.BudgetOfNoKind)) // Building/BudgetTests: kinds are known there
            .ToHashSet(StringComparer.Ordinal);
        var factories = typeof(ConfigurationDiagnostics)
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
}
