using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Tests.Yaml;

/// <summary>
/// Continuation lines that are indented no deeper than their parent, and the characters that only YAML 1.1 takes for
/// line breaks.
/// </summary>
public sealed class ContinuationLineTests
{
    private const string Seed = "20261201,7";

    private static readonly Arbitrary<int> Seeds = ArbMap.Default.ArbFor<int>();

    [Theory]
    [InlineData("a: \"x\ny\"\n", "{ a 'x y' }")]
    [InlineData("a: 'it''s\ny'\n", "{ a 'it's y' }")]
    [InlineData("a: \"x\n\n\ny\n  \nz\"\n", "{ a 'x⏎⏎y⏎z' }")]
    [InlineData("a: \"x\\\ny \\\n\nz\"\n", "{ a 'xy ⏎z' }")]
    [InlineData("a: \"\\\"x\\\\\ny: z # [\"\n", "{ a '\"x\\ y: z # [' }")]
    [InlineData("a: \"x\r\ny\"\r\nb: [c,\r\nd\r\n]\r\n", "{ a 'x y' b [ c d ] }")]
    [InlineData("a: \"x\ry\"\rb: [c,\rd\r]\r", "{ a 'x y' b [ c d ] }")]
    [InlineData("a: \"x\n\ty\"\nb: [\n\tc]\n", "{ a 'x y' b [ c ] }")]
    [InlineData("a: [b,\nc\n]\n", "{ a [ b c ] }")]
    [InlineData("a: [b\nc,\n\"d\ne\", # \"no\n# [no\nf]\n", "{ a [ b c 'd e' f ] }")]
    [InlineData("a: {\nb: c,\n\"d\": 'e\nf', g: [h,\ni]\n}\n", "{ a { b c 'd' 'e f' g [ h i ] } }")]
    [InlineData("a: [it's, x\n\"y,\n%z]\n", "{ a [ it's x \"y %z ] }")]
    [InlineData("a:\n- \"b\nc\"\n- - 'd\n  e'\n", "{ a [ 'b c' [ 'd e' ] ] }")]
    [InlineData("a:\n  - b: \"x\ny\"\n    c: [d,\n e]\n  - \"z\nw\"\n", "{ a [ { b 'x y' c [ d e ] } 'z w' ] }")]
    [InlineData("? a\n: \"b\nc\"\n", "{ a 'b c' }")]
    [InlineData("a: it's\n  \"b\n  [c\nd: \"e\nf\"\n", "{ a it's \"b [c d 'e f' }")]
    [InlineData("a: |2-\n   \"b\n  [c\nd: \"e\nf\"\n", "{ a ' \"b⏎[c' d 'e f' }")]
    [InlineData("a: > # \"\n\n  'b\n\nd: \"e\nf\"\n", "{ a '⏎'b⏎' d 'e f' }")]
    [InlineData("# \"it's [\na: b # \"\nd: \"e\nf\" # '\n", "{ a b d 'e f' }")]
    [InlineData("'a': b#\"\nd: \"e\n---f\n...g\"\n", "{ 'a' b#\" d 'e ---f ...g' }")]
    [InlineData("{\n\"a\": 1,\n\"b\": [1,\n2]\n}\n", "{ 'a' 1 'b' [ 1 2 ] }")]
    [InlineData("a:\n  - b\n\t\n  - c\n\t # no\nd: e\n\t\n \t", "{ a [ b c ] d e }")]
    [InlineData("a: b\n\t\n  c\n\t# no\nd: |\n  e\n\n \t\nf: g\n", "{ a b⏎c d 'e⏎' f g }")]
    [InlineData("a: |\n  b\n  \t\n  c\nd:\n\t\n  e: f\n", "{ a 'b⏎\t⏎c⏎' d { e f } }")]
    [InlineData("a:\n  b: |\n   \n    c\n  d: e\n", "{ a { b '⏎c⏎' d e } }")]
    [InlineData("a:\n  b: >-\n     \n   \n\n     c\n   \n     d\n  e: \"f\ng\"\n", "{ a { b '⏎⏎⏎c⏎d' e 'f g' } }")]
    [InlineData("a:\n  b: |2\n   \n     c\n  d: \"e\nf\"\n", "{ a { b '⏎ c⏎' d 'e f' } }")]
    [InlineData("a: |\n    \nb: c\n", "{ a '' b c }")]
    [InlineData("a: |+\n    \n  \nb: c\n", "{ a '⏎⏎' b c }")]
    [InlineData("a:\r\n  - |\r\n   \r\n    c\r\n      \r\n    d\r\n", "{ a [ '⏎c⏎  ⏎d⏎' ] }")]
    public void A_value_goes_on_at_any_column(string yaml, string expected) =>
        Assert.Equal(expected, Shown(Read(yaml)));

    [Theory]
    [InlineData("a: &s The end\n", "{ a The end }")]
    [InlineData("a: &s [b]\n&c d: &e\n", "{ a [ b ] d  }")]
    [InlineData("a: !!str 2020\nb: !!str\nc: !!seq [!!str null]\n", "{ a '2020' b '' c [ 'null' ] }")]
    public void Anchors_and_tags_that_say_nothing_have_no_effect(string yaml, string expected) =>
        Assert.Equal(expected, Shown(Read(yaml)));

    [Theory]
    [InlineData("a: [b: c, \"d\": e]\n", 4, 10)]
    [InlineData("a: [[b: c], {d: [? e : f]}]\n", 5, 12, 19)]
    public void A_mapping_of_one_pair_begins_with_its_key(string yaml, params int[] starts) =>
        Assert.Equal(
            starts,
            Read(yaml).Where(token => token.Kind == YamlTokenKind.MapStart).Skip(1).Select(token => token.Span.Start)
        );

    [Theory]
    [InlineData("a: \"x\u2028y\"\n", "{ a 'x\u2028y' }")]
    [InlineData("a: 'x\u2029\u2029y'\n", "{ a 'x\u2029\u2029y' }")]
    [InlineData("a: x\u0085y\nb: \u2028\n", "{ a x\u0085y b \u2028 }")]
    [InlineData("a: |\n  x\u2028 y\n# b\u2028c: d\n", "{ a 'x\u2028 y⏎' }")]
    [InlineData("a: [b\u2028c,\nd\u0085]\n", "{ a [ b\u2028c d\u0085 ] }")]
    [InlineData("a: \"x\u2028\n\ny\\L\\N\"\n", "{ a 'x\u2028⏎y\u2028\u0085' }")]
    [InlineData("a: \"x\u2028\uE000\uE001\uE002\uE003y\"\n", "{ a 'x\u2028\uE000\uE001\uE002\uE003y' }")]
    [InlineData("a\u2028b: c\n", "{ a\u2028b c }")]
    public void A_line_separator_is_a_character_like_others(string yaml, string expected) =>
        Assert.Equal(expected, Shown(Read(yaml)));

    [Fact]
    public void A_text_with_nearly_every_private_character_is_read_as_the_library_reads_it()
    {
        var privates = string.Concat(Enumerable.Range(0xE000, 6_398).Select(code => (char)code));

        Assert.Equal(privates + " x", Read($"a: {privates} x\n")[2].Value);
        Assert.Equal(YamlFaultKind.UnclosedQuote, Fault($"a: \"{privates}\u2028x\"\n").Kind);
    }

    [Theory]
    [InlineData("a: \"x\nb: \"y\"\n", nameof(YamlFaultKind.UnclosedQuote), 3)]
    [InlineData("a: \"x\nb: y\nc: \"z\" w\n", nameof(YamlFaultKind.UnclosedQuote), 3)]
    [InlineData("a: [\"x, y]\nb: \"z\"\n", nameof(YamlFaultKind.UnclosedQuote), 4)]
    [InlineData("a: \"x\n---\ny\"\n", nameof(YamlFaultKind.UnclosedQuote), 3)]
    [InlineData("a: [x,\n...\ny]\n", nameof(YamlFaultKind.UnclosedBracket), 3)]
    [InlineData("a: [x, [y,\nz],\n", nameof(YamlFaultKind.UnclosedBracket), 3)]
    [InlineData("a: [x, {y: z,\nw],\n", nameof(YamlFaultKind.UnclosedBracket), 7)]
    [InlineData("a: [b\nc] d\n", nameof(YamlFaultKind.TextAfterValue), 9)]
    [InlineData("a: [\"b\" c]\n", nameof(YamlFaultKind.TextAfterValue), 8)]
    [InlineData("a: \"x\ny\"\nb: @c\n", nameof(YamlFaultKind.ReservedStart), 12)]
    [InlineData("a: @x\nb: \"y\nz\n", nameof(YamlFaultKind.ReservedStart), 3)]
    [InlineData("a: [b,\nc]\nd: e: f\n", nameof(YamlFaultKind.UnquotedColon), 14)]
    [InlineData("a: \"x\ny C:\\data\"\n", nameof(YamlFaultKind.BadEscape), 3)]
    [InlineData("a: \"\\ud800\\u0041\"\n", nameof(YamlFaultKind.BadEscape), 3)]
    [InlineData("a: \"\\ud83d\\ude00 \\udc00\"\n", nameof(YamlFaultKind.BadEscape), 3)]
    [InlineData("a: \"x\ny\": z\n", nameof(YamlFaultKind.UnclosedQuote), 3)]
    [InlineData("a: \"x\n y\": z\n", nameof(YamlFaultKind.UnquotedColon), 9)]
    public void A_fault_is_where_the_source_has_it(string yaml, string kind, int start)
    {
        var fault = Fault(yaml);

        Assert.Equal((kind, start), (fault.Kind.ToString(), fault.Span.Start));
    }

    [Property(MaxTest = 5_000, Replay = Seed)]
    public Property Indentation_of_continuation_lines_changes_no_value() =>
        Prop.ForAll(
            Seeds,
            seed =>
            {
                var document = new FlowValues(seed);
                var (indented, unindented) = (document.Indented, document.Unindented(seed));
                var expected = Read(indented);
                AssertQuotes(indented, expected);

                var tokens = Read(unindented);
                AssertQuotes(unindented, tokens);
                Assert.Equal(Shown(expected), Shown(tokens));

                var carriageReturns = unindented.Replace("\n", seed % 2 == 0 ? "\r" : "\r\n", StringComparison.Ordinal);
                Assert.Equal(Shown(expected), Shown(Read(carriageReturns)));
            }
        );

    /// <summary>A quoted scalar begins and ends with its quote, in the source as it was written.</summary>
    private static void AssertQuotes(string yaml, List<YamlToken> tokens)
    {
        foreach (var token in tokens.Where(token => token.IsQuoted && yaml[token.Span.Start] is '"' or '\''))
        {
            Assert.Equal(yaml[token.Span.Start], yaml[token.Span.End - 1]);
            Assert.True(token.Span.Length >= 2);
        }
    }

    private static List<YamlToken> Read(string yaml)
    {
        // Something stands before and behind the part, as in a file.
        var tokens = new List<YamlToken>();
        var source = new SourceText("x.md", "---\n" + yaml + "---\n\"[");
        var fault = new YamlTokenizer(50_000).Read(source, new TextSpan(4, yaml.Length), tokens);
        Assert.True(fault is null, $"{fault}\n{yaml}");
        return [.. tokens.Select(token => token with { Span = token.Span with { Start = token.Span.Start - 4 } })];
    }

    private static YamlFault Fault(string yaml)
    {
        var fault = new YamlTokenizer(50_000).Read(new SourceText("x.md", yaml), new TextSpan(0, yaml.Length), []);
        Assert.NotNull(fault);
        return fault;
    }

    private static string Shown(List<YamlToken> tokens) =>
        string.Join(
            ' ',
            tokens.Select(token =>
                token.Kind switch
                {
                    YamlTokenKind.MapStart => "{",
                    YamlTokenKind.MapEnd => "}",
                    YamlTokenKind.ListStart => "[",
                    YamlTokenKind.ListEnd => "]",
                    _ => (token.IsQuoted ? $"'{token.Value}'" : token.Value).Replace(
                        "\n",
                        "⏎",
                        StringComparison.Ordinal
                    ),
                }
            )
        );
}
