namespace StaticNews.Tests.Building;

/// <summary>A section in a language of its own is an edition: its pages have that language's words and dates.</summary>
public sealed class SectionLanguageTests
{
    private const string SiteYml = """
        title: The Test
        base_url: https://test.example/
        time_zone: Etc/UTC
        pager: { size: 2 }
        sections:
          - { id: hindi, title: हिन्दी, language: hi, sections: [ { id: khel, title: खेल } ] }
          - { id: arabic, title: العربية, language: ar }
          - { id: news, title: News }

        """;

    [Fact]
    public void Its_pages_and_its_articles_have_its_words_and_dates()
    {
        using var site = Paper();

        Assert.Empty(site.Build().Diagnostics);

        foreach (var page in (string[])["hindi/index.html", "hindi/khel/index.html", "hindi/khel/2020/05/match.html"])
        {
            Assert.Contains("<html lang=\"hi\" dir=\"ltr\">", site.Read(page), StringComparison.Ordinal);
            Assert.Contains(">सीधे मुख्य पाठ पर जाएँ</a>", site.Read(page), StringComparison.Ordinal);
            Assert.Contains(">3 मई 2020</time>", site.Read(page), StringComparison.Ordinal);
            Assert.DoesNotContain("Skip to the text", site.Read(page), StringComparison.Ordinal);
        }

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", site.Read("arabic/index.html"), StringComparison.Ordinal);
        Assert.Contains("<language>hi</language>", site.Read("hindi/khel/feed.xml"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", site.Read("archive/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void On_pages_in_another_language_its_articles_say_theirs()
    {
        using var site = Paper();
        site.Build();

        Assert.Contains("lang=\"hi\" dir=\"ltr\"", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(">3 May 2020</time>", site.Read("archive/2020/05.html"), StringComparison.Ordinal);
        Assert.Contains(
            "<li lang=\"en\" dir=\"ltr\">\n<h2><a href=\"/hindi/2020/05/english.html\">",
            site.Read("hindi/index.html"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<li lang=\"hi\"", site.Read("hindi/khel/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_in_another_language_keeps_the_words_of_its_section_and_marks_them()
    {
        using var site = Paper();
        site.Build();
        var page = site.Read("hindi/2020/05/english.html");

        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains(
            "<a class=\"skip\" href=\"#main\" lang=\"hi\" dir=\"ltr\">सीधे मुख्य पाठ पर जाएँ</a>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Older_pages_of_a_list_are_numbered_in_its_words()
    {
        using var site = Paper();
        for (var day = 10; day < 16; day++)
        {
            site.Article($"hindi/khel/k{day}.md", $"K{day}", $"2020-06-{day}");
        }

        site.Build();

        Assert.Contains("<h1>खेल, पृष्ठ 1</h1>", site.Read("hindi/khel/page/1.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_words_is_told_once_and_its_pages_mark_the_English_ones()
    {
        using var site = TestSite
            .WithConfig(SiteYml.Replace("language: hi", "language: sw", StringComparison.Ordinal))
            .Article("hindi/khel/match.md", "Mechi", "2020-05-03");

        var report = site.Build();

        Assert.Equal(["site.yml:0:0 SN3705"], TestSite.Codes(report));
        var list = site.Read("hindi/khel/index.html");
        Assert.Contains("<html lang=\"sw\" dir=\"ltr\">", list, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" dir=\"ltr\">Skip to the text</a>", list, StringComparison.Ordinal);
        Assert.Contains(
            "<ul class=\"cards\" lang=\"en\" dir=\"ltr\">\n<li lang=\"sw\" dir=\"ltr\">",
            list,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Words_that_a_language_lacks_come_from_the_sites_language_and_are_told_with_their_file()
    {
        using var site = TestSite
            .WithConfig(
                SiteYml
                    .Replace("time_zone", "language: uk\ntime_zone", StringComparison.Ordinal)
                    .Replace("language: hi", "language: sw", StringComparison.Ordinal)
            )
            .Write("templates/strings/sw.yml", "archive: Kumbukumbu\n")
            .Article("hindi/khel/match.md", "Mechi", "2020-05-03");

        var report = site.Build();

        Assert.Equal(["templates/strings/sw.yml:0:0 SN3706"], TestSite.Codes(report));
        Assert.Contains("'sw': a_to_z, also_in,", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains(">Kumbukumbu</a>", site.Read("hindi/khel/index.html"), StringComparison.Ordinal);
        Assert.Contains(">Перейти до тексту</a>", site.Read("hindi/khel/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_regions_file_needs_only_what_differs_from_its_language()
    {
        using var site = TestSite
            .WithConfig(SiteYml.Replace("time_zone", "language: es-MX\ntime_zone", StringComparison.Ordinal))
            .Write("templates/strings/es-MX.yml", "type_video: Video\narchive: Archivo\n")
            .Article("news/a.md", "A", "2020-05-03");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains("<html lang=\"es-MX\" dir=\"ltr\">", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(">Archivo</a>", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(
            "<a class=\"skip\" href=\"#main\">Ir al texto</a>",
            site.Read("index.html"),
            StringComparison.Ordinal
        );
    }

    private static TestSite Paper() =>
        TestSite
            .WithConfig(SiteYml)
            .Article("hindi/khel/match.md", "मैच", "2020-05-03")
            .Article("hindi/english.md", "In English", "2020-05-02", "lang: en")
            .Article("arabic/a.md", "مباراة", "2020-05-01")
            .Article("news/a.md", "News", "2020-05-03");
}
