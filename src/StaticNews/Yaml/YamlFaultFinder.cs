using StaticNews.Text;
using YamlDotNet.Core;

namespace StaticNews.Yaml;

/// <summary>
/// From what the parser says to what the writer did. The parser names the rule that broke ("did not find expected key"); an editor
/// needs the slip that broke it (an apostrophe inside single quotes), which the line itself shows. Runs once a broken file.
/// </summary>
internal static class YamlFaultFinder
{
    /// <summary>Words of the parser (YamlDotNet 16.3) that mean one slip wherever they come. The first that fit count.</summary>
    private static readonly (string Words, YamlFaultKind Kind)[] Sayings =
    [
        ("cannot start any token", YamlFaultKind.ReservedStart),
        ("node content", YamlFaultKind.ReservedStart),
        ("directive", YamlFaultKind.ReservedStart),
        ("Block sequence entries", YamlFaultKind.ListOnKeyLine),
        ("block scalar", YamlFaultKind.TextOnBlockLine),
        ("Mapping values", YamlFaultKind.UnquotedColon),
        ("expected ':'", YamlFaultKind.KeyWithoutColon),
        ("nchor", YamlFaultKind.Anchor),
        (" tag", YamlFaultKind.Tag),
    ];

    public static YamlFault Find(string text, TextSpan part, List<YamlToken> tokens, YamlException broken)
    {
        var start = Math.Clamp(part.Start + (int)broken.Start.Index, part.Start, part.End);
        var end = Math.Clamp(part.Start + (int)broken.End.Index, start, part.End);
        var message = broken.Message;
        if (Says(message, "tab"))
        {
            return new YamlFault(YamlFaultKind.TabIndent, TabAtOrAfter(text, part, start));
        }

        if (Says(message, "quoted scalar"))
        {
            return Quoted(message, text, start, end);
        }

        if (Says(message, "flow sequence") || Says(message, "flow mapping"))
        {
            return Says(message, "invalid comment")
                ? new YamlFault(YamlFaultKind.TextAfterValue, new TextSpan(start, 1))
                : new YamlFault(YamlFaultKind.UnclosedBracket, LastOpened(tokens, start));
        }

        return Says(message, "invalid mapping") ? Colon(text, part, start) : Rest(message, text, part, tokens, start, end);
    }

    public static YamlFault FindWithoutMessage(TextSpan part, List<YamlToken> tokens, int index) =>
        new(YamlFaultKind.UnclosedBracket, LastOpened(tokens, Math.Clamp(part.Start + index, part.Start, part.End)));

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.Ordinal);

    private static YamlFault Quoted(string message, string text, int start, int end)
    {
        if (Says(message, "escape") || Says(message, "Unicode"))
        {
            return new YamlFault(YamlFaultKind.BadEscape, TextSpan.FromBounds(start, Math.Min(end, LineEnd(text, start))));
        }

        return Says(message, "invalid comment")
            ? new YamlFault(YamlFaultKind.TextAfterValue, new TextSpan(start, 1))
            : new YamlFault(YamlFaultKind.UnclosedQuote, new TextSpan(start, 1));
    }

    /// <summary>A second colon in one line needs quotes; a first colon in an indented line stands under a value; else the line before has none.</summary>
    private static YamlFault Colon(string text, TextSpan part, int colon)
    {
        var lineStart = LineStart(text, part, colon);
        var line = text.AsSpan(lineStart, colon - lineStart);
        if (line.Contains(": ", StringComparison.Ordinal))
        {
            return new YamlFault(YamlFaultKind.UnquotedColon, new TextSpan(colon, 1));
        }

        var indent = line.Length - line.TrimStart(' ').Length;
        return indent > 0
            ? new YamlFault(YamlFaultKind.WrongIndent, TextSpan.FromBounds(lineStart, lineStart + indent))
            : new YamlFault(YamlFaultKind.KeyWithoutColon, LineBefore(text, part, lineStart));
    }

    private static YamlFault Rest(string message, string text, TextSpan part, List<YamlToken> tokens, int start, int end)
    {
        var line = TextSpan.FromBounds(start, Math.Max(start, Math.Min(end, LineEnd(text, start))));
        if (Says(message, "find expected key") || Says(message, "expected '-' indicator"))
        {
            return KeyExpected(text, part, tokens, line);
        }

        foreach (var (words, kind) in Sayings)
        {
            if (Says(message, words))
            {
                return new YamlFault(kind, kind == YamlFaultKind.KeyWithoutColon ? line : new TextSpan(start, Math.Min(1, text.Length - start)));
            }
        }

        return new YamlFault(YamlFaultKind.Other, line);
    }

    private static YamlFault KeyExpected(string text, TextSpan part, List<YamlToken> tokens, TextSpan at)
    {
        var lineStart = LineStart(text, part, at.Start);
        if (tokens.Count > 0 && tokens[^1].Span.Start >= lineStart && tokens[^1].Span.Start < at.Start)
        {
            return new YamlFault(YamlFaultKind.TextAfterValue, at.Length > 0 ? at : new TextSpan(at.Start, 1));
        }

        var lineEnd = LineEnd(text, at.Start);
        var line = TextSpan.FromBounds(at.Start, lineEnd);
        return text.AsSpan(line.Start, line.Length).Contains(':') || at.Start > lineStart
            ? new YamlFault(YamlFaultKind.WrongIndent, line)
            : new YamlFault(YamlFaultKind.KeyWithoutColon, line);
    }

    /// <summary>The list or mapping that was still open where the parser gave up.</summary>
    private static TextSpan LastOpened(List<YamlToken> tokens, int otherwise)
    {
        var closed = 0;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            switch (tokens[i].Kind)
            {
                case YamlTokenKind.ListEnd or YamlTokenKind.MapEnd:
                    closed++;
                    break;
                case YamlTokenKind.ListStart or YamlTokenKind.MapStart when closed-- == 0:
                    return new TextSpan(tokens[i].Span.Start, 1);
            }
        }

        return new TextSpan(otherwise, 0);
    }

    private static TextSpan TabAtOrAfter(string text, TextSpan part, int start)
    {
        var tab = text.IndexOf('\t', start, part.End - start);
        return new TextSpan(tab < 0 ? start : tab, 1);
    }

    private static TextSpan LineBefore(string text, TextSpan part, int lineStart)
    {
        var end = lineStart;
        while (end > part.Start && text[end - 1] is '\n' or '\r' or ' ')
        {
            end--;
        }

        return TextSpan.FromBounds(LineStart(text, part, end), end);
    }

    private static int LineStart(string text, TextSpan part, int offset)
    {
        var start = offset;
        while (start > part.Start && text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        return start;
    }

    private static int LineEnd(string text, int offset) =>
        text.AsSpan(offset).IndexOfAny('\r', '\n') is var length and >= 0 ? offset + length : text.Length;
}
