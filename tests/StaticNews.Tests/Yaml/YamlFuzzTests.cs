using System.Diagnostics;
using System.Text;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Tests.Yaml;

/// <summary>Whatever the bytes are: reading ends soon, throws nothing, and all places lie within the part.</summary>
public sealed class YamlFuzzTests
{
    private static readonly string[] Pieces =
    [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\u2028",
        "\u2029",
        "\u0085",
        "\uD800",
        "\uDC00",
        "\uE000",
        "\uFEFF",
        "\0",
        ":",
        ": ",
        "- ",
        "? ",
        "#",
        " # ",
        "|",
        ">",
        "|2",
        "&a",
        "*a",
        "!t",
        "%",
        "@",
        "`",
        ",",
        "---\n",
        "...\n",
        "  ",
        "\n  ",
        "\\u",
        "\\ud800",
        "\\x4",
        "\\\n",
        "é",
        "''",
        "\"\"",
        "<<: ",
    ];

    [Fact]
    public void Mutated_front_matters_never_throw()
    {
        var random = new Random(41);
        var sources = FrontMatters();
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder(sources[random.Next(sources.Count)]);
            for (var edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
            {
                Mutate(text, random);
            }

            AssertSound(text.ToString());
        }
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{", "")]
    [InlineData("\"", "")]
    [InlineData("'", "")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("[\n", "a: ")]
    [InlineData("\"\n", "a: ")]
    [InlineData("\"\" ", "a: ")]
    [InlineData("\"x\ny\", ", "a: [")]
    [InlineData("x\n", "a: [")]
    [InlineData("x\n", "a: \"")]
    [InlineData("x\n", "                         a: \"")]
    [InlineData("#\n", "a: [")]
    [InlineData("\n", "a: \"")]
    [InlineData("a: \"x\ny\"\n", "")]
    [InlineData("\u2028", "a: \"\n")]
    [InlineData("\\", "a: \"")]
    [InlineData("\\\n", "a: \"")]
    [InlineData("{a: ", "")]
    [InlineData("a: |\n", "")]
    [InlineData(" \n", "a: x")]
    public void Half_a_megabyte_of_one_thing_ends_soon(string piece, string before)
    {
        var yaml = before + string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        AssertSound(yaml);
        AssertSound(yaml + "\"]\n");

        // Far more than a linear reader takes on a busy machine, far less than a quadratic one on any.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    private static void AssertSound(string yaml)
    {
        var part = new TextSpan(3, yaml.Length);
        var tokens = new List<YamlToken>();
        var fault = new YamlTokenizer(50_000).Read(new SourceText("x.md", "---" + yaml + "---\n"), part, tokens);
        var areWithin = tokens.TrueForAll(token => IsWithin(token.Span, part));
        if (!areWithin || (fault is not null && !IsWithin(fault.Span, part)))
        {
            Assert.Fail($"{fault} of {yaml}");
        }
    }

    private static bool IsWithin(TextSpan span, TextSpan part) =>
        span.Start >= part.Start && span.Length >= 0 && span.End <= part.End;

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            case 2:
                var other = random.Next(text.Length);
                (text[at], text[other]) = (text[other], text[at]);
                break;
            default:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static List<string> FrontMatters()
    {
        List<string> found = [.. Enumerable.Range(0, 100).Select(seed => new FlowValues(seed).Unindented(seed))];
        var content = Path.Combine(Repository.Root, "content");
        var files = Directory.EnumerateFiles(content, "*.md", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal).Take(100))
        {
            var text = File.ReadAllText(file);
            var end = text.IndexOf("\n---", 4, StringComparison.Ordinal);
            found.Add(end < 0 ? text : text[4..(end + 1)]);
        }

        return found;
    }
}
