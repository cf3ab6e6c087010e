using StaticNews.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticNews.Yaml;

/// <summary>
/// Reads YAML with YamlDotNet's event parser into a flat list of tokens that a worker reuses: no tree is built, and all that can go wrong in the
/// library (it throws) ends here as one <see cref="YamlFault"/>. Anchors, aliases and tags are refused; depth and count are bounded.
/// </summary>
/// <param name="maxTokens">More tokens than this are a fault: 50,000 are a front matter of half a megabyte.</param>
internal sealed class YamlTokenizer(int maxTokens)
{
    /// <summary>The content model needs 4 levels; the rest is for <c>params</c>.</summary>
    public const int MaxDepth = 24;

    /// <summary>Fills <paramref name="tokens"/> with the part's one document, without stream and document marks; null: all is well.</summary>
    public YamlFault? Read(SourceText source, TextSpan part, List<YamlToken> tokens) =>
        PlainYaml.TryRead(source.Text, part, tokens) && tokens.Count <= maxTokens ? null : Parse(source, part, tokens);

    /// <summary>The same, by the library from the first character on.</summary>
    internal YamlFault? Parse(SourceText source, TextSpan part, List<YamlToken> tokens)
    {
        tokens.Clear();
        var nul = source.Text.AsSpan(part.Start, part.Length).IndexOf('\0');
        if (nul >= 0)
        {
            return new YamlFault(YamlFaultKind.Nul, new TextSpan(part.Start + nul, 1));
        }

        using var slice = new SpanReader(source.Text, part.Start, part.End);
        var scanner = new Scanner(slice, skipComments: true);
        try
        {
            return ReadEvents(new Parser(scanner), source.Text, part, tokens);
        }
        catch (YamlException broken)
        {
            return YamlFaultFinder.Find(source.Text, part, tokens, broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser loses its own state on a few malformed flow collections ("[a, b" before the next key).
            return YamlFaultFinder.FindWithoutMessage(part, tokens, (int)scanner.CurrentPosition.Index);
        }
    }

    private YamlFault? ReadEvents(Parser parser, string text, TextSpan part, List<YamlToken> tokens)
    {
        var depth = 0;
        var documents = 0;
        while (parser.MoveNext())
        {
            var read = parser.Current!;
            var span = SpanOf(read, text, part);
            documents += read is DocumentStart ? 1 : 0;
            if (documents > 1)
            {
                return new YamlFault(YamlFaultKind.SecondDocument, span);
            }

            if (Refused(read) is { } refused)
            {
                return new YamlFault(refused, span);
            }

            if (TokenOf(read, span) is not { } token)
            {
                continue;
            }

            depth += DepthChange(token.Kind);
            if (depth > MaxDepth || tokens.Count == maxTokens)
            {
                return new YamlFault(depth > MaxDepth ? YamlFaultKind.TooDeep : YamlFaultKind.TooMany, span);
            }

            tokens.Add(token);
        }

        return null;
    }

    private static YamlFaultKind? Refused(ParsingEvent read) => read switch
    {
        AnchorAlias => YamlFaultKind.Anchor,
        NodeEvent { Anchor.IsEmpty: false } => YamlFaultKind.Anchor,
        NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } => YamlFaultKind.Tag,
        _ => null,
    };

    private static YamlToken? TokenOf(ParsingEvent read, TextSpan span) => read switch
    {
        Scalar scalar => new YamlToken(YamlTokenKind.Text, scalar.Value, span, scalar.Style != YamlDotNet.Core.ScalarStyle.Plain),
        SequenceStart => new YamlToken(YamlTokenKind.ListStart, "", span, false),
        SequenceEnd => new YamlToken(YamlTokenKind.ListEnd, "", span, false),
        MappingStart => new YamlToken(YamlTokenKind.MapStart, "", span, false),
        MappingEnd => new YamlToken(YamlTokenKind.MapEnd, "", span, false),
        _ => null,
    };

    private static int DepthChange(YamlTokenKind kind) => kind switch
    {
        YamlTokenKind.ListStart or YamlTokenKind.MapStart => 1,
        YamlTokenKind.ListEnd or YamlTokenKind.MapEnd => -1,
        _ => 0,
    };

    /// <summary>The parser counts from the part's start; a block's end lies behind its last line end.</summary>
    private static TextSpan SpanOf(ParsingEvent read, string text, TextSpan part)
    {
        var start = Math.Clamp(part.Start + (int)read.Start.Index, part.Start, part.End);
        var end = Math.Clamp(part.Start + (int)read.End.Index, start, part.End);
        while (end > start && text[end - 1] is ' ' or '\n' or '\r' or '\t')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
