using System.Buffers;
using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// Escaping as stock Scriban's <c>html.escape</c> does it: <c>&amp; &lt; &gt; " '</c>, and numeric entities for U+00A0 to U+00FF and for everything beyond
/// U+FFFF. Pages use the engine's own escape, which leaves letters alone.
/// </summary>
internal static class HtmlEntities
{
    private const char FirstNumeric = '\u00A0';

    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'");

    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        .. "&<>\"'",
        .. Enumerable.Range(FirstNumeric, 0x60).Select(code => (char)code),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    public static string Escape(string text) => Escape(text, Special);

    /// <summary>The five characters of markup only: what the engine itself does as it writes to a page.</summary>
    public static string EscapeMarkup(string text) => Escape(text, Markup);

    public static void Write(ReadOnlySpan<char> text, Utf8Output output)
    {
        Span<char> entity = stackalloc char[12];
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            output.Write(text[..at]);
            output.Write(EntityAt(text[at..], entity, out var length));
            text = text[(at + length)..];
        }

        output.Write(text);
    }

    private static string Escape(string text, SearchValues<char> special)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAny(special))
            return text;
        Span<char> entity = stackalloc char[12];
        var escaped = new TextBuffer(stackalloc char[512]);
        while (rest.IndexOfAny(special) is >= 0 and var at)
        {
            escaped.Append(rest[..at]);
            escaped.Append(EntityAt(rest[at..], entity, out var length));
            rest = rest[(at + length)..];
        }

        escaped.Append(rest);
        return escaped.Take();
    }

    private static ReadOnlySpan<char> EntityAt(ReadOnlySpan<char> text, Span<char> digits, out int length)
    {
        length = 1;
        switch (text[0])
        {
            case '&': return "&amp;";
            case '<': return "&lt;";
            case '>': return "&gt;";
            case '"': return "&quot;";
            case '\'': return "&#39;";
        }

        if (Rune.DecodeFromUtf16(text, out var rune, out length) != OperationStatus.Done)
            return "\uFFFD";
        digits.TryWrite(System.Globalization.CultureInfo.InvariantCulture, $"&#{rune.Value};", out var written);
        return digits[..written];
    }
}
