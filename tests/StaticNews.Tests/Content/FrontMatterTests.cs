using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>Every key of the content model, in every shape that it may have.</summary>
public sealed class FrontMatterTests
{
    [Fact]
    public void Title_and_date_are_enough()
    {
        var article = Reading.Good("");

        Assert.Equal("The flood", article.Summary.Title);
        Assert.Equal(new DateTimeOffset(2014, 5, 17, 0, 0, 0, TimeSpan.FromHours(1)), article.Summary.Date.Local);
        Assert.Equal(DatePrecision.Day, article.Summary.Date.Precision);
        Assert.Equal(
            ("world/flood.md", "world", "flood", "en-GB"),
            (article.Summary.Path, article.Summary.Section, article.Summary.Slug, article.Summary.Language)
        );
        Assert.Equal("Text.", article.Summary.Lede);
        Assert.Equal("Text.\n", article.Source.Text.Substring(article.Body.Start, article.Body.Length));
        Assert.Equal("content/world/flood.md", article.Source.Path);
        Assert.Empty(article.Summary.Tags);
        Assert.Empty(article.Summary.Authors);
        Assert.Equal(
            (ArticleType.News, ArticleStatus.Published, 0),
            (article.Summary.Type, article.Summary.Status, article.Summary.Priority)
        );
    }

    [Theory]
    [InlineData("title: The flood", "The flood")]
    [InlineData("title: 1984", "1984")]
    [InlineData("title: true", "true")]
    [InlineData("title: 'It''s over'", "It's over")]
    [InlineData("title: \"Flood: \\\"worst\\\" ever\"", "Flood: \"worst\" ever")]
    [InlineData("title: Flood — what’s &#8216;next&#8217;? 🌊", "Flood — what’s ‘next’? 🌊")]
    [InlineData("title: <script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("title: >-\n  The\n  flood", "The flood")]
    [InlineData("title: |\n  The\n  flood\n", "The flood")]
    [InlineData("title: 'null'", "null")]
    public void Title(string yaml, string expected)
    {
        var loaded = Reading.Text($"---\ndate: 2014\n{yaml}\n---\n");

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(expected, loaded.Article!.Summary.Title);
    }

    [Fact]
    public void Dates()
    {
        var article = Reading.Good("updated: 2014-05-18 09:30\nexpires: 2015-01-01\ncaptured: 2016-02");

        Assert.Equal(
            new DateTimeOffset(2014, 5, 18, 9, 30, 0, TimeSpan.FromHours(1)),
            article.Summary.Updated!.Value.Local
        );
        Assert.Equal("BST", article.Summary.Updated.Value.ZoneName);
        Assert.Equal(2015, article.Summary.Expires!.Value.Year);
        Assert.Equal(DatePrecision.Month, article.Captured!.Value.Precision);
    }

    [Fact]
    public void A_date_may_come_from_the_file_name()
    {
        var loaded = Reading.Text("---\ntitle: The flood\n---\n", "world/2014-05-17-the-flood.md");

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(
            new DateTimeOffset(2014, 5, 17, 0, 0, 0, TimeSpan.FromHours(1)),
            loaded.Article!.Summary.Date.Local
        );
        Assert.Equal("the-flood", loaded.Article.Summary.Slug);
    }

    [Fact]
    public void The_front_matter_s_date_goes_before_the_file_name_s() =>
        Assert.Equal(17, Reading.Good("", "world/2014-05-18-flood.md").Summary.Date.Local.Day);

    [Theory]
    [InlineData("corrections: { date: 2014-05-18, text: The river was the Medway. }")]
    [InlineData("corrections:\n  - date: 2014-05-18\n    text: The river was the Medway.")]
    public void Corrections(string yaml)
    {
        var correction = Assert.Single(Reading.Good(yaml).Corrections);

        Assert.Equal("The river was the Medway.", correction.Text);
        Assert.Equal(18, correction.Date!.Value.Local.Day);
    }

    [Fact]
    public void Corrections_without_a_date() =>
        Assert.Equal(
            [new Correction(null, "One."), new Correction(null, "Two.")],
            Reading.Good("corrections: [One., { text: Two. }]").Corrections
        );

    [Theory]
    [InlineData("slug: the-great-flood", "the-great-flood")]
    [InlineData("slug: 2014", "2014")]
    [InlineData("slug: समाचार", "समाचार")]
    [InlineData("slug:", "flood")]
    public void Slug(string yaml, string expected) => Assert.Equal(expected, Reading.Good(yaml).Summary.Slug);

    [Theory]
    [InlineData("/2014/05/flood.html", "/2014/05/flood.html")]
    [InlineData("/About/Flood.HTM", "/About/Flood.HTM")]
    [InlineData("/about/flood/", "/about/flood/")]
    [InlineData("/about/flood", "/about/flood/")]
    [InlineData("/about/flood/index.html", "/about/flood/")]
    [InlineData("about/flood/", "/about/flood/")]
    [InlineData("/a%20b/50%25%23.html", "/a b/50%#.html")]
    [InlineData("/caf\u0065\u0301/", "/caf\u0065\u0301/")]
    [InlineData("", null)]
    public void Url(string written, string? expected)
    {
        var url = Reading.Good($"url: \"{written}\"").Summary.Url;

        Assert.Equal(expected, url?.Target);
        Assert.True(url is null || (url.Value.At.Line, url.Value.At.Column) == (4, 6));
    }

    [Fact]
    public void A_url_that_cannot_be_used_costs_the_url_and_nothing_else()
    {
        var loaded = Reading.Text("---\ntitle: T\ndate: 2014\nurl: https://elsewhere.example/2014/flood\n---\n");

        var diagnostic = Assert.Single(loaded.Diagnostics);
        Assert.Equal(("SN1409", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains("'/2014/flood'", diagnostic.Hint, StringComparison.Ordinal);
        Assert.Null(loaded.Article!.Summary.Url);
    }

    [Theory]
    [InlineData("My Story", "my-story")]
    [InlineData("story.", "story")]
    [InlineData("a%20b", "a-b")]
    [InlineData("%e0%a4%b8%e0%a4%ae", "सम")]
    [InlineData("Inês", "ines")]
    public void A_slug_is_put_right_with_a_warning(string written, string expected)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\nslug: \"{written}\"\n---\n");

        Assert.Equal("SN1402", Assert.Single(loaded.Diagnostics).Code);
        Assert.Equal(expected, loaded.Article!.Summary.Slug);
    }

    [Theory]
    [InlineData("world/2014/05/flood.md", "world", "flood")]
    [InlineData("world/us-news/flood.md", "world/us-news", "flood")]
    [InlineData("World/US News/The Flood.md", "world/us-news", "the-flood")]
    [InlineData("flood.md", "", "flood")]
    [InlineData("2014/05/2014-05-17-flood.md", "", "flood")]
    [InlineData("world/2014-05/flood.md", "world", "flood")]
    [InlineData("world/24-7/flood.md", "world/24-7", "flood")]
    [InlineData("world/flood/index.md", "world", "flood")]
    [InlineData("index.md", "", "index")]
    [InlineData("world/con.md", "world", "con-x")]
    [InlineData("world/2014-05-17.md", "world", "the-flood")]
    [InlineData("world/!!!.md", "world", "the-flood")]
    public void The_path_gives_section_and_slug(string path, string section, string slug)
    {
        var summary = Reading.Good("", path).Summary;

        Assert.Equal((section, slug), (summary.Section, summary.Slug));
    }

    [Theory]
    [InlineData("section: sport", "sport")]
    [InlineData("section: World/US News", "world/us-news")]
    [InlineData("section: ''", "world")]
    public void Section(string yaml, string expected) => Assert.Equal(expected, Reading.Good(yaml).Summary.Section);

    [Theory]
    [InlineData("aliases: /2014/05/flood.html", "/2014/05/flood.html")]
    [InlineData("aliases: [/a/, /b%20c/]", "/a/|/b c/")]
    [InlineData("aliases:\n  - /über/uns", "/über/uns")]
    [InlineData("aliases:", "")]
    public void Aliases(string yaml, string expected) =>
        Assert.Equal(expected, string.Join('|', Reading.Good(yaml).Summary.Aliases.Select(alias => alias.Target)));

    [Fact]
    public void Aliases_know_their_place()
    {
        var alias = Reading.Good("aliases:\n  - /old/").Summary.Aliases[0];

        Assert.Equal((null, 5, 5), (alias.At.Elsewhere, alias.At.Line, alias.At.Column));
    }

    [Theory]
    [InlineData("tags: [Rivers, Kent]", "Rivers|Kent")]
    [InlineData("tags: Rivers", "Rivers")]
    [InlineData("tags: Rivers, Kent,, weather ", "Rivers|Kent|weather")]
    [InlineData("tags: أنهار، طقس", "أنهار|طقس")]
    [InlineData("tags: 政治、経済，社会", "政治|経済|社会")]
    [InlineData("tags: Rivers; Kent；weather ؛ rain", "Rivers|Kent|weather|rain")]
    [InlineData("tags: R&amp;D, Kent", "R&D|Kent")]
    [InlineData("tags: [Rivers]\ntopics: Kent, rivers\nsubjects: [weather]", "Rivers|Kent|weather")]
    [InlineData("topics: [Kent]\ntags:", "Kent")]
    [InlineData("tags: [Αθήνα, ΑΘΗΝΑ]", "Αθήνα")]
    [InlineData("tags: [\"London, England\", Kent]", "London, England|Kent")]
    [InlineData("tags: [Kent, kent, KENT!]", "Kent")]
    [InlineData("tags: [R&amp;D]", "R&D")]
    [InlineData("tags: [null, ~, '', 2014]", "2014")]
    [InlineData("tags: ~", "")]
    [InlineData("tags:", "")]
    [InlineData("tags: []", "")]
    [InlineData("topics:\n- Rivers\n- Kent", "Rivers|Kent")]
    public void Tags(string yaml, string expected) =>
        Assert.Equal(expected, string.Join('|', Reading.Good(yaml).Summary.Tags));

    [Fact]
    public void Authors_are_names_or_objects()
    {
        var article = Reading.Good(
            "authors:\n  - Edith Lang\n  - { name: Hugo M., url: 'https://hugo.example/', role: Photographs }\n  - "
                + "Edith Lang\n  -\n"
        );

        Assert.Equal(
            [new Byline("Edith Lang"), new Byline("Hugo M.", "https://hugo.example/", "Photographs")],
            article.Summary.Authors
        );
    }

    [Theory]
    [InlineData("author: Edith Lang", "Edith Lang")]
    [InlineData("authors: Martin Luther King, Jr.", "Martin Luther King, Jr.")]
    [InlineData("by: { name: Edith Lang }", "Edith Lang")]
    [InlineData("authors: null", "")]
    [InlineData("authors: []", "")]
    public void Authors(string yaml, string expected) =>
        Assert.Equal(expected, string.Join('|', Reading.Good(yaml).Summary.Authors.Select(author => author.Name)));

    [Fact]
    public void Texts()
    {
        var article = Reading.Good(
            "dateline: PARIS\ndesk: World Desk\nagencies: [AP, Reuters]\nkicker: Weather\nsummary: It &amp; "
                + "more\nseries: The river\nevent: Flood of 2014\nid: urn:x:1\nstatus: retracted\nstatus_reason: "
                + "Wrong river"
        );

        Assert.Equal(("PARIS", "World Desk", "Wrong river"), (article.Dateline, article.Desk, article.StatusReason));
        Assert.Equal(["AP", "Reuters"], article.Agencies);
        Assert.Equal(("Weather", "It & more"), (article.Summary.Kicker, article.Summary.Lede));
        Assert.Equal(
            ("The river", "Flood of 2014", "urn:x:1"),
            (article.Summary.Series, article.Summary.Event, article.Summary.Id)
        );
        Assert.Equal(["AP"], Reading.Good("agencies: AP").Agencies);
    }

    [Theory]
    [InlineData("location: Patna, Bihar", "Patna, Bihar")]
    [InlineData("location: ' Patna,  Bihar '", "Patna, Bihar")]
    [InlineData("location: >\n  Patna,\n  Bihar", "Patna, Bihar")]
    [InlineData("location: पटना", "पटना")]
    [InlineData("location: 1984", "1984")]
    [InlineData("location: ''", null)]
    [InlineData("location: ~", null)]
    [InlineData("", null)]
    public void Location(string yaml, string? expected) => Assert.Equal(expected, Reading.Good(yaml).Summary.Location);

    [Theory]
    [InlineData("[Patna, Gaya]")]
    [InlineData("{ city: Patna }")]
    public void A_location_that_is_no_text_costs_the_location_and_nothing_else(string value)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\nlocation: {value}\nkicker: Floods\n---\n");

        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal((Severity.Warning, 4, 11), (found.Severity, found.At.Line, found.At.Column));
        Assert.Contains("'location'", found.Message, StringComparison.Ordinal);
        Assert.Equal((null, "Floods"), (loaded.Article!.Summary.Location, loaded.Article.Summary.Kicker));
    }

    [Fact]
    public void A_location_may_come_from_the_defaults_of_a_folder()
    {
        var config = StaticNews.Tests.Configuration.SiteYml.Good(
            "front_matter: { keys: { place: location } }\n" + "defaults:\n  - match: 'bihar/**'\n    location: Bihar\n"
        );

        Assert.Equal("Bihar", Reading.Good("", "bihar/a.md", config).Summary.Location);
        Assert.Equal("Patna", Reading.Good("location: Patna", "bihar/a.md", config).Summary.Location);
        Assert.Equal("Gaya", Reading.Good("place: Gaya", "bihar/a.md", config).Summary.Location);
        Assert.Null(Reading.Good("", "world/a.md", config).Summary.Location);
    }

    [Theory]
    [InlineData("news", ArticleType.News)]
    [InlineData("analysis", ArticleType.Analysis)]
    [InlineData("opinion", ArticleType.Opinion)]
    [InlineData("explainer", ArticleType.Explainer)]
    [InlineData("review", ArticleType.Review)]
    [InlineData("live", ArticleType.Live)]
    [InlineData("photo", ArticleType.Photo)]
    [InlineData("Video", ArticleType.Video)]
    [InlineData("", ArticleType.News)]
    public void Type(string value, object expected) =>
        Assert.Equal(expected, Reading.Good("type: " + value).Summary.Type);

    [Theory]
    [InlineData("published", ArticleStatus.Published)]
    [InlineData("retracted", ArticleStatus.Retracted)]
    [InlineData("withdrawn", ArticleStatus.Withdrawn)]
    public void Status(string value, object expected) =>
        Assert.Equal(expected, Reading.Good("status: " + value).Summary.Status);

    [Fact]
    public void An_image_is_a_path()
    {
        var loaded = Reading.Text(
            "---\ntitle: The flood\ndate: 2014-05-17\nimage: ../pictures/my flood.jpg\n---\nText.\n"
        );
        var image = loaded.Article!.Summary.Image!;

        Assert.Equal("SN1701", Assert.Single(loaded.Diagnostics).Code);
        Assert.Equal(
            ("../pictures/my flood.jpg", (string?)null, 4, 8),
            (image.Src, image.Alt, image.At.Line, image.At.Column)
        );
    }

    [Fact]
    public void An_image_is_a_group()
    {
        var image = Reading
            .Good(
                "image:\n  alt: ''\n  src: https://a.example/f.jpg\n  caption: A &quot;river&quot;\n  credit: AP\n "
                    + " width: 800\n  height: 600"
            )
            .Image!;

        Assert.Equal(
            ("https://a.example/f.jpg", "", "A \"river\"", "AP", 800, 600),
            (image.Src, image.Alt, image.Caption, image.Credit, image.Width, image.Height)
        );
        Assert.Equal((6, 8), (image.At.Line, image.At.Column));
    }

    [Fact]
    public void Caption_and_credit_are_for_the_articles_own_page()
    {
        var article = Reading.Good("image: { src: f.jpg, alt: A river, caption: The Severn, credit: AP }");

        Assert.Equal(
            ("A river", null, null),
            (article.Summary.Image!.Alt, article.Summary.Image.Caption, article.Summary.Image.Credit)
        );
        Assert.Equal(
            ("A river", "The Severn", "AP"),
            (article.Image!.Alt, article.Image.Caption, article.Image.Credit)
        );
    }

    [Fact]
    public void Related()
    {
        var related = Reading.Good("related: [world/a%20b.md#top, the-other-flood]").Summary.Related;

        Assert.Equal(["world/a b.md", "the-other-flood"], related.Select(link => link.Target));
        Assert.Equal((4, 11), (related[0].At.Line, related[0].At.Column));
    }

    [Fact]
    public void Origin()
    {
        var article = Reading.Good(
            "source_url: https://a.example/x?y=1\nlicense: CC BY 4.0\nlang: pt-br\npriority: -3"
        );

        Assert.Equal(("https://a.example/x?y=1", "CC BY 4.0"), (article.SourceUrl, article.License));
        Assert.Equal(("pt-BR", -3), (article.Summary.Language, article.Summary.Priority));
        Assert.Equal("https://cc.example/by/4.0/", Reading.Good("license: https://cc.example/by/4.0/").License);
        Assert.Equal("https://a.example/x", Reading.Good("source_url: \"https://a.example/\\\n  x \"").SourceUrl);
        Assert.Equal("Crown copyright: see notice", Reading.Good("license: 'Crown copyright: see notice'").License);
    }

    [Fact]
    public void Norwegian_is_a_language() => Assert.Equal("no", Reading.Good("lang: no").Summary.Language);

    [Theory]
    [InlineData("true")]
    [InlineData("yes")]
    [InlineData("True")]
    [InlineData("'on'")]
    public void Drafts_are_left_out_without_a_word(string value)
    {
        var draft = Reading.Text($"---\ndraft: {value}\nnonsense: 1\n---\n");
        var built = Reading.Text($"---\ndraft: {value}\ntitle: T\ndate: 2014\n---\n", drafts: DraftHandling.Build);

        Assert.Null(draft.Article);
        Assert.Empty(draft.Diagnostics);
        Assert.NotNull(built.Article);
    }

    [Fact]
    public void Params_are_typed()
    {
        var values = Reading
            .Good(
                "params: { a: 1, b: 1.5, c: true, d: ~, e: text, f: [1, x, { g: '2' }], h: 2014-05-17, i: 1e3, j: "
                    + ".inf, k: -7 }"
            )
            .Params;

        Assert.Equal((1L, 1.5, true, null), (values["a"], values["b"], values["c"], values["d"]));
        Assert.Equal(
            ("text", "2014-05-17", 1000.0, ".inf", -7L),
            (values["e"], values["h"], values["i"], values["j"], values["k"])
        );
        var list = Assert.IsType<List<object?>>(values["f"]);
        Assert.Equal([1L, "x"], list.Take(2));
        Assert.Equal("2", Assert.IsType<Dictionary<string, object?>>(list[2])["g"]);
    }

    [Fact]
    public void Keys_are_mapped_and_ignored()
    {
        var article = Reading.Good("topics: [Rivers]\ndeck: The lede.\nby: Edith Lang\nweight: 1\nweight: 2");

        Assert.Equal(["Rivers"], article.Summary.Tags);
        Assert.Equal(("The lede.", "Edith Lang"), (article.Summary.Lede, article.Summary.Authors[0].Name));
    }

    [Theory]
    [InlineData("summary: Own\ndeck: Other", "Own", "deck")]
    [InlineData("deck: Other\nsummary: Own", "Own", "deck")]
    [InlineData("deck: Same\nsummary: Same", "Same", null)]
    [InlineData("deck: Other\nsummary: ''", "Other", null)]
    [InlineData("deck:\nsummary: Own", "Own", null)]
    [InlineData("summary: Own\ndeck: ''", "Own", null)]
    public void A_key_s_own_name_goes_first(string yaml, string lede, string? unused)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\n{yaml}\n---\n");

        Assert.Equal(lede, loaded.Article!.Summary.Lede);
        Assert.Equal(
            unused is null ? [] : [$"SN1203 '{unused}'"],
            loaded.Diagnostics.Select(found =>
                $"{found.Code} {found.Message[..found.Message.IndexOf(' ', StringComparison.Ordinal)]}"
            )
        );
    }

    [Fact]
    public void Several_keys_of_one_list_are_joined_each_item_once()
    {
        var config = StaticNews.Tests.Configuration.SiteYml.Good(
            "front_matter:\n  keys: { by: authors, old: aliases, wire: agencies, see: related, errata: corrections }\n"
        );
        var article = Reading.Good(
            "author: ann-lee\nauthors: [Ann Lee, Bo]\nby: { name: Cy, role: Photographs }\naliases: /a.html\nold: "
                + "[/a.html, /b.html]\n"
                + "agencies: [AP]\nwire: [AP, AFP]\nrelated: [x.md]\nsee: [x.md, y.md]\ncorrections: "
                + "[One.]\nerrata: [One., Two.]",
            config: config
        );

        Assert.Equal(["ann-lee", "Bo", "Cy"], article.Summary.Authors.Select(author => author.Name));
        Assert.Equal(["/a.html", "/b.html"], article.Summary.Aliases.Select(alias => alias.Target.ToString()));
        Assert.Equal(["AP", "AFP"], article.Agencies);
        Assert.Equal(["x.md", "y.md"], article.Summary.Related.Select(link => link.Target.ToString()));
        Assert.Equal(["One.", "Two."], article.Corrections.Select(correction => correction.Text));
    }

    [Theory]
    [InlineData("section: [World]", "world")]
    [InlineData("section: [world/us-news]", "world/us-news")]
    [InlineData("section: []", "world")]
    public void A_list_with_one_section_is_that_section(string yaml, string section) =>
        Assert.Equal(section, Reading.Good(yaml).Summary.Section);

    [Fact]
    public void A_list_of_sections_is_told_how_to_write_it()
    {
        var found = Assert.Single(
            Reading.Text("---\ntitle: T\ndate: 2014\nsection: [Local, Region]\n---\n").Diagnostics
        );

        Assert.Equal(("SN1105", 4, 10), (found.Code, found.At.Line, found.At.Column));
        Assert.StartsWith("Write one section per article: 'local/region'", found.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_mapped_names_the_first_counts()
    {
        var config = StaticNews.Tests.Configuration.SiteYml.Good(
            "front_matter:\n  keys: { deck: summary, teaser: summary }\n"
        );
        var loaded = Reading.Text("---\ntitle: T\ndate: 2014\ndeck: a\nteaser: b\n---\n", config: config);

        Assert.Equal("a", loaded.Article!.Summary.Lede);
        Assert.Equal(
            ("SN1203", 5, 1),
            (loaded.Diagnostics[0].Code, loaded.Diagnostics[0].At.Line, loaded.Diagnostics[0].At.Column)
        );
    }

    [Fact]
    public void Defaults_fill_what_the_article_leaves_out()
    {
        var config = StaticNews.Tests.Configuration.SiteYml.Good(
            """
            defaults:
              - { match: "**", type: opinion, tags: [Old], kicker: All, params: { a: 1, b: 1 } }
              - { match: "world/**", section: abroad, kicker: World, params: { b: 2, c: 2 } }
              - { match: "sport/**", kicker: Sport }

            """
        );
        var article = Reading.Good("tags: ~\nparams: { c: 3 }", config: config);

        Assert.Equal(
            (ArticleType.Opinion, "abroad", "World"),
            (article.Summary.Type, article.Summary.Section, article.Summary.Kicker)
        );
        Assert.Empty(article.Summary.Tags);
        Assert.Equal((1L, 2L, 3L), (article.Params["a"], article.Params["b"], article.Params["c"]));
        Assert.Equal("Sport", Reading.Good("", "sport/a.md", config).Summary.Kicker);
    }

    [Fact]
    public void Defaults_are_checked_once_and_where_they_stand()
    {
        var config = StaticNews.Tests.Configuration.SiteYml.Good(
            "defaults:\n  - match: '**'\n    type: opnion\n    kickre: x\n"
        );
        var found = new ArticleReader(config).CheckDefaults();

        Assert.Equal(
            ["SN1108 site.yml:5:11", "SN1103 site.yml:6:5"],
            found.Select(one => $"{one.Code} {one.At.Path}:{one.At.Line}:{one.At.Column}")
        );
        Assert.Empty(Reading.Good("", config: config).Summary.Tags);
    }

    [Fact]
    public void Every_key_of_the_content_model_is_read()
    {
        foreach (var name in FrontMatterKeys.ByName.Keys)
        {
            var loaded = Reading.Text($"---\n{name}: ~\n---\n");
            Assert.DoesNotContain(loaded.Diagnostics, found => found.Code == "SN1103");
        }
    }

    [Fact]
    public void Names_that_many_articles_share_are_one_string()
    {
        var reader = new ArticleReader(Reading.Config);
        var text =
            "---\ntitle: T\ndate: 2014-05-17 10:00\ntags: [Rivers]\nauthor: Edith Lang\nlang: fr\nkicker: Weather\nlocation: Patna\n---\n"u8;
        var first = reader.Read("world/a.md", text).Article!.Summary;
        var second = reader.Read("world/b.md", text).Article!.Summary;

        Assert.Same(first.Tags[0], second.Tags[0]);
        Assert.Same(first.Authors[0], second.Authors[0]);
        Assert.Same(first.Section, second.Section);
        Assert.Same(first.Language, second.Language);
        Assert.Same(first.Kicker, second.Kicker);
        Assert.Same(first.Location, second.Location);
        Assert.Same(first.Date.ZoneName, second.Date.ZoneName);
    }
}
