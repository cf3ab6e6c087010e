using System.Buffers;
using System.Globalization;
using StaticNews.Text;
using YamlDotNet.Core;

namespace StaticNews.Yaml;

/// <param name="Span">Where an editor should look, in the whole file.</param>
/// <param name="Detail">What the message names, such as the number of a character; null for most.</param>
internal sealed record YamlFault(YamlFaultKind Kind, TextSpan Span, string? Detail = null);

/// <summary>Why a text is not the YAML that this program reads; each has its own words in the catalogue.</summary>
internal enum YamlFaultKind
{
    /// <summary><c>title: War: the end</c>.</summary>
    UnquotedColon,

    /// <summary>A quote opens and nothing closes it.</summary>
    UnclosedQuote,

    /// <summary><c>title: "Flood" in Kent</c>, <c>title: [Update] Flood</c>.</summary>
    TextAfterValue,

    /// <summary>A tab where YAML requires spaces.</summary>
    TabIndent,

    /// <summary>A bracket or brace opens and nothing closes it.</summary>
    UnclosedBracket,

    /// <summary>
    /// A value that begins with a character that YAML keeps for itself: <c>@</c>, <c>`</c>, <c>%</c>.
    /// </summary>
    ReservedStart,

    /// <summary>A line that is indented to no level that exists.</summary>
    WrongIndent,

    /// <summary>A line without a colon among keys.</summary>
    KeyWithoutColon,

    /// <summary><c>tags: - flood</c>.</summary>
    ListOnKeyLine,

    /// <summary><c>summary: &gt; Text</c>: a block's text begins on the next line.</summary>
    TextOnBlockLine,

    /// <summary>A backslash in double quotes before a character that it cannot escape.</summary>
    BadEscape,

    /// <summary>
    /// <c>&amp;anchor</c> with something wrong behind it; an anchor by itself has no effect.
    /// </summary>
    Anchor,

    /// <summary>
    /// <c>*very* good</c>, or an alias that is merged. An alias that stands alone costs its field only.
    /// </summary>
    Alias,

    /// <summary><c>: value</c>.</summary>
    EmptyKey,

    /// <summary><c>title: 'it's here'</c>.</summary>
    Apostrophe,

    /// <summary><c>["a" "b"]</c>.</summary>
    MissingComma,

    /// <summary><c>[a,, b]</c>.</summary>
    ExtraComma,

    /// <summary><c>[- a]</c>.</summary>
    DashInBrackets,

    /// <summary><c>[a, b}</c>.</summary>
    WrongBracket,

    /// <summary>A line that begins with an invisible character, such as U+2028.</summary>
    HiddenCharacter,

    /// <summary><c>!tag</c>.</summary>
    Tag,

    /// <summary>Deeper than <see cref="YamlTokenizer.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>More values than the reader takes.</summary>
    TooMany,

    /// <summary>A second document in one file.</summary>
    SecondDocument,

    /// <summary>A NUL, at which the parser would stop and take the rest for nothing.</summary>
    Nul,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>An exception of the library, with its place in the whole source.</summary>
internal sealed record YamlFailure(YamlFailureKind Kind, int Start, int End)
{
    /// <param name="at">Where the library had got to, for exceptions that name no place.</param>
    public static YamlFailure Of(Exception thrown, YamlInput input, Mark at)
    {
        var kind = thrown switch
        {
            SyntaxErrorException => YamlFailureKind.Syntax,
            SemanticErrorException => YamlFailureKind.Semantic,
            _ => YamlFailureKind.Other,
        };
        var isPlaced = thrown is YamlException { End.Index: > 0 } or SemanticErrorException;
        var (start, end) = isPlaced && thrown is YamlException broken ? (broken.Start, broken.End) : (at, at);
        var offset = input.SourceOffset(start.Index);
        return new YamlFailure(kind, offset, Math.Max(offset, input.SourceOffset(end.Index)));
    }
}

/// <summary>
/// Which of its rules the library says was broken, as far as the type of its exception tells. Its sentences are no
/// interface.
/// </summary>
internal enum YamlFailureKind
{
    /// <summary>A token cannot be read.</summary>
    Syntax,

    /// <summary>A token at a position where its kind is not allowed.</summary>
    Semantic,

    /// <summary>An exception of another kind than the library's own; only its position is known.</summary>
    Other,
}

/// <summary>
/// Finds the mistake of the writer for an error of the parser. The parser stops where a rule breaks; an editor needs
/// the mistake that broke it (an apostrophe inside single quotes). It shows in the kind and place of the failure, in
/// the line there, and in the quotes and brackets that are open. The library's sentences are not asked: they change
/// between versions. Runs once a broken file.
/// </summary>
/// <param name="text">The whole source.</param>
/// <param name="tokens">What was read before the failure.</param>
internal sealed class YamlFaultFinder(string text, TextSpan part, List<YamlToken> tokens, ContinuationLines lines)
{
    /// <summary>Blanks that are no spaces to YAML, and characters that have no form.</summary>
    private static readonly SearchValues<char> Hidden = SearchValues.Create(
        "\u0085\u00A0\u00AD\u1680\u180E\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B"
            + "\u200C\u200D\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u202F\u205F\u2060\u2061\u2062\u2063"
            + "\u2064\u3000\uFEFF"
    );

    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create(",:[]{}");

    public YamlFault Find(YamlFailure failure)
    {
        var fault = FaultOf(failure);
        return fault.Kind is YamlFaultKind.KeyWithoutColon or YamlFaultKind.WrongIndent or YamlFaultKind.Other
            ? HiddenAt(failure.Start) ?? HiddenAt(fault.Span.Start) ?? fault
            : fault;
    }

    /// <summary>The invisible character at the beginning of the current line; null where there is none.</summary>
    private YamlFault? HiddenAt(int offset)
    {
        var start = LineStart(Math.Min(offset, part.End));
        var at = start + text.AsSpan(start, part.End - start).IndexOfAnyExcept(" \t");
        return at >= start && Hidden.Contains(text[at])
            ? new YamlFault(
                YamlFaultKind.HiddenCharacter,
                Character(at),
                "U+" + ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture)
            )
            : null;
    }

    private YamlFault FaultOf(YamlFailure failure) =>
        OfOpenValue(failure)
        ?? failure.Kind switch
        {
            YamlFailureKind.Syntax => OfSyntax(failure),
            YamlFailureKind.Semantic => OfPlace(failure),
            _ => OfUnknown(RestOfLine(failure.Start)),
        };

    private YamlFault OfUnknown(TextSpan line) =>
        new(line.Length > 0 && IsFirstOnLine(line.Start) ? YamlFaultKind.WrongIndent : YamlFaultKind.Other, line);

    /// <summary>
    /// Faults of a quoted scalar or flow collection that the scan of continuation lines has seen; null for all
    /// others.
    /// </summary>
    private YamlFault? OfOpenValue(YamlFailure failure)
    {
        if (BadEscapeOf(failure) is { } escape)
        {
            return new YamlFault(YamlFaultKind.BadEscape, escape);
        }

        // A quote that is not closed takes in all up to the next value's opening quote. What follows that quote is then
        // text behind a value.
        var lineStart = LineStart(failure.Start);
        foreach (var quoted in lines.UnindentedQuotes)
        {
            var end = part.Start + quoted.End;
            if (end >= lineStart && end <= failure.Start)
            {
                return ApostropheBefore(end)
                    ?? new YamlFault(YamlFaultKind.UnclosedQuote, new TextSpan(part.Start + quoted.Start, 1));
            }
        }

        if (lines.WrongBracket is { } bracket && failure.Start >= part.Start + bracket)
        {
            return new YamlFault(YamlFaultKind.WrongBracket, new TextSpan(part.Start + bracket, 1));
        }

        var isOpen = lines.UnclosedFrom is { } outer && failure.Start >= part.Start + outer;
        if (!isOpen || lines.Unclosed is not { } inner)
        {
            return null;
        }

        var opening = new TextSpan(part.Start + inner, 1);
        return text[opening.Start] is '"' or '\'' ? new YamlFault(YamlFaultKind.UnclosedQuote, opening)
            : failure.Kind == YamlFailureKind.Syntax ? null
            : new YamlFault(YamlFaultKind.UnclosedBracket, opening);
    }

    /// <summary>
    /// The single quote before an offset that ended its text, if letters on both sides show that it is an apostrophe.
    /// </summary>
    private YamlFault? ApostropheBefore(int end) =>
        end - 2 >= part.Start
        && text[end - 1] == '\''
        && char.IsLetterOrDigit(text[end - 2])
        && char.IsLetterOrDigit(CharAt(end))
            ? new YamlFault(YamlFaultKind.Apostrophe, new TextSpan(end - 1, 1))
            : null;

    /// <summary>
    /// From the opening quote of the failed scalar to the backslash, or to the end of the first line.
    /// </summary>
    private TextSpan? BadEscapeOf(YamlFailure failure)
    {
        if (lines.BadEscape is not { } escape)
        {
            return null;
        }

        var (quote, backslash) = (part.Start + escape.Quote, part.Start + escape.Backslash);
        var isFailed = failure.Kind switch
        {
            YamlFailureKind.Syntax => failure.Start == quote,
            YamlFailureKind.Other => failure.Start >= quote,
            _ => false,
        };
        return isFailed ? TextSpan.FromBounds(quote, Math.Min(Math.Max(backslash, failure.End), LineEnd(quote))) : null;
    }

    private YamlFault OfSyntax(YamlFailure failure)
    {
        if (CharAt(failure.End) == '\t' && IsFirstOnLine(failure.End))
        {
            return new YamlFault(YamlFaultKind.TabIndent, new TextSpan(failure.End, 1));
        }

        if (failure.End == failure.Start)
        {
            // Not a token that cannot be read, but a place where something is missing: the colon of a key that begins
            // here, if it is the line's first.
            return IsFirstOnLine(failure.Start) && CharAt(failure.Start) is not (':' or '-' or '.')
                ? new YamlFault(YamlFaultKind.KeyWithoutColon, RestOfLine(failure.Start))
                : OfPlace(failure);
        }

        var at = Character(failure.Start);
        return CharAt(failure.Start) switch
        {
            '"' or '\'' => new YamlFault(YamlFaultKind.UnclosedQuote, at),
            '|' or '>' => new YamlFault(YamlFaultKind.TextOnBlockLine, at),
            '&' => new YamlFault(YamlFaultKind.Anchor, at),
            '*' => new YamlFault(YamlFaultKind.Alias, at),
            '!' => new YamlFault(YamlFaultKind.Tag, at),
            _ => new YamlFault(YamlFaultKind.ReservedStart, at),
        };
    }

    /// <summary>A token in a wrong place.</summary>
    private YamlFault OfPlace(YamlFailure failure)
    {
        var start = failure.Start;
        if (
            tokens is [.., { IsQuoted: true } quoted]
            && quoted.Span.End == start
            && ApostropheBefore(start) is { } early
        )
        {
            return early;
        }

        if (IsInFlowCollection(start) && OfFlowItem(start) is { } item)
        {
            return item;
        }

        if (CharAt(start) != ':' && StandsBehindValue(start))
        {
            if (tokens[^1].Kind == YamlTokenKind.Alias)
            {
                return new YamlFault(YamlFaultKind.Alias, Character(tokens[^1].Span.Start));
            }

            var end = Math.Max(start + 1, Math.Min(failure.End, LineEnd(start)));
            return new YamlFault(YamlFaultKind.TextAfterValue, TextSpan.FromBounds(start, end));
        }

        return CharAt(start) switch
        {
            ':' when IsInFlowCollection(start) => new YamlFault(YamlFaultKind.UnquotedColon, Character(start)),
            ':' => Colon(start),
            '#' => new YamlFault(YamlFaultKind.TextAfterValue, Character(start)),
            ']' or '}' when CharAt(start + 1) == '#' => new YamlFault(YamlFaultKind.TextAfterValue, Character(start)),
            '?' => new YamlFault(YamlFaultKind.ReservedStart, Character(start)),
            '&' => new YamlFault(YamlFaultKind.Anchor, Character(start)),
            '*' => new YamlFault(YamlFaultKind.Alias, Character(start)),
            '!' => new YamlFault(YamlFaultKind.Tag, Character(start)),
            _ when IsInFlowCollection(start) => new YamlFault(YamlFaultKind.ReservedStart, Character(start)),
            '-' when !IsFirstOnLine(start) => new YamlFault(YamlFaultKind.ListOnKeyLine, Character(start)),
            ' ' or '\r' or '\n' => new YamlFault(YamlFaultKind.WrongIndent, RestOfLine(start)),
            '%' or ',' or ']' or '}' => new YamlFault(YamlFaultKind.ReservedStart, Character(start)),
            '.' when IsFirstOnLine(start) => new YamlFault(YamlFaultKind.Other, RestOfLine(start)),
            _ => KeyExpected(start),
        };
    }

    /// <summary>Slips between the items of a flow collection; null for any other.</summary>
    private YamlFault? OfFlowItem(int start)
    {
        switch (CharAt(start))
        {
            case ',':
                return new YamlFault(YamlFaultKind.ExtraComma, Character(start));
            case '-' when CharAt(start + 1) is ' ' or '\t' or '\r' or '\n':
                return new YamlFault(YamlFaultKind.DashInBrackets, Character(start));
            case ':':
                // The value of the line before went on with this line's key.
                var lineStart = LineStart(start);
                var key = text.AsSpan(lineStart, start - lineStart).TrimStart(" \t");
                if (key.IsEmpty || key.ContainsAny(FlowIndicators) || !IsBehindItem(lineStart))
                {
                    return null;
                }

                // A key at the start of its line, in a list: the list was not closed before it.
                return start - key.Length == lineStart && OpeningAround(start) is { } opening && text[opening] == '['
                    ? new YamlFault(YamlFaultKind.UnclosedBracket, Character(opening))
                    : new YamlFault(YamlFaultKind.MissingComma, Character(start - key.Length));
            case ']' or '}' or '#':
                return null;
            default:
                var isBehind =
                    IsBehindItem(start) && (IsFirstOnLine(start) || CharAt(start) is '"' or '\'' or '[' or '{');
                return isBehind ? new YamlFault(YamlFaultKind.MissingComma, Character(start)) : null;
        }
    }

    /// <summary>Whether the text before an offset ends an item, with no comma behind it.</summary>
    private bool IsBehindItem(int offset)
    {
        var before = text.AsSpan(part.Start, offset - part.Start).TrimEnd(" \t\r\n");
        return before is [.., not (',' or '[' or '{' or ':' or '?')];
    }

    /// <summary>
    /// A second colon in one line needs quotes; a first colon in an indented line stands under a value; else the line
    /// before has none.
    /// </summary>
    private YamlFault Colon(int colon)
    {
        var lineStart = LineStart(colon);
        var line = text.AsSpan(lineStart, colon - lineStart);
        if (line.Contains(": ", StringComparison.Ordinal) || line.TrimEnd(' ') is [.., '"' or '\'' or ']' or '}'])
        {
            return new YamlFault(YamlFaultKind.UnquotedColon, new TextSpan(colon, 1));
        }

        var indent = line.Length - line.TrimStart(' ').Length;
        return indent > 0
            ? new YamlFault(YamlFaultKind.WrongIndent, TextSpan.FromBounds(lineStart, lineStart + indent))
            : new YamlFault(YamlFaultKind.KeyWithoutColon, LineBefore(lineStart));
    }

    private YamlFault KeyExpected(int start)
    {
        var line = RestOfLine(start);
        return text.AsSpan(line.Start, line.Length).Contains(':') || start > LineStart(start)
            ? new YamlFault(YamlFaultKind.WrongIndent, line)
            : new YamlFault(YamlFaultKind.KeyWithoutColon, line);
    }

    /// <summary>
    /// Whether a value ends earlier on this line and nothing but blanks and a closing bracket stands between.
    /// </summary>
    private bool StandsBehindValue(int at)
    {
        if (tokens.Count == 0 || tokens[^1].Kind is YamlTokenKind.MapStart or YamlTokenKind.ListStart)
        {
            return false;
        }

        var (start, end) = (tokens[^1].Span.Start, tokens[^1].Span.End);
        return end <= at
            && start < at
            && start >= LineStart(at)
            && text.AsSpan(end, at - end).Trim(' ') is "" or "]" or "}";
    }

    private bool IsInFlowCollection(int at) => OpeningAround(at) is not null;

    /// <summary>The outermost bracket around a place; null where there is none.</summary>
    private int? OpeningAround(int at)
    {
        foreach (var collection in lines.FlowCollections)
        {
            if (at > part.Start + collection.Start && at < part.Start + collection.End)
            {
                return part.Start + collection.Start;
            }
        }

        return null;
    }

    private char CharAt(int at) => at < part.End ? text[at] : '\0';

    private TextSpan Character(int at) => new(at, Math.Min(1, text.Length - at));

    private bool IsFirstOnLine(int at)
    {
        var start = LineStart(at);
        return text.AsSpan(start, at - start).Trim(" \t").IsEmpty;
    }

    private TextSpan RestOfLine(int start) => TextSpan.FromBounds(start, LineEnd(start));

    private TextSpan LineBefore(int lineStart)
    {
        var end = lineStart;
        while (end > part.Start && text[end - 1] is '\n' or '\r' or ' ')
        {
            end--;
        }

        return TextSpan.FromBounds(LineStart(end), end);
    }

    private int LineStart(int offset)
    {
        var start = offset;
        while (start > part.Start && text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        return start;
    }

    private int LineEnd(int offset) =>
        text.AsSpan(offset, part.End - offset).IndexOfAny('\r', '\n') is var length and >= 0
            ? offset + length
            : part.End;
}
