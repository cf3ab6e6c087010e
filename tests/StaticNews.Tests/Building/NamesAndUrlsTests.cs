using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Building;

/// <summary>Files with any name: wherever the site shows one, the address leads to the file.</summary>
public sealed class NamesAndUrlsTests
{
    /// <summary>A GIF of one pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    );

    private const string Config = """
        title: The Test
        base_url: https://test.example/the%20paper/
        offline: { books: true, worker: true }
        publisher: { name: The Test, logo: "/assets/lo%20go%20%231.gif", icon: /_assets/icon%25.gif }
        footer: [ { title: World, url: "/world/?all=1#top" } ]
        """;

    [Theory]
    [InlineData("pic #2.gif")]
    [InlineData("50%25.gif")]
    [InlineData("100%.gif")]
    [InlineData("a&b=c;d.gif")]
    [InlineData("a+b c.gif")]
    [InlineData("it's, (so) [1].gif")]
    [InlineData("\u00e9 水.gif")]
    [InlineData("e\u0301 \u0928\u093c.gif")]
    public void Page_feed_metadata_text_edition_and_book_name_a_file_by_one_address(string name)
    {
        using var site = TestSite
            .WithConfig(Config)
            .WriteBytes("content/world/" + name, Picture)
            .WriteBytes("content/_assets/lo go #1.gif", Picture)
            .WriteBytes("content/_assets/icon%.gif", Picture)
            .Article(
                "world/a.md",
                "A",
                "2020-01-01",
                $"image: {{ src: \"{name}\", alt: x }}",
                $"![pic]({Uri.EscapeDataString(name)}) [link]({Uri.EscapeDataString(name)}) <img "
                    + $"src=\"{WebUtility.HtmlEncode(Uri.EscapeDataString(name))}\" alt=\"x\">"
            )
            .Article(
                "world/b.md",
                "B",
                "2020-01-02",
                "url: \"/old/50%25 & it's #é.html\"".Replace("#", "%23", StringComparison.Ordinal),
                "See [A](a.md)."
            )
            .Article(
                "world/c.md",
                "C",
                "2020-01-03",
                body: "See [B](b.md) and [B again](/old/50%25%20&%20it's%20%23é.html)."
            );

        var report = site.Build();

        Assert.Empty(report.Diagnostics);
        Assert.True(site.Has("old/50% & it's #é.html") && site.Has("lite/old/50% & it's #é.html"));
        Assert.All(
            site.Snapshot()
                .Keys.Where(path =>
                    path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal)
                ),
            path => AssertAddressesLead(site, path)
        );
        var addresses = AddressesIn(site.Read("world/2020/01/a.html"))
            .Concat(AddressesIn(site.Read("feed.xml")))
            .Where(address =>
                address.Contains(".gif", StringComparison.Ordinal)
                && !address.Contains("/assets/", StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(addresses.Count >= 8);
        Assert.Single(
            addresses
                .Select(address =>
                    StaticNews.Text.WebUrl.Encode(address.Replace("https://test.example", "", StringComparison.Ordinal))
                )
                .Distinct(StringComparer.Ordinal)
        );
        Assert.Equal(
            2,
            AddressesIn(site.Read("lite/world/2020/01/c.html"))
                .Count(address => address == "/the%20paper/lite/old/50%25%20&%20it%27s%20%23é.html")
        );
        using var book = ZipFile.OpenRead(Path.Combine(site.Output, "world/2020/01.epub"));
        Assert.Single(book.Entries, entry => entry.Name.EndsWith(".gif", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_between_two_normal_forms_is_a_link()
    {
        using var site = TestSite
            .Plain()
            .Article("w/2020-01-02-e\u0301.md", "E", "2020-01-02")
            .Article("w/b.md", "B", "2020-01-02", body: "[link](2020-01-02-\u00e9.md)");

        Assert.Empty(site.Build().Diagnostics);
        Assert.Contains(">link</a>", site.Read("w/2020/01/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_spelling_of_an_article_shows_and_goes_when_the_file_is_renamed()
    {
        using var site = TestSite
            .Plain()
            .Article("w/Flood.md", "Flood", "2020-01-02")
            .Article("w/b.md", "B", "2020-01-02", body: "[link](flood.md)");

        Assert.Equal(["content/w/b.md:6:8 SN2216"], TestSite.Codes(site.Build()));
        Assert.Equal(["content/w/b.md:6:8 SN2216"], TestSite.Codes(site.Build()));
        Assert.Contains("href=\"/w/2020/01/flood.html\"", site.Read("w/2020/01/b.html"), StringComparison.Ordinal);

        File.Delete(site.PathOf("content/w/Flood.md"));
        site.Article("w/flood.md", "Flood", "2020-01-02");
        Assert.Empty(site.Build().Diagnostics);
    }

    [Fact]
    public void One_broken_article_is_an_error_once_and_only_a_note_where_it_is_named()
    {
        using var site = TestSite
            .Plain()
            .Write("content/w/broken.md", "---\ntitle: No date\n---\n")
            .Article("w/plan.md", "P", "2020-01-01", "draft: true");
        foreach (var name in (string[])["a", "b", "c"])
        {
            site.Article(
                $"w/{name}.md",
                name,
                "2020-01-01",
                "related: [broken.md, plan]",
                "[broken](broken.md) [gone](gone.md)"
            );
        }

        for (var build = 0; build < 2; build++)
        {
            var report = site.Build();
            Assert.Equal(1, report.Errors);
            Assert.Equal(
                ["SN2205", "SN2206", "SN2217"],
                report
                    .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Note)
                    .Select(diagnostic => diagnostic.Code)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            );
            Assert.Equal(3, report.Articles);
        }
    }

    [Fact]
    public void A_literal_url_moves_its_article_and_back()
    {
        using var site = TestSite
            .Plain()
            .Article("w/a.md", "A", "2020-01-01", "url: /about/flood")
            .Article("w/b.md", "B", "2020-01-02", body: "[a](a.md)");
        site.Build();
        Assert.True(
            site.Has("about/flood/index.html")
                && site.Has("lite/about/flood/index.html")
                && !site.Has("w/2020/01/a.html")
        );
        Assert.Contains("href=\"/about/flood/\"", site.Read("w/2020/01/b.html"), StringComparison.Ordinal);

        Assert.Equal(0, site.Build().Written);

        site.Article("w/a.md", "A", "2020-01-01");
        site.Build();
        Assert.True(site.Has("w/2020/01/a.html") && !site.Has("about/flood/index.html"));
        Assert.Contains("href=\"/w/2020/01/a.html\"", site.Read("w/2020/01/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_literal_url_that_is_taken_is_told_at_its_line_and_one_for_many_in_site_yml()
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\ndefaults: [ { match: w/**, url: /x/ } ]\n")
            .Article("w/a.md", "A", "2020-01-01", "url: /y/")
            .Article("w/b.md", "B", "2020-01-01", "slug: b\nurl: /y/");

        Assert.Equal(["content/w/b.md:5:1 SN2001", "site.yml:3:33 SN1409"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void Footer_and_logo_are_told_at_their_lines()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\npublisher: { name: T, logo: /assets/logo.svg "
                    + "}\nfooter:\n  - { title: About, url: /abuot.html }\n"
            )
            .Article("w/a.md", "A", "2020-01-01")
            .Write("content/_pages/about.md", "---\ntitle: About\n---\n");

        Assert.Equal(["site.yml:3:29 SN2213", "site.yml:5:26 SN2219"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void What_hosts_look_for_by_a_name_with_a_dot_is_copied()
    {
        using var site = TestSite
            .Plain()
            .Article("w/a.md", "A", "2020-01-01")
            .Write("content/.nojekyll", "")
            .Write("content/.well-known/security.txt", "Contact: mailto:x@test.example")
            .Write("content/.well-known/_x/readme.md", "no front matter")
            .Write("content/.hidden", "")
            .Write("content/w/.nojekyll", "")
            .Write("content/w/.well-known/a.txt", "")
            .Write("content/.git/config", "")
            .Write("content/.well-known/.swp", "");

        Assert.Empty(site.Build().Diagnostics);
        var hidden = Directory
            .GetFiles(site.Output, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(site.Output, path).Replace('\\', '/'))
            .Where(path => path.Contains("/.", StringComparison.Ordinal) || path[0] == '.');
        Assert.Equal(
            [".nojekyll", ".staticnews.txt", ".well-known/_x/readme.md", ".well-known/security.txt"],
            hidden.Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, site.Build().Written);

        File.Delete(site.PathOf("content/.well-known/security.txt"));
        site.Build();
        Assert.False(site.Has(".well-known/security.txt"));
    }

    private static void AssertAddressesLead(TestSite site, string page)
    {
        const string prefix = "/the%20paper/";
        foreach (var address in AddressesIn(site.Read(page)))
        {
            var local = address.Replace("https://test.example", "", StringComparison.Ordinal);
            Assert.True(local.StartsWith(prefix, StringComparison.Ordinal), $"{page}: {address}");
            var path = Uri.UnescapeDataString(local[prefix.Length..].Split('?', '#')[0]);
            Assert.True(
                site.Has(path.EndsWith('/') || path.Length == 0 ? path + "index.html" : path),
                $"{page}: {address}"
            );
        }
    }

    /// <summary>All that lead into the site, from attributes and elements, also of HTML within a feed.</summary>
    private static IEnumerable<string> AddressesIn(string text)
    {
        var feedText = text.StartsWith("<?xml", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        return Regex
            .Matches(feedText, "(?:href|src|content|url)=\"(?<u>[^\"]+)\"|<(?:link|loc|guid)[^>]*>(?<u>[^<]+)<")
            .Select(match => WebUtility.HtmlDecode(match.Groups["u"].Value))
            .Where(address =>
                address.StartsWith('/') || address.StartsWith("https://test.example/", StringComparison.Ordinal)
            );
    }
}
