using System.Text;
using Markdig.Syntax;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>The lede of an article that names none: its first paragraph as plain text.</summary>
internal static class Excerpt
{
    /// <summary>The first look takes so much of the body, and goes on to the end of a paragraph; each further look takes eight times as much.</summary>
    private const int HeadChars = 750;

    /// <summary>A body whose first hundred thousand characters or so hold no paragraph has none worth showing.</summary>
    private const int HeadMaxChars = HeadChars * 128;

    private static readonly string[] HtmlHeading = ["<h1", "<h2"];

    /// <summary>
    /// Headings, pictures, shortcodes, HTML, tables and code are passed over; a list, a quote or an HTML block counts only where no paragraph follows it.
    /// Entities are decoded and white space is folded. Only the head of the body is parsed, with the link definitions of the rest.
    /// </summary>
    /// <param name="maxChars">UTF-16 units, an ellipsis included; at least 1. The cut is made between words where there are any.</param>
    /// <returns>Empty where the body has no text.</returns>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public static string FirstParagraph(SourceText source, TextSpan body, int maxChars, CancellationToken stop = default)
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
            var document = ProseParser.Parse(ShortcodeText.Read(text.ToString(), budget).Text, RawHtml.Sanitize, budget);
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
                HeadingBlock heading => ProseText.Of(heading),
                HtmlBlock html when HtmlHeading.Any(tag => html.Lines.ToString().AsSpan().TrimStart().StartsWith(tag, StringComparison.OrdinalIgnoreCase)) => ProseText.Of(html),
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

    /// <summary>The end of the first blank line at or after <paramref name="from"/>, or of the text; a paragraph is never read further than to four times that.</summary>
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
        if (ProseParser.Parse(ShortcodeText.Read(head, budget).Text, RawHtml.Sanitize, budget) is not { } document)
        {
            return "";
        }

        foreach (var block in document)
        {
            if (block is ParagraphBlock paragraph && ProseText.Of(paragraph) is { Length: > 0 } text)
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
                ParagraphBlock paragraph => ProseText.Of(paragraph),
                HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock } html => ProseText.Of(html),
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
