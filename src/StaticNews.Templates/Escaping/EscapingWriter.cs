using System.Buffers;
using Scriban.Runtime;

namespace StaticNews.Templates;

/// <summary>Writes values where they are not simply text between tags.</summary>
internal static class EscapingWriter
{
    private static readonly SearchValues<char> EndsAttribute = SearchValues.Create("\"'<>");
    private static readonly SearchValues<char> EndsComment = SearchValues.Create("&<>\"'-");
    private static readonly SearchValues<char> KeptInCss = SearchValues.Create(
        " #%,-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    );
    private static readonly SearchValues<char> EndsScriptText = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(code => (char)code),
        .. "\"'`\\<>&$\u007f\u2028\u2029",
    ]);
    private static readonly SearchValues<char> EndsUrl = SearchValues.Create([
        .. Enumerable.Range(0, 33).Select(code => (char)code),
        .. "\"'`<>&\u007f",
    ]);

    public static void Write(PageContext context, object? value, EscapeMode mode)
    {
        var output = context.Page;
        switch (mode)
        {
            case EscapeMode.Attribute or EscapeMode.RawText when value is HtmlString html:
                WriteHtml(output, html.ToString(), EndsAttribute);
                break;
            case EscapeMode.Text or EscapeMode.Attribute or EscapeMode.RawText:
                WriteText(context, output, value);
                break;
            case EscapeMode.Url:
                WriteUrl(output, TextOf(context, value));
                break;
            case EscapeMode.UrlPart:
                WriteUrlPart(output, TextOf(context, value));
                break;
            case EscapeMode.Css:
                WriteCss(output, TextOf(context, value));
                break;
            case EscapeMode.Script:
                output.Write(
                    value is HtmlString json
                        ? json.ToString()
                        : JsonWriter.Write(context, context.CurrentSpan, value, false)
                );
                break;
            case EscapeMode.ScriptText:
                WriteScriptText(output, context.ObjectToString(value));
                break;
            case EscapeMode.Comment:
                WriteComment(output, context.ObjectToString(value));
                break;
            case EscapeMode.None when context.ObjectToString(value) is { Length: > 0 }:
                throw RenderErrors.NothingWrittenHere();
        }
    }

    /// <summary>Texts escaped, HTML as it is; numbers and dates without a string.</summary>
    private static void WriteText(PageContext context, Utf8Output output, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                output.WriteEscaped(text);
                break;
            case HtmlString html:
                WriteHtml(context, output, html);
                break;
            case int number:
                output.WriteFormatted(number);
                break;
            case long number:
                output.WriteFormatted(number);
                break;
            case bool flag:
                output.WriteUtf8(flag ? "true"u8 : "false"u8);
                break;
            // A function that was named and not called.
            case IScriptCustomFunction:
                break;
            default:
                output.WriteEscaped(context.ObjectToString(value));
                break;
        }
    }

    private static void WriteHtml(PageContext context, Utf8Output output, HtmlString html)
    {
        var start = output.Length;
        if (html.TryGetUtf8(out var utf8))
            output.WriteUtf8(utf8);
        else
            output.Write(html.ToString());
        context.Trace?.Tell(html, start, output);
    }

    /// <summary>Ends the look at an address that began at the output's mark.</summary>
    public static void CheckUrl(Utf8Output output)
    {
        var start = output.UrlMark;
        output.UrlMark = -1;
        if (start < 0 || UrlScheme.IsHarmless(output.Written[start..]))
            return;
        output.Shorten(start);
        output.WriteUtf8(UrlScheme.Refused);
    }

    /// <summary>The characters of a value: of HTML those that it shows.</summary>
    private static string TextOf(PageContext context, object? value) =>
        value is HtmlString html
            ? System.Net.WebUtility.HtmlDecode(html.ToString())
            : context.ObjectToString(value) ?? "";

    private static void WriteHtml(Utf8Output output, ReadOnlySpan<char> html, SearchValues<char> special)
    {
        while (html.IndexOfAny(special) is >= 0 and var at)
        {
            output.Write(html[..at]);
            output.WriteEscaped(html.Slice(at, 1));
            html = html[(at + 1)..];
        }
        output.Write(html);
    }

    private static void WriteUrl(Utf8Output output, string url)
    {
        output.UrlMark = output.Length;
        WriteUrlPart(output, url.AsSpan().Trim());
        CheckUrl(output);
    }

    // '%' stays, so that what is encoded already is not encoded twice; letters of any script stay, as in an IRI.
    private static void WriteUrlPart(Utf8Output output, ReadOnlySpan<char> url)
    {
        const string Digits = "0123456789ABCDEF";
        while (url.IndexOfAny(EndsUrl) is >= 0 and var at)
        {
            output.Write(url[..at]);
            var c = url[at];
            if (c == '&')
                output.WriteUtf8("&amp;"u8);
            else
                output.WriteUtf8([(byte)'%', (byte)Digits[c >> 4], (byte)Digits[c & 15]]);
            url = url[(at + 1)..];
        }
        output.Write(url);
    }

    private static void WriteCss(Utf8Output output, ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(KeptInCss))
            output.WriteUtf8("unset"u8);
        else
            output.Write(text);
    }

    private static void WriteScriptText(Utf8Output output, ReadOnlySpan<char> text)
    {
        const string Digits = "0123456789ABCDEF";
        while (text.IndexOfAny(EndsScriptText) is >= 0 and var at)
        {
            output.Write(text[..at]);
            var c = text[at];
            output.WriteUtf8([
                (byte)'\\',
                (byte)'u',
                (byte)Digits[c >> 12],
                (byte)Digits[(c >> 8) & 15],
                (byte)Digits[(c >> 4) & 15],
                (byte)Digits[c & 15],
            ]);
            text = text[(at + 1)..];
        }
        output.Write(text);
    }

    private static void WriteComment(Utf8Output output, ReadOnlySpan<char> text)
    {
        for (var rest = text; !rest.IsEmpty; )
        {
            var at = rest.IndexOfAny(EndsComment);
            if (at < 0)
            {
                output.Write(rest);
                return;
            }
            output.Write(rest[..at]);
            // A hyphen at either end, or next to another one, could be half of what ends the comment.
            var isLone = rest[at] == '-' && at > 0 && at + 1 < rest.Length && rest[at + 1] != '-';
            if (isLone)
                output.WriteUtf8("-"u8);
            else if (rest[at] == '-')
                output.WriteUtf8("&#45;"u8);
            else
                output.WriteEscaped(rest.Slice(at, 1));
            rest = rest[(at + 1)..];
        }
    }
}

/// <summary>How a value is written at its place in the HTML.</summary>
internal enum EscapeMode
{
    /// <summary>Texts escaped, HTML as it is.</summary>
    Text,

    /// <summary>Within <c>title</c>, <c>textarea</c> and the like: HTML cannot end the element.</summary>
    RawText,

    /// <summary>Within quotes: HTML cannot end the value.</summary>
    Attribute,

    /// <summary>A whole address, or one whose beginning it is.</summary>
    Url,

    /// <summary>A part of an address whose beginning is known or is looked at later.</summary>
    UrlPart,

    Css,

    /// <summary>JSON.</summary>
    Script,

    /// <summary>Within quotes in a script.</summary>
    ScriptText,

    Comment,

    /// <summary>Nothing can be written here.</summary>
    None,
}

/// <summary>
/// Where an address may lead. Browsers pass over control characters and blanks at its beginning and over tabs and line
/// ends anywhere (URL standard, "basic URL parser"), so both are passed over here.
/// </summary>
internal static class UrlScheme
{
    /// <summary>
    /// What stands in place of an address that may not be followed: it leads nowhere, and it shows that something was
    /// refused.
    /// </summary>
    public static ReadOnlySpan<byte> Refused => "about:invalid"u8;

    private const int LongestScheme = 16;

    /// <summary>Whether a scheme that a template writes out may be followed by printed values.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> scheme)
    {
        Span<byte> lower = stackalloc byte[LongestScheme];
        if (scheme.Length > LongestScheme)
            return false;
        for (var i = 0; i < scheme.Length; i++)
            lower[i] = char.IsAscii(scheme[i]) ? (byte)char.ToLowerInvariant(scheme[i]) : (byte)'?';
        return IsAllowed(lower[..scheme.Length]);
    }

    /// <summary>
    /// Whether an address as it was written into an attribute (percent-encoded, entities for markup) may be followed.
    /// </summary>
    public static bool IsHarmless(ReadOnlySpan<byte> written)
    {
        Span<byte> scheme = stackalloc byte[LongestScheme];
        var length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var b = written[i];
            switch (b)
            {
                case (byte)'/' or (byte)'?' or (byte)'#':
                    return true;
                case (byte)':':
                    var schemeName = scheme[..Math.Min(length, LongestScheme)];
                    return IsAllowed(schemeName) && length <= LongestScheme
                        || IsPicture(schemeName, written[(i + 1)..]);
                // Only '&' itself is written as an entity in an address; any other one stands in the template and may
                // be a disguise.
                case (byte)'&' when !written[i..].StartsWith("&amp;"u8):
                    return false;
                case (byte)'\t' or (byte)'\n' or (byte)'\r':
                    continue;
                case <= (byte)' ' when length == 0:
                    continue;
            }
            if (length < LongestScheme)
                scheme[length] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
            length++;
        }
        return true;
    }

    private static bool IsAllowed(ReadOnlySpan<byte> scheme) =>
        scheme.SequenceEqual("https"u8)
        || scheme.SequenceEqual("http"u8)
        || scheme.SequenceEqual("mailto"u8)
        || scheme.SequenceEqual("tel"u8)
        || scheme.SequenceEqual("sms"u8)
        || scheme.SequenceEqual("geo"u8)
        || scheme.SequenceEqual("ftp"u8);

    /// <summary>
    /// Pictures made of dots can be written into the page itself: no code can be in them, as there can in SVG.
    /// </summary>
    private static bool IsPicture(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> rest) =>
        scheme.SequenceEqual("data"u8)
        && (
            rest.StartsWith("image/png;base64,"u8)
            || rest.StartsWith("image/gif;base64,"u8)
            || rest.StartsWith("image/jpeg;base64,"u8)
            || rest.StartsWith("image/webp;base64,"u8)
            || rest.StartsWith("image/avif;base64,"u8)
        );
}
