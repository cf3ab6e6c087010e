using StaticNews.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticNews.Yaml;

/// <summary>
/// Reads YAML with YamlDotNet's event parser into a flat list of tokens that a worker reuses: no tree is built, and all
/// that can go wrong in the library (it throws) ends here as one <see cref="YamlFault"/>. Anchors have no
/// effect; aliases and tags become tokens that no reader of values takes; depth and count are bounded.
/// </summary>
/// <param name="maxTokens">More tokens than this are a fault: 50,000 are a front matter of half a megabyte.</param>
internal sealed class YamlTokenizer(int maxTokens)
{
    /// <summary>The content model needs 4 levels; the rest is for <c>params</c>.</summary>
    public const int MaxDepth = 24;

    /// <summary>How many of the last tokens are mappings whose place is not known yet.</summary>
    private int _unplaced;

    /// <summary>
    /// The continuation lines of the part that was read last that are indented too little, as offsets in the
    /// whole source. A line among them may be a key that a quote took in because nothing closes it.
    /// </summary>
    public IReadOnlyList<ContinuedLine> Continued { get; private set; } = [];

    /// <summary>
    /// Fills <paramref name="tokens"/> with the part's one document, without stream and document marks; null: all is
    /// well.
    /// </summary>
    public YamlFault? Read(SourceText source, TextSpan part, List<YamlToken> tokens)
    {
        Continued = [];
        return PlainYaml.TryRead(source.Text, part, tokens) && tokens.Count <= maxTokens
            ? null
            : Parse(source, part, tokens);
    }

    /// <summary>The same, by the library from the first character on.</summary>
    internal YamlFault? Parse(SourceText source, TextSpan part, List<YamlToken> tokens)
    {
        tokens.Clear();
        var nul = source.Text.AsSpan(part.Start, part.Length).IndexOf('\0');
        if (nul >= 0)
        {
            return new YamlFault(YamlFaultKind.Nul, new TextSpan(part.Start + nul, 1));
        }

        var input = YamlInput.Of(source.Text, part);
        var fault = TryParse(input, source.Text, tokens, out var failure);
        if (fault is not null)
        {
            return fault;
        }

        // The library accepts some unindented lines itself (those in single quotes), so a part that it has read is
        // scanned, too: its text stays as it is, but what a quote has taken in must be known.
        var lines = ContinuationLineScanner.Scan(source.Text.AsSpan(part.Start, part.Length));
        Continued = [.. lines.Continued.Select(line => line.From(part.Start))];
        if (failure is not null && lines.Insertions.Count > 0)
        {
            tokens.Clear();
            fault = TryParse(input.WithSpaces(lines.Insertions), source.Text, tokens, out failure);
        }

        return failure is null ? fault : new YamlFaultFinder(source.Text, part, tokens, lines).Find(failure);
    }

    /// <param name="failure">What the library threw, or null.</param>
    private YamlFault? TryParse(YamlInput input, string text, List<YamlToken> tokens, out YamlFailure? failure)
    {
        using var reader = input.Open();
        var scanner = new Scanner(reader, skipComments: true);
        failure = null;
        try
        {
            return ReadEvents(new Parser(scanner), input, text, tokens);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // Malformed text makes the library throw more than its own exceptions: InvalidOperationException,
            // ArgumentException and others.
            failure = YamlFailure.Of(thrown, input, scanner.CurrentPosition);
            return null;
        }
    }

    private YamlFault? ReadEvents(Parser parser, YamlInput input, string text, List<YamlToken> tokens)
    {
        _unplaced = 0;
        var depth = 0;
        var documents = 0;
        var hasMerge = false;
        while (parser.MoveNext())
        {
            var read = parser.Current!;
            var span = SpanOf(read, input, text);
            documents += read is DocumentStart ? 1 : 0;
            if (documents > 1)
            {
                return new YamlFault(YamlFaultKind.SecondDocument, span);
            }

            if (FaultOf(read, span, text, tokens, hasMerge) is { } fault)
            {
                return fault;
            }

            if (TokenOf(read, span, input) is not { } token)
            {
                continue;
            }

            hasMerge |= token is { Value: "<<", IsQuoted: false };

            depth += DepthChange(token.Kind);
            if (depth > MaxDepth || tokens.Count == maxTokens)
            {
                return new YamlFault(depth > MaxDepth ? YamlFaultKind.TooDeep : YamlFaultKind.TooMany, span);
            }

            if (token.Kind == YamlTokenKind.Tagged)
            {
                SkipTagged(parser);
            }

            Place(tokens, span, read is MappingStart && read.Start.Index == 0);
            tokens.Add(token);
        }

        return null;
    }

    /// <summary>
    /// An alias that is merged into a mapping may bring any key, so it costs more than a field. An empty key makes the
    /// library mix up keys and values.
    /// </summary>
    private static YamlFault? FaultOf(
        ParsingEvent read,
        TextSpan span,
        string text,
        List<YamlToken> tokens,
        bool hasMerge
    ) =>
        read switch
        {
            AnchorAlias when hasMerge => new YamlFault(YamlFaultKind.Alias, span),
            Scalar { Value: "", Style: YamlDotNet.Core.ScalarStyle.Plain }
                when EmptyKey(span, text, tokens) is { } colon => new YamlFault(YamlFaultKind.EmptyKey, colon),
            _ => null,
        };

    /// <summary>The colon that has no key before it; null where the empty value is none of a key's.</summary>
    private static TextSpan? EmptyKey(TextSpan span, string text, List<YamlToken> tokens)
    {
        if (span.Length > 0)
        {
            return null;
        }

        if (span.Start < text.Length && text[span.Start] == ':')
        {
            return new TextSpan(span.Start, 1);
        }

        // The library puts a key of the outermost mapping where an earlier one stands, a key of a nested mapping behind
        // its colon.
        if (tokens.Count > 0 && span.Start < tokens[^1].Span.End)
        {
            var colon = text.IndexOf(':', tokens[^1].Span.End);
            return new TextSpan(colon < 0 ? span.Start : colon, colon < 0 ? 0 : 1);
        }

        var at = span.Start - 1;
        if (at < 0 || text[at] != ':')
        {
            return null;
        }

        var before = at - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        return before < 0 || text[before] is '\n' or '\r' ? new TextSpan(at, 1) : null;
    }

    /// <summary>
    /// A mapping of one pair in a flow list (<c>[War: the end]</c>) has no place of its own in the library's events: it
    /// begins with its first key.
    /// </summary>
    private void Place(List<YamlToken> tokens, TextSpan span, bool isUnplaced)
    {
        if (isUnplaced && tokens.Count > 0)
        {
            _unplaced++;
            return;
        }

        for (var i = tokens.Count - _unplaced; _unplaced > 0; i++, _unplaced--)
        {
            tokens[i] = tokens[i] with { Span = new TextSpan(span.Start, 0) };
        }
    }

    /// <summary>Steps over the rest of a list or mapping with a tag.</summary>
    private static void SkipTagged(Parser parser)
    {
        for (var depth = parser.Current is SequenceStart or MappingStart ? 1 : 0; depth > 0; )
        {
            parser.MoveNext();
            depth += parser.Current switch
            {
                SequenceStart or MappingStart => 1,
                SequenceEnd or MappingEnd => -1,
                StreamEnd => -depth,
                _ => 0,
            };
        }
    }

    /// <summary>Whether a node has a tag that changes its type.</summary>
    private static bool HasForeignTag(NodeEvent node) =>
        !node.Tag.IsEmpty
        && !node.Tag.IsNonSpecific
        && (node, node.Tag.Value)
            is not (

                (Scalar, "tag:yaml.org,2002:str")
                or
                (SequenceStart, "tag:yaml.org,2002:seq")
                or
                (MappingStart, "tag:yaml.org,2002:map")
            );

    private static YamlToken? TokenOf(ParsingEvent read, TextSpan span, YamlInput input) =>
        read switch
        {
            AnchorAlias => new YamlToken(YamlTokenKind.Alias, "", span, false),
            NodeEvent node when HasForeignTag(node) => new YamlToken(YamlTokenKind.Tagged, "", span, false),
            Scalar scalar => new YamlToken(
                YamlTokenKind.Text,
                input.SourceValue(scalar.Value),
                span,
                scalar.Style != YamlDotNet.Core.ScalarStyle.Plain || !scalar.Tag.IsEmpty
            ),
            SequenceStart => new YamlToken(YamlTokenKind.ListStart, "", span, false),
            SequenceEnd => new YamlToken(YamlTokenKind.ListEnd, "", span, false),
            MappingStart => new YamlToken(YamlTokenKind.MapStart, "", span, false),
            MappingEnd => new YamlToken(YamlTokenKind.MapEnd, "", span, false),
            _ => null,
        };

    private static int DepthChange(YamlTokenKind kind) =>
        kind switch
        {
            YamlTokenKind.ListStart or YamlTokenKind.MapStart => 1,
            YamlTokenKind.ListEnd or YamlTokenKind.MapEnd => -1,
            _ => 0,
        };

    /// <summary>A block's end lies behind its last line end.</summary>
    private static TextSpan SpanOf(ParsingEvent read, YamlInput input, string text)
    {
        var start = input.SourceOffset(read.Start.Index);
        var end = Math.Max(start, input.SourceOffset(read.End.Index));
        while (end > start && text[end - 1] is ' ' or '\n' or '\r' or '\t')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}

/// <summary>One event of a YAML document.</summary>
/// <param name="Value">The text of a scalar, unescaped; empty for the rest.</param>
/// <param name="Span">Its position in the whole file; of a list or mapping only the start.</param>
/// <param name="IsQuoted">Quoted or a block: then it is text whatever it looks like, and never null.</param>
internal readonly record struct YamlToken(YamlTokenKind Kind, string Value, TextSpan Span, bool IsQuoted)
{
    /// <summary>Null of YAML 1.2.2's core schema (section 10.3.2): nothing at all, <c>~</c>, <c>null</c>.</summary>
    public bool IsNull => Kind == YamlTokenKind.Text && !IsQuoted && Value is "" or "~" or "null" or "Null" or "NULL";
}

internal enum YamlTokenKind : byte
{
    /// <summary>After the last token; reading on gives this again.</summary>
    End,
    Text,
    ListStart,
    ListEnd,
    MapStart,
    MapEnd,

    /// <summary><c>*alias</c>: not followed, since nested aliases grow without bound.</summary>
    Alias,

    /// <summary>A value with a tag that this program does not know, whatever belongs to it.</summary>
    Tagged,
}
