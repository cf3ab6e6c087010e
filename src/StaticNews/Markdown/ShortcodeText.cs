using System.Buffers;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// A body whose shortcodes were taken out before Markdown is read: their quotes and blanks would end a link target. In
/// the place of each stands a token of the same length, so that every place in the text is a place in the source.
/// </summary>
/// <remarks>
/// A token is U+FDD0, the shortcode's index in five letters, then U+FDD1 up to the shortcode's length (at least seven).
/// Both are Unicode noncharacters: they mean nothing to Markdown, and no text may hold them; where one does, it is
/// replaced.
/// </remarks>
internal sealed class ShortcodeText
{
    public const char TokenStart = '\uFDD0';

    private const char TokenFill = '\uFDD1';

    private const int IndexLetters = 5;

    /// <summary>A shortcode that does not end within so many characters is text with odd braces in it.</summary>
    private const int ShortcodeMaxChars = 10_000;

    private static readonly SearchValues<char> TokenChars = SearchValues.Create([TokenStart, TokenFill]);

    private ShortcodeText(string text, IReadOnlyList<Shortcode> shortcodes)
    {
        Text = text;
        Shortcodes = shortcodes;
    }

    public string Text { get; }

    public IReadOnlyList<Shortcode> Shortcodes { get; }

    /// <summary>A text in which no shortcode is looked for.</summary>
    public static ShortcodeText Plain(string body) => new(WithoutTokens(body), []);

    /// <exception cref="BodyLimitException">
    /// There are too many, or finding their ends takes too long.
    /// </exception>
    public static ShortcodeText Read(string body, ParseBudget budget)
    {
        var clean = WithoutTokens(body);
        var next = NextOpening(clean, 0);
        if (next < 0)
        {
            return new ShortcodeText(clean, []);
        }

        var text = clean.ToCharArray();
        var shortcodes = new List<Shortcode>();
        var closings = new Closings(clean);
        while (next >= 0)
        {
            var end = next + 3;
            budget.Spend(end - next, next);
            if (
                closings.Next(next) is var close and >= 0
                && close - next < ShortcodeMaxChars
                && ReadOne(clean, next, budget) is { } shortcode
            )
            {
                budget.Link(next);
                WriteToken(text.AsSpan(next, shortcode.Span.Length), shortcodes.Count);
                shortcodes.Add(shortcode);
                end = shortcode.Span.End;
            }

            next = NextOpening(clean, end);
        }

        return new ShortcodeText(new string(text), shortcodes);
    }

    /// <summary>The shortcode whose token starts there, with the token's length; null where there is none.</summary>
    public (Shortcode Shortcode, int Length)? At(ReadOnlySpan<char> text)
    {
        if (TokenLength(text) == 0)
        {
            return null;
        }

        var index = 0;
        foreach (var letter in text.Slice(1, IndexLetters))
        {
            index = (index * 26) + (letter - 'a');
        }

        return (uint)index < (uint)Shortcodes.Count && text.Length >= Shortcodes[index].Span.Length
            ? (Shortcodes[index], Shortcodes[index].Span.Length)
            : null;
    }

    /// <summary>
    /// The length of the token that starts there, whichever shortcode it stands for; 0 where none does.
    /// </summary>
    public static int TokenLength(ReadOnlySpan<char> text)
    {
        if (
            text.Length <= IndexLetters + 1
            || text[0] != TokenStart
            || text[1..(IndexLetters + 1)].ContainsAnyExceptInRange('a', 'z')
        )
        {
            return 0;
        }

        var fill = text[(IndexLetters + 1)..].IndexOfAnyExcept(TokenFill);
        return fill switch
        {
            < 0 => text.Length,
            0 => 0,
            _ => IndexLetters + 1 + fill,
        };
    }

    /// <summary>
    /// Finds the next closing braces; a text in which none follow is not looked through again for each opening.
    /// </summary>
    private ref struct Closings(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _angle = -1;
        private int _percent = -1;

        /// <returns>-1: none follow.</returns>
        public int Next(int opening) =>
            _text[opening + 2] == '<' ? Next(opening, ">}}", ref _angle) : Next(opening, "%}}", ref _percent);

        private readonly int Next(int opening, string close, ref int next)
        {
            if (next >= 0 && next < opening + 3 || next == -1)
            {
                var found = _text[(opening + 3)..].IndexOf(close);
                next = found < 0 ? int.MaxValue : opening + 3 + found;
            }

            return next == int.MaxValue ? -1 : next;
        }
    }

    private static string WithoutTokens(string body) =>
        body.AsSpan().ContainsAny(TokenChars) ? body.Replace(TokenStart, '\uFFFD').Replace(TokenFill, '\uFFFD') : body;

    private static void WriteToken(Span<char> token, int index)
    {
        token.Fill(TokenFill);
        token[0] = TokenStart;
        for (var i = IndexLetters; i > 0; i--)
        {
            token[i] = (char)('a' + (index % 26));
            index /= 26;
        }
    }

    private static int NextOpening(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOf("{{") is var found and >= 0)
        {
            from += found;
            if (from + 2 < text.Length && text[from + 2] is '<' or '%')
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    private static Shortcode? ReadOne(string body, int start, ParseBudget budget)
    {
        var window = body.AsSpan(start, Math.Min(ShortcodeMaxChars, body.Length - start));
        var close = window[2] == '<' ? ">}}" : "%}}";
        var firstClose = window[3..].IndexOf(close);
        if (firstClose < 0)
        {
            return null;
        }

        firstClose += 3;
        var inner = window[3..firstClose].Trim();
        if (inner.StartsWith("/*"))
        {
            var literal = string.Concat(window[..3], inner.TrimStart("/*").TrimEnd("*/"), close);
            return new Shortcode(new TextSpan(start, firstClose + 3), ShortcodeKind.Literal, literal, []);
        }

        var isClosing = inner.StartsWith("/");
        var at = 3 + window[3..].IndexOfAnyExcept(" \t\r\n/");
        var nameLength = NameLength(window[at..]);
        if (nameLength == 0)
        {
            return new Shortcode(new TextSpan(start, firstClose + 3), ShortcodeKind.Closing, "", []);
        }

        var name = window.Slice(at, nameLength).ToString();
        var arguments = new List<ShortcodeArgument>();
        var read = ReadArguments(window, at + nameLength, close, arguments);
        budget.Spend(read ?? window.Length, start);
        var end = read ?? firstClose;
        var kind = isClosing ? ShortcodeKind.Closing : Shortcode.KindOf(name);
        return new Shortcode(new TextSpan(start, end + 3), kind, name, arguments);
    }

    /// <summary>
    /// Reads up to the closing braces and gives their place; null where a quote does not end, so that the first braces
    /// count.
    /// </summary>
    private static int? ReadArguments(
        ReadOnlySpan<char> window,
        int at,
        string close,
        List<ShortcodeArgument> arguments
    )
    {
        while (at < window.Length)
        {
            if (window[at..].StartsWith(close))
            {
                return at;
            }

            if (char.IsWhiteSpace(window[at]) || window[at] is '/' or '=')
            {
                at++;
                continue;
            }

            var name =
                NameLength(window[at..]) is var length and > 0
                && at + length < window.Length
                && window[at + length] == '='
                    ? window.Slice(at, length).ToString()
                    : null;
            at += name is null ? 0 : name.Length + 1;
            var value = ReadValue(window[at..], close, out var read);
            if (value is null)
            {
                return null;
            }

            arguments.Add(new ShortcodeArgument(name, value));
            at += read;
        }

        return null;
    }

    private static string? ReadValue(ReadOnlySpan<char> text, string close, out int read)
    {
        if (text.Length > 0 && text[0] is '"' or '`')
        {
            return ReadQuoted(text, out read);
        }

        read = 0;
        while (read < text.Length && !char.IsWhiteSpace(text[read]) && !text[read..].StartsWith(close))
        {
            read++;
        }

        return text[..read].ToString();
    }

    private static string? ReadQuoted(ReadOnlySpan<char> text, out int read)
    {
        var quote = text[0];
        read = 1;
        while (read < text.Length && text[read] != quote)
        {
            read += text[read] == '\\' && quote == '"' ? 2 : 1;
        }

        if (read >= text.Length)
        {
            return null;
        }

        var value = text[1..read].ToString();
        read++;
        return value.Replace("\\\"", "\"", StringComparison.Ordinal);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (
            length < text.Length
            && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.' or '/' && length > 0)
        )
        {
            length++;
        }

        return length > 0 && text[length - 1] == '/' ? length - 1 : length;
    }
}
