using StaticNews.Configuration;
using StaticNews.Yaml;

namespace StaticNews.Tests.Configuration;

public sealed class SiteConfigReaderTests
{
    private const string WholeFile = """
        title: The Meridian
        description: A paper &amp; its archive
        base_url: https://meridian.example/archive/
        language: en-gb
        time_zone: Europe/London
        permalink: /{section}/{year}/{month}/{day}/{slug}-{id}/
        sections:
          - { id: world, title: World, description: Abroad, sections: [ { id: us-news, title: US News } ] }
          - id: sport
            title: Sport
        front_matter:
          keys: { topics: tags, deck: summary, by: authors }
          zones: { ist: Asia/Kolkata }
          ignore: [weight, source]
        defaults:
          - { match: "news/**", section: news, type: opinion }
          - match: "**/old/*.md"
            params: { scanned: true }
        related: { count: 6, inline: 3, after_paragraph: 5, window: 200, ahead: 10 }
        pager: { size: 40 }
        tags: { minimum: 2, synonyms: { "Ukraine war": "Russia-Ukraine war" } }
        feeds: { items: 30, content: summary }
        markdown: { html: escape, elsewhere: "https://old.example/", shortcodes: yes }
        footer: [ { title: About, url: /about.html }, { title: Elsewhere, url: "https://else.example/" } ]
        publisher: { name: The Meridian Trust, logo: /assets/logo.svg }
        """;

    [Fact]
    public void Reads_every_key()
    {
        var (config, diagnostics) = SiteYml.Read(WholeFile);

        Assert.Empty(diagnostics);
        Assert.NotNull(config);
        Assert.Equal("The Meridian", config.Title);
        Assert.Equal("A paper & its archive", config.Description);
        Assert.Equal(new BaseUrl("https://meridian.example", "/archive/"), config.BaseUrl);
        Assert.Equal("en-GB", config.Language);
        Assert.Equal("Europe/London", config.TimeZone.Id);
        Assert.Equal("/{section}/{year}/{month}/{day}/{slug}-{id}/", config.Permalink.Text);
        Assert.Equal(["world", "sport"], config.Sections.Select(section => section.Id));
        Assert.Equal("Abroad", config.Sections[0].Description);
        Assert.Equal(
            ("world/us-news", "US News"),
            (config.Sections[0].Sections[0].Id, config.Sections[0].Sections[0].Title)
        );
        Assert.Equal(FrontMatterKey.Tags, config.FrontMatter.Keys["topics"]);
        Assert.Equal(FrontMatterKey.Summary, config.FrontMatter.Keys["deck"]);
        Assert.Equal(FrontMatterKey.Authors, config.FrontMatter.Keys["by"]);
        Assert.Equal("Asia/Kolkata", config.FrontMatter.Zones["IST"].Id);
        Assert.Equal(["source", "weight"], config.FrontMatter.Ignore.Order(StringComparer.Ordinal));
        Assert.Equal(["news/**", "**/old/*.md"], config.Defaults.Select(rule => rule.Match.Pattern));
        Assert.Equal(["section", "news", "type", "opinion"], Texts(config.Defaults[0]));
        Assert.Equal(["params", "scanned", "true"], Texts(config.Defaults[1]));
        Assert.Equal(new RelatedConfig(6, 3, 5, 200, 10), config.Related);
        Assert.Equal(40, config.PagerSize);
        Assert.Equal(2, config.Tags.Minimum);
        Assert.Equal("Russia-Ukraine war", config.Tags.Synonyms["ukraine-war"]);
        Assert.Equal(new FeedsConfig(30, FeedContent.Summary), config.Feeds);
        Assert.Equal(new MarkdownConfig(RawHtml.Escape, "https://old.example", true), config.Markdown);
        Assert.Equal(
            [new FooterLink("About", "/about.html"), new FooterLink("Elsewhere", "https://else.example/")],
            config.Footer
        );
        Assert.Equal(new PublisherConfig("The Meridian Trust", "/assets/logo.svg", null), config.Publisher);
    }

    [Fact]
    public void Fills_in_defaults()
    {
        var config = SiteYml.Good();

        Assert.Null(config.Description);
        Assert.Equal("en", config.Language);
        Assert.Equal("UTC", config.TimeZone.Id);
        Assert.Equal("/{section}/{year}/{month}/{slug}.html", config.Permalink.Text);
        Assert.Equal(new RelatedConfig(5, 2, 4, 400, 20), config.Related);
        Assert.Equal(30, config.PagerSize);
        Assert.Equal(1, config.Tags.Minimum);
        Assert.Equal(new FeedsConfig(20, FeedContent.Full), config.Feeds);
        Assert.Equal(new MarkdownConfig(RawHtml.Sanitize, null, false), config.Markdown);
        Assert.Null(config.Publisher);
        Assert.Empty(config.Sections);
        Assert.Empty(config.Defaults);
        Assert.Empty(config.Footer);
    }

    [Fact]
    public void Keys_without_a_value_mean_the_default()
    {
        var everyKey = string.Concat(
            SiteSettings.KeysOf("").Where(key => key is not ("title" or "base_url")).Select(key => key + ":\n")
        );

        Assert.Equal(30, SiteYml.Good(everyKey).PagerSize);
    }

    /// <summary>The table of settings and the reader are one: a setting that no one reads throws.</summary>
    [Fact]
    public void Reads_every_setting_of_the_table()
    {
        foreach (var path in SiteSettings.SinglePaths)
        {
            var (_, diagnostics) = SiteYml.Read(SiteYml.Head, new SettingOverride(path, "x", "--" + path));
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code is "SN4218" or "SN4103");
        }
    }

    [Fact]
    public void Reports_all_faults_of_one_file_in_their_order()
    {
        var (config, diagnostics) = SiteYml.Read(
            "titel: The Meridian\nbase_url: meridian.example\npager: { size: 0 }\nrelated: { cuont: 3 "
                + "}\ntime_zone: Europe/Londn\n"
        );

        Assert.Null(config);
        Assert.Equal(
            ["SN4003 0:0", "SN4103 1:1", "SN4201 2:11", "SN4106 3:16", "SN4103 4:12", "SN4203 5:12"],
            diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}")
        );
        Assert.Equal("unknown key 'titel'; did you mean 'title'?", diagnostics[1].Message);
        Assert.Equal("unknown key 'cuont'; did you mean 'count'?", diagnostics[4].Message);
        Assert.Equal("unknown time zone 'Europe/Londn'; did you mean 'Europe/London'?", diagnostics[5].Message);
        Assert.Equal("time_zone: Europe/Londn", diagnostics[5].At.LineText);
    }

    [Fact]
    public void A_broken_file_has_one_fault_and_its_place()
    {
        var (config, diagnostics) = SiteYml.Read("title: The Meridian: an archive\nbase_url: x\n");

        Assert.Null(config);
        var broken = Assert.Single(diagnostics);
        Assert.Equal(("SN4101", 1, 20), (broken.Code, broken.At.Line, broken.At.Column));
    }

    [Fact]
    public void An_override_replaces_the_file_and_the_last_one_wins()
    {
        var (config, diagnostics) = SiteYml.Read(
            SiteYml.Head,
            SettingOverride.FromVariable("STATICNEWS_BASE_URL", "https://staging.example/x")!,
            SettingOverride.FromVariable("STATICNEWS_PAGER_SIZE", "7")!,
            SettingOverride.FromVariable("STATICNEWS_RELATED_AFTER_PARAGRAPH", "2")!,
            new SettingOverride("base_url", "https://option.example", "--base-url")
        );

        Assert.Empty(diagnostics);
        Assert.Equal(new BaseUrl("https://option.example", "/"), config!.BaseUrl);
        Assert.Equal(7, config.PagerSize);
        Assert.Equal(2, config.Related.AfterParagraph);
    }

    [Fact]
    public void An_override_can_give_what_the_file_lacks()
    {
        var (config, diagnostics) = SiteYml.Read(
            "title: T\n",
            new SettingOverride("base_url", "https://a.example", "--base-url")
        );

        Assert.Empty(diagnostics);
        Assert.Equal("https://a.example", config!.BaseUrl.Origin);
    }

    [Fact]
    public void A_wrong_override_names_its_variable()
    {
        var (_, diagnostics) = SiteYml.Read(
            SiteYml.Head,
            SettingOverride.FromVariable("STATICNEWS_TIME_ZONE", "Mars")!,
            SettingOverride.FromVariable("STATICNEWS_BAES_URL", "x")!
        );

        Assert.Equal(
            ["STATICNEWS_BAES_URL SN4218", "STATICNEWS_TIME_ZONE SN4203"],
            diagnostics.Select(found => $"{found.At.Path} {found.Code}")
        );
        Assert.Contains("'base_url'", diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_variables_are_none_of_its_business() => Assert.Null(SettingOverride.FromVariable("PATH", "/bin"));

    [Fact]
    public void Synonyms_are_followed_to_their_end()
    {
        var config = SiteYml.Good(
            "tags: { synonyms: { UK: United Kingdom, united-kingdom: Britain, britain: Britain } }\n"
        );

        Assert.Equal("Britain", config.Tags.Synonyms["uk"]);
        Assert.Equal("Britain", config.Tags.Synonyms["united-kingdom"]);
        Assert.Equal("Britain", config.Tags.Synonyms["britain"]);
    }

    [Fact]
    public void Reads_CRLF()
    {
        var (_, diagnostics) = SiteYml.Read("title: T\r\nbase_url: https://a.example\r\npager: { size: x }\r\n");

        var found = Assert.Single(diagnostics);
        Assert.Equal(("SN4106", 3, 16), (found.Code, found.At.Line, found.At.Column));
    }

    [Theory]
    [InlineData("https://a.example", "https://a.example", "/")]
    [InlineData("https://a.example/", "https://a.example", "/")]
    [InlineData("HTTP://A.Example:8080/x/y", "http://a.example:8080", "/x/y/")]
    [InlineData("https://a.example:443/", "https://a.example", "/")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example", "/")]
    [InlineData("https://a.example/fr%20oh/", "https://a.example", "/fr%20oh/")]
    [InlineData("http://[::1]:8000/", "http://[::1]:8000", "/")]
    [InlineData("https://a.example/~me/a+b_c-d.e/", "https://a.example", "/~me/a+b_c-d.e/")]
    [InlineData(
        "https://a.example/архів/हिन्दी",
        "https://a.example",
        "/%D0%B0%D1%80%D1%85%D1%96%D0%B2/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80/"
    )]
    [InlineData("http://127.0.0.1:8000/", "http://127.0.0.1:8000", "/")]
    public void Reads_base_URLs(string url, string origin, string prefix) =>
        Assert.Equal(new BaseUrl(origin, prefix), BaseUrl.Parse(url));

    [Theory]
    [InlineData("")]
    [InlineData("a.example")]
    [InlineData("//a.example/")]
    [InlineData("ftp://a.example/")]
    [InlineData("https://")]
    [InlineData("https://a.example/?q=1")]
    [InlineData("https://a.example/#top")]
    [InlineData("https://me:secret@a.example/")]
    [InlineData("https://a.example/x/../y")]
    [InlineData("https://a.example/x//y")]
    [InlineData("https://a.example/a b")]
    [InlineData("https://a.example/\\x")]
    [InlineData("https://a.example/*")]
    [InlineData("https://a.example/x;script-src/")]
    [InlineData("https://a.example/it's/")]
    [InlineData("https://a.example/a%0ab/")]
    [InlineData("https://a.example/a%0D%0Ab/")]
    [InlineData("https://a.example/a%00/")]
    [InlineData("https://a.example/a%7F/")]
    [InlineData("https://a.example/a%C2%85/")]
    [InlineData("https://a.example/a%E2%80%AE/")]
    [InlineData("https://a.example/a%ff/")]
    [InlineData("https://a.example/a%zz/")]
    [InlineData("https://a.example/a%2fb/")]
    [InlineData("https://a.example/a%252fb/")]
    [InlineData("https://a.example/a%27b/")]
    [InlineData("https://a.example/a%3bb/")]
    [InlineData("https://a.example/(a)/")]
    [InlineData("https://a.example/a,b/")]
    [InlineData("https://a.example/a&b/")]
    [InlineData("https://a.example/:splat/")]
    [InlineData("https://a.example/{a}/")]
    [InlineData("https://a.example/a`b/")]
    [InlineData("https://a.example/a|b/")]
    [InlineData("https://a.example/$a/")]
    [InlineData("https://*.example/")]
    [InlineData("https://a;b.example/")]
    [InlineData("https://it's.example/")]
    [InlineData("https://a%0ab.example/")]
    [InlineData("https://-a.example/")]
    [InlineData("https://a..example/")]
    [InlineData("https://a,b.example/")]
    public void Refuses_other_base_URLs(string url) => Assert.Null(BaseUrl.Parse(url));

    [Theory]
    [InlineData("*.md", "a.md", true)]
    [InlineData("*.md", "x/a.md", false)]
    [InlineData("**", "x/y/a.md", true)]
    [InlineData("**/*.md", "a.md", true)]
    [InlineData("**/*.md", "x/y/a.md", true)]
    [InlineData("news/**", "news/a.md", true)]
    [InlineData("news/**", "news/2014/05/a.md", true)]
    [InlineData("news/**", "newsroom/a.md", false)]
    [InlineData("news/*/a.md", "news/x/a.md", true)]
    [InlineData("news/*/a.md", "news/x/y/a.md", false)]
    [InlineData("**/old/*.md", "x/old/y/old/a.md", true)]
    [InlineData("**/old/*.md", "old/a.md", true)]
    [InlineData("**/old/**/b.md", "old/b.md", true)]
    [InlineData("**/old/**/b.md", "x/old/y/z/b.md", true)]
    [InlineData("**/old/**/b.md", "x/old/y/z/c.md", false)]
    [InlineData("n?ws/a.md", "news/a.md", true)]
    [InlineData("n?ws/a.md", "nws/a.md", false)]
    [InlineData("News/*", "news/a.md", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    public void Globs_match_paths(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new PathGlob(pattern).IsMatch(path));

    [Fact]
    public void No_glob_takes_long()
    {
        var path = string.Join('/', Enumerable.Repeat(new string('a', 200), 40));
        var pattern = string.Join('/', Enumerable.Repeat("**/*a*a*a*a*a*a*a*a*b", 10));

        Assert.False(new PathGlob(pattern).IsMatch(path));
    }

    private static IEnumerable<string> Texts(DefaultsRule rule) =>
        rule.FrontMatter.Where(token => token.Kind == YamlTokenKind.Text).Select(token => token.Value);
}
