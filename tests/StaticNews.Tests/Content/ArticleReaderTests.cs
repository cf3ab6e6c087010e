using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Tests.Content;

public sealed class ArticleReaderTests
{
    private static readonly string[] Pieces =
    [
        "---\n",
        "---",
        "\n",
        "\r\n",
        "\r",
        "title: ",
        "date: ",
        "tags: ",
        "image: ",
        "authors:\n",
        "  - ",
        "- ",
        "params:\n",
        "  ",
        "\t",
        ": ",
        ":",
        "'",
        "\"",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!x ",
        "|\n",
        ">-\n",
        "#",
        "%",
        "@",
        "\\",
        "2014-05-17",
        "2014-02-30",
        "Sun, 09 Nov 2025",
        "null",
        "~",
        "slug: ../x",
        "lang: en_US",
        "corrections: ",
        "aliases: /a",
        "text",
        "Ünï",
        "🌕",
        "\u0000",
        "\u0007",
        "\u2028",
        "\uFEFF",
        "a: b: c\n",
        "? ",
        "...\n",
    ];

    [Theory]
    [InlineData("---\ntitle: T\ndate: 2014\n---\nText.\n")]
    [InlineData("---\r\ntitle: T\r\ndate: 2014\r\n---\r\nText.\r\n")]
    [InlineData("---\rtitle: T\rdate: 2014\r---\rText.\r")]
    [InlineData("\uFEFF---\ntitle: T\ndate: 2014\n---\nText.\n")]
    [InlineData("\n \n---  \ntitle: T\ndate: 2014\n---\t\nText.\n")]
    [InlineData("---\ntitle: T\ndate: 2014\n...\nText.\n")]
    [InlineData("---\n\n# a comment\ntitle: T # and one more\n\n\ndate: 2014\n---\n\nText.\n")]
    public void Finds_the_fence(string text)
    {
        var loaded = Reading.Text(text);

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(("T", "Text."), (loaded.Article!.Summary.Title, loaded.Article.Summary.Lede));
        Assert.Equal(
            "Text.",
            loaded.Article.Source.Text.Substring(loaded.Article.Body.Start, loaded.Article.Body.Length).Trim()
        );
    }

    [Fact]
    public void The_body_may_be_missing()
    {
        var article = Reading.Text("---\ntitle: T\ndate: 2014\n---").Article!;

        Assert.Equal(("", 0), (article.Summary.Lede, article.Body.Length));
    }

    [Fact]
    public void Line_ends_do_not_move_places()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            var loaded = Reading.Text(
                "---\ntitle: T\ndate: 2014\ntags:\n  - a\n  - '!!!'\npublihed: 1\n---\n".Replace(
                    "\n",
                    end,
                    StringComparison.Ordinal
                )
            );
            Assert.Equal(
                ["SN1601 6:5", "SN1103 7:1"],
                loaded.Diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}")
            );
            Assert.Equal("publihed: 1", loaded.Diagnostics[1].At.LineText);
        }
    }

    [Fact]
    public void Reports_all_faults_of_one_article()
    {
        var loaded = Reading.Text(
            "---\ntitle: T\ndate: 2014-02-30\ntype: opnion\npriority: high\nlang: en_US\nnonsense: 1\n---\n"
        );

        Assert.Null(loaded.Article);
        Assert.Equal(
            ["SN1302", "SN1108", "SN1106", "SN1630", "SN1103"],
            loaded.Diagnostics.Select(found => found.Code)
        );
        Assert.Equal("SN1302", Assert.Single(loaded.Diagnostics, found => found.Severity == Severity.Error).Code);
    }

    [Fact]
    public void An_unknown_key_has_a_suggestion()
    {
        var loaded = Reading.Text("---\ntitle: T\ndate: 2014\npublished_url: x\nsumary: y\n---\n");

        Assert.Equal("unknown key 'sumary'; did you mean 'summary'?", loaded.Diagnostics[1].Message);
        Assert.Contains("front_matter", loaded.Diagnostics[0].Hint!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_s_reader_keeps_nothing_of_the_last_article()
    {
        var reader = new ArticleReader(Reading.Config);
        reader.Read(
            "a.md",
            "---\ntitle: A\ndate: 2014\ntags: [x]\nslug: a\nseries: S\npriority: 5\nparams: { a: 1 }\nimage: a.png\n---\nA"u8
        );
        reader.Read("b.md", "---\ntitle: [\n---\n"u8);
        var loaded = reader.Read("c.md", "---\ntitle: C\ndate: 2015\n---\nC"u8);

        Assert.Empty(loaded.Diagnostics);
        var summary = loaded.Article!.Summary;
        Assert.Equal(
            ("C", "c", (string?)null, 0, (ArticleImage?)null),
            (summary.Title, summary.Slug, summary.Series, summary.Priority, summary.Image)
        );
        Assert.Empty(summary.Tags);
        Assert.Empty(loaded.Article.Params);
    }

    [Fact]
    public void Twenty_megabytes_are_an_article()
    {
        var body = string.Concat(
            Enumerable.Repeat("A paragraph of some sixty characters stands here, again and again.\n\n", 300_000)
        );
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\n---\n{body}");

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(body.Length, loaded.Article!.Body.Length);
    }

    [Fact]
    public void Sixty_five_megabytes_are_refused()
    {
        var loaded = new ArticleReader(Reading.Config).Read("a.md", new byte[SourceDecoder.MaxBytes + 1]);

        Assert.Contains("64 MB", Assert.Single(loaded.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_aliases_goes_off_nowhere()
    {
        var bomb = new StringBuilder("---\ntitle: T\ndate: 2014\na: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 'b'; level <= 'z'; level++)
        {
            bomb.Append(level)
                .Append(": &")
                .Append(level)
                .Append(" [")
                .Append(string.Join(", ", Enumerable.Repeat("*" + (char)(level - 1), 9)))
                .Append("]\n");
        }

        var loaded = Reading.Text(bomb.Append("---\n").ToString());

        // No alias is followed: the only message is that these keys are unknown.
        Assert.Equal(26, loaded.Diagnostics.Count);
        Assert.All(loaded.Diagnostics, found => Assert.Equal("SN1103", found.Code));
        Assert.Empty(loaded.Article!.Params);
    }

    [Fact]
    public void The_card_changes_with_what_lists_show_and_with_nothing_else()
    {
        var card = Reading.Good("").Summary.Card;

        string[] shown =
        [
            "kicker: a",
            "location: a",
            "summary: a",
            "type: opinion",
            "lang: fr",
            "author: a",
            "authors: [{ name: a, role: b }]",
            "image: { src: a.png, alt: a }",
            "image: { src: a.png, alt: b }",
            "slug: other",
            "section: other",
            "id: a",
            "status: retracted",
        ];
        var cards = shown.Select(line => Reading.Good(line).Summary.Card).Append(card).ToList();
        Assert.Equal(cards.Count, cards.Distinct().Count());
        foreach (
            var line in new[]
            {
                "tags: [a]",
                "related: [a]",
                "aliases: /a",
                "params: { a: 1 }",
                "corrections: a",
                "priority: 3",
                "dateline: PARIS",
                "series: a",
            }
        )
        {
            Assert.Equal(card, Reading.Good(line).Summary.Card);
        }
    }

    [Fact]
    public void The_content_hash_is_that_of_the_bytes()
    {
        var text = "---\ntitle: T\ndate: 2014\n---\n"u8;

        Assert.Equal(
            ContentHash.Of(text),
            new ArticleReader(Reading.Config).Read("a.md", text).Article!.Summary.Content
        );
    }

    [Property(MaxTest = 300)]
    public void Random_bytes_never_throw(byte[]? bytes) => CheckSpans(bytes ?? []);

    [Property(MaxTest = 2000)]
    public Property Random_front_matter_never_throws() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces)).ToArbitrary(),
            pieces => CheckSpans(Encoding.UTF8.GetBytes("---\n" + pieces + "\n---\nText."))
        );

    [Property(MaxTest = 1000)]
    public Property A_damaged_article_never_throws() =>
        Prop.ForAll(
            (
                from at in Gen.Choose(0, Whole.Length - 1)
                from piece in Gen.Elements(Pieces)
                from cut in Gen.Choose(0, 12)
                select (at, piece, cut)
            ).ToArbitrary(),
            damage =>
            {
                var (at, piece, cut) = damage;
                CheckSpans(Encoding.UTF8.GetBytes(Whole[..at] + piece + Whole[Math.Min(Whole.Length, at + cut)..]));
            }
        );

    private const string Whole = """
        ---
        title: 'The flood: a day'
        date: 2014-05-17 10:00 IST
        updated: 2014-05-18
        slug: the-flood
        aliases: [/a/, /b.html]
        section: world/europe
        tags:
          - Rivers
          - "Kent"
        authors:
          - Edith Lang
          - { name: Hugo M., url: "https://hugo.example/", role: Photographs }
        image: { src: flood.jpg, alt: A river, width: 800, height: 600 }
        corrections:
          - date: 2014-05-19
            text: >-
              The river was
              the Medway.
        params: { a: [1, 2, { b: c }] }
        lang: en-GB
        ---
        It rained.
        """;

    /// <summary>Whatever the bytes: an answer, places within the text, an article or an error (or a draft).</summary>
    private static void CheckSpans(byte[] bytes)
    {
        var loaded = new ArticleReader(Reading.Config).Read("world/a.md", bytes);
        foreach (var found in loaded.Diagnostics)
        {
            Assert.InRange(found.At.Offset, 0, bytes.Length);
            Assert.InRange(found.At.Offset + found.At.Length, 0, bytes.Length);
            Assert.True(found.At.LineText is null || found.At.Column <= found.At.LineText.Length + 1);
        }

        if (loaded.Article is { } article)
        {
            Assert.DoesNotContain(loaded.Diagnostics, found => found.Severity == Severity.Error);
            Assert.InRange(article.Body.Start, 0, article.Source.Text.Length);
            Assert.Equal(article.Source.Text.Length, article.Body.End);
            Assert.NotEmpty(article.Summary.Slug);
            Assert.DoesNotContain("/", article.Summary.Slug, StringComparison.Ordinal);
            Assert.NotEmpty(article.Summary.Title);
        }
    }

    [Fact]
    public void A_known_article_is_read_again_as_it_was_and_not_as_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes(
            "---\ntitle: The flood\ndate: 2014-05-17\nsummary: Water.\nlicense: CC0\n---\nSee [this](b.md).\n"
        );
        var reader = new ArticleReader(Reading.Config);
        var first = reader.Read(Reading.Path, bytes).Article!;

        var again = reader.ReadAgain(first.Summary, bytes)!;

        Assert.Same(first.Summary, again.Summary);
        Assert.Equal(
            (first.Body, first.Standfirst, first.License, first.Source.Text),
            (again.Body, again.Standfirst, again.License, again.Source.Text)
        );
        Assert.Null(reader.ReadAgain(first.Summary, [.. bytes, (byte)'x']));
    }
}
