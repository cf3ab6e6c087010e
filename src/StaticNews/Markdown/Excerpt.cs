using System.Net;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>The lede of an article that names none: its first paragraph as plain text.</summary>
internal static class Excerpt
{
    /// <summary>
    /// The first look takes so much of the body, and goes on to the end of a paragraph; each further look takes eight
    /// times as much.
    /// </summary>
    private const int HeadChars = 750;

    /// <summary>
    /// A body whose first hundred thousand characters or so hold no paragraph has none worth showing.
    /// </summary>
    private const int HeadMaxChars = HeadChars * 128;

    private static readonly string[] HtmlHeading = ["<h1", "<h2"];

    /// <summary>
    /// Headings, pictures, shortcodes, HTML, tables and code are passed over; a list, a quote or an HTML block counts
    /// only where no paragraph follows it. Entities are decoded and white space is folded. Only the head of the body is
    /// parsed, with the link definitions of the rest.
    /// </summary>
    /// <param name="maxChars">
    /// UTF-16 units, an ellipsis included; at least 1. The cut is made between words where there are any.
    /// </param>
    /// <returns>Empty where the body has no text.</returns>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public static string FirstParagraph(
        SourceText source,
        TextSpan body,
        int maxChars,
        CancellationToken stop = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);
        var text = source.Text.AsSpan(body.Start, body.Length);
        var found = "";
        try
        {
            found = FirstParagraph(text, stop);
        }
        catch (BodyLimitException)
        {
            // What costs so much by itself would cost no less with the rest of the body, which is then plain text.
            found = UnreadBody.FirstParagraph(text);
        }

        return Cut(found, maxChars);
    }

    /// <summary>Of a body that is shown as plain text.</summary>
    public static string FirstPlainParagraph(SourceText source, TextSpan body, int maxChars) =>
        Cut(UnreadBody.FirstParagraph(source.Text.AsSpan(body.Start, body.Length)), maxChars);

    /// <summary>The text of the first heading, for an article without a title; empty where there is none.</summary>
    /// <param name="maxChars">As in <see cref="FirstParagraph(SourceText, TextSpan, int, CancellationToken)"/>.</param>
    public static string FirstHeading(SourceText source, TextSpan body, int maxChars, CancellationToken stop = default)
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        try
        {
            var budget = new ParseBudget(BodyLimits.Of(text.Length), stop);
            var document = MarkdownParser.Parse(
                ShortcodeText.Read(text.ToString(), budget).Text,
                RawHtml.Sanitize,
                budget
            );
            return Cut(document is null ? "" : HeadingIn(document), maxChars);
        }
        catch (BodyLimitException)
        {
            // Shown as plain text, the body has no headings.
            return "";
        }
    }

    private static string HeadingIn(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            var text = block switch
            {
                HeadingBlock heading => MarkdownText.Of(heading),
                HtmlBlock html
                    when HtmlHeading.Any(tag =>
                        html.Lines.ToString().AsSpan().TrimStart().StartsWith(tag, StringComparison.OrdinalIgnoreCase)
                    ) => MarkdownText.Of(html),
                _ => "",
            };
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string FirstParagraph(ReadOnlySpan<char> text, CancellationToken stop)
    {
        var found = "";
        var limits = BodyLimits.Of(text.Length);
        for (var chars = HeadChars; chars <= HeadMaxChars; chars *= 8)
        {
            var end = EndOfParagraph(text, chars);
            found = FirstIn(Head(text, end), new ParseBudget(limits, stop), out var isParagraph);
            if (isParagraph || end == text.Length)
            {
                break;
            }
        }

        return found;
    }

    private static string Head(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length)
        {
            return text.ToString();
        }

        var head = new StringBuilder(end).Append(text[..end]).Append("\n\n");
        var rest = text[end..];
        while (rest.IndexOf("]:") is var found and >= 0)
        {
            rest = rest[(rest[..found].LastIndexOfAny('\r', '\n') + 1)..];
            var length = rest.IndexOfAny('\r', '\n');
            var line = length < 0 ? rest : rest[..length];
            if (line.TrimStart(' ').StartsWith("["))
            {
                head.Append(line).Append('\n');
            }

            rest = rest[line.Length..];
        }

        return head.ToString();
    }

    /// <summary>
    /// The end of the first blank line at or after <paramref name="from"/>, or of the text; a paragraph is never read
    /// further than to four times that.
    /// </summary>
    private static int EndOfParagraph(ReadOnlySpan<char> text, int from)
    {
        var limit = (int)Math.Min(text.Length, from * 4L);
        var at = Math.Min(from, text.Length);
        while (at < limit && text[at..limit].IndexOfAny('\r', '\n') is var found and >= 0)
        {
            at += found + 1;
            var next = text[at..limit].IndexOfAnyExcept(" \t\r");
            if (next >= 0 && text[at + next] == '\n')
            {
                return at + next + 1;
            }
        }

        return limit;
    }

    private static string FirstIn(string head, ParseBudget budget, out bool isParagraph)
    {
        isParagraph = false;
        if (MarkdownParser.Parse(ShortcodeText.Read(head, budget).Text, RawHtml.Sanitize, budget) is not { } document)
        {
            return "";
        }

        foreach (var block in document)
        {
            if (block is ParagraphBlock paragraph && MarkdownText.Of(paragraph) is { Length: > 0 } text)
            {
                isParagraph = true;
                return text;
            }
        }

        return SecondBest(document);
    }

    private static string SecondBest(MarkdownDocument document)
    {
        foreach (var block in document.Descendants())
        {
            var text = block switch
            {
                ParagraphBlock paragraph => MarkdownText.Of(paragraph),
                HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock } html =>
                    MarkdownText.Of(html),
                _ => "",
            };
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string Cut(string text, int maxChars)
    {
        if (text.Length <= maxChars)
        {
            return text;
        }

        var room = maxChars - 1;
        var end = text[room] == ' ' ? room : text.AsSpan(0, room).LastIndexOf(' ');
        if (end < room / 2)
        {
            end = room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(" ,;:–—-"), "…");
    }
}

/// <summary>What remains of Markdown when nothing but its words is wanted.</summary>
internal static class MarkdownText
{
    private enum Pictures
    {
        LeftOut,
        Described,
    }

    /// <summary>Without pictures, notes and HTML tags; white space folded.</summary>
    public static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block is HtmlBlock)
        {
            AppendHtml(text, block.Lines.ToString());
        }
        else if (block.Inline is { } inline)
        {
            AppendInlines(text, inline, Pictures.LeftOut);
        }

        return Fold(text);
    }

    /// <summary>
    /// A heading or the description of a picture: as written, with the descriptions of pictures in it.
    /// </summary>
    public static string WithPictures(ContainerInline inline)
    {
        var text = new StringBuilder();
        AppendInlines(text, inline, Pictures.Described);
        return text.ToString();
    }

    private static void AppendInlines(StringBuilder text, ContainerInline container, Pictures pictures, int depth = 0)
    {
        if (depth > MarkdownParser.NestingMax)
        {
            return;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LinkInline { IsImage: true } when pictures == Pictures.LeftOut:
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    AppendInlines(text, delimiter, pictures, depth + 1);
                    break;
                case ContainerInline children:
                    AppendInlines(text, children, pictures, depth + 1);
                    break;
            }
        }
    }

    private static void AppendHtml(StringBuilder text, string html)
    {
        var plain = new StringBuilder();
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var open and >= 0)
        {
            plain.Append(rest[..open]).Append(' ');
            var close = rest[open..].IndexOf('>');
            rest = close < 0 ? [] : rest[(open + close + 1)..];
        }

        text.Append(WebUtility.HtmlDecode(plain.Append(rest).ToString()));
    }

    /// <summary>White space becomes one blank, what XML forbids goes.</summary>
    public static string Fold(StringBuilder text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var chunk in text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsWhiteSpace(c))
                {
                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }
                }
                else if (!XmlText.IsForbidden(c))
                {
                    folded.Append(c);
                }
            }
        }

        return folded.ToString().TrimEnd();
    }
}

/// <summary>
/// Counts the words of HTML that this generator wrote (every attribute quoted, every bracket in text escaped).
/// </summary>
internal static class WordCount
{
    /// <summary>
    /// A word is a run between blanks that holds a letter or digit. Han and Kana are written without blanks: there each
    /// character counts. A tag ends a word unless it only marks up a part of one (<c>un&lt;em&gt;do&lt;/em&gt;</c>).
    /// </summary>
    public static int Of(ReadOnlySpan<char> html)
    {
        var words = 0;
        var inWord = false;
        var inEntity = false;
        for (var i = 0; i < html.Length; i++)
        {
            var c = html[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                inEntity &= char.IsAsciiLetter(c);
                if (!inWord && !inEntity)
                {
                    words++;
                    inWord = true;
                }

                continue;
            }

            // A letter right after an ampersand belongs to an escape (&lt;), not to a word.
            inEntity = c == '&';
            if (c == '<')
            {
                var length = TagLength(html[i..]);
                inWord &= IsWithinWord(html.Slice(i, length));
                i += length - 1;
            }
            else if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (IsIdeograph(c))
            {
                words++;
                inWord = false;
            }
            else if (!inWord && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                words++;
                inWord = true;
            }
        }

        return words;
    }

    private static int TagLength(ReadOnlySpan<char> html)
    {
        var length = 1;
        while (html[length..].IndexOfAny('"', '>') is var found and >= 0)
        {
            length += found + 1;
            if (html[length - 1] == '>')
            {
                return length;
            }

            var close = html[length..].IndexOf('"');
            length = close < 0 ? html.Length : length + close + 1;
        }

        return html.Length;
    }

    private static bool IsWithinWord(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        name = name[..Math.Max(0, name.IndexOfAny(" />"))];
        return name
            is "a"
                or "abbr"
                or "b"
                or "em"
                or "i"
                or "mark"
                or "s"
                or "small"
                or "span"
                or "strong"
                or "sub"
                or "u";
    }

    private static bool IsIdeograph(char c) =>
        c
            is (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
