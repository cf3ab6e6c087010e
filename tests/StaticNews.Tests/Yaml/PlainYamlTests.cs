using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Tests.Yaml;

/// <summary>Whatever the short way reads, the library reads alike: same tokens, same places.</summary>
public sealed class PlainYamlTests
{
    private const string Seed = "20261122,99";

    [Theory]
    [InlineData("title: Flood in Kent\ndate: 2014-01-02T10:00:00+01:00\n")]
    [InlineData("title: \"A \\\"quoted\\\" word\"\nsummary: 'It''s here'\n")]
    [InlineData(
        "tags:\n  - Flood\n  - \"Kent & Sussex\"\nauthors:\n- Asha Rao\n- Liam O'Neil\nimage:\n  src: /a.jpg\n  "
            + "alt: ''\n"
    )]
    [InlineData("tags: [rain, \"high water\", 'low']\nempty: []\nnothing:\nlast: x")]
    [InlineData("# a comment\ntitle: x # not seen\n")]
    [InlineData("title: x\r\ntags:\r\n  - a\r\n\r\n  - b\r\n")]
    [InlineData("a:\n  b:\n    c: 1\n  d: 2\ne: 3\n")]
    public void The_usual_front_matter_is_read_the_short_way_or_not_at_all(string yaml) => AssertAlike(yaml);

    [Theory]
    [InlineData("title: Flood\ntags:\n  - a\n  - b\nimage:\n  src: x\n")]
    [InlineData("title: \"x\"\ntags: [a, b]\n")]
    [InlineData("title: 'x'\nsection: World\n\nsummary: \"a: b, c\"\n")]
    public void The_usual_front_matter_is_read_the_short_way(string yaml)
    {
        var tokens = new List<YamlToken>();
        Assert.True(PlainYaml.TryRead(yaml, new TextSpan(0, yaml.Length), tokens));
        Assert.NotEmpty(tokens);
    }

    [Theory]
    [InlineData("title: War: the end\n")]
    [InlineData("title: |\n  block\n")]
    [InlineData("title: a\n  b\n")]
    [InlineData("title: &a x\n")]
    [InlineData("title:\tx\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("a: 1\n b: 2\n")]
    [InlineData("a:\n  b: 1\n c: 2\n")]
    [InlineData("a: {b: c}\n")]
    [InlineData("a: [b\n")]
    [InlineData("a: \"b\n")]
    [InlineData("a: b\n---\n")]
    [InlineData("authors:\n  - name: x\n    role: y\n")]
    public void Anything_else_is_left_to_the_library(string yaml) =>
        Assert.False(PlainYaml.TryRead(yaml, new TextSpan(0, yaml.Length), []));

    [Property(MaxTest = 20_000, Replay = Seed)]
    public Property Both_ways_give_the_same_tokens() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), AssertAlike);

    [Fact]
    public void Every_front_matter_of_the_sample_is_read_alike()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(Repository.Root, "content"),
                "*.md",
                SearchOption.AllDirectories
            )
        )
        {
            var text = File.ReadAllText(file);
            var end = text.IndexOf("\n---", 4, StringComparison.Ordinal);
            AssertAlike(end < 0 ? text : text[4..(end + 1)]);
        }
    }

    private static void AssertAlike(string yaml)
    {
        var plain = new List<YamlToken>();
        var part = new TextSpan(0, yaml.Length);
        if (!PlainYaml.TryRead(yaml, part, plain))
        {
            return;
        }

        var parsed = new List<YamlToken>();
        var fault = new YamlTokenizer(50_000).Parse(new SourceText("x.md", yaml), part, parsed);
        Assert.Null(fault);
        Assert.Equal(Shown(parsed), Shown(plain));
    }

    private static string Shown(List<YamlToken> tokens) => string.Join('\n', tokens.Select(Shown));

    // Nobody is shown where a list or a group ends.
    private static string Shown(YamlToken token) =>
        token.Kind is YamlTokenKind.ListEnd or YamlTokenKind.MapEnd
            ? token.Kind.ToString()
            : $"{token.Kind} '{token.Value}' {token.Span} {token.IsQuoted}";

    private static readonly string[] Pieces =
    [
        "a",
        "title",
        "tags",
        ":",
        ": ",
        ":\n",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "    ",
        "- ",
        "-",
        "\n- ",
        "\n  - ",
        "x",
        "Flood",
        "2014-01-02",
        "10:30",
        "#",
        " #",
        " # c\n",
        "\"",
        "'",
        "''",
        "\\\"",
        "\\",
        "[",
        "]",
        ", ",
        ",",
        "{",
        "}",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "~",
        "null",
        "é",
        "कख",
        "title: x\n",
        "tags:\n  - a\n",
        "image:\n  src: y\n",
        "a: [b, c]\n",
        "b: \"q\"\n",
        "c: 'q'\n",
        "---\n",
        "...\n",
        "\t",
        "=",
        "<<",
        "-1",
        "0x1",
    ];
}
