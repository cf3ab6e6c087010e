using System.Buffers;

namespace StaticNews.Templates;

/// <summary>Writes values where they are not simply text between tags.</summary>
internal static class SpotWriter
{
    private static readonly SearchValues<char> EndsAttribute = SearchValues.Create("\"'<>");
    private static readonly SearchValues<char> EndsComment = SearchValues.Create("&<>\"'-");
    private static readonly SearchValues<char> KeptInCss = SearchValues.Create(" #%,-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> EndsScriptText = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. "\"'`\\<>&$\u007f\u2028\u2029"]);
    private static readonly SearchValues<char> EndsUrl = SearchValues.Create([.. Enumerable.Range(0, 33).Select(code => (char)code), .. "\"'`<>&\u007f"]);

    public static void Write(RenderState state, in Value value, MarkupSpot spot)
    {
        switch (spot)
        {
            case MarkupSpot.Attribute when value.Kind == ValueKind.Html: WriteHtml(state.Output, value.AsText(), EndsAttribute); break;
            case MarkupSpot.RawText when value.Kind == ValueKind.Html: WriteHtml(state.Output, value.AsText(), EndsAttribute); break;
            case MarkupSpot.Text or MarkupSpot.Attribute or MarkupSpot.RawText: state.Write(value); break;
            case MarkupSpot.Url: WriteUrl(state, value); break;
            case MarkupSpot.UrlPart: WriteUrlPart(state.Output, TextOf(state, value)); break;
            case MarkupSpot.Css: WriteCss(state.Output, TextOf(state, value)); break;
            case MarkupSpot.Script: WriteJson(state, value); break;
            case MarkupSpot.ScriptText: WriteScriptText(state.Output, state.TextOf(value)); break;
            case MarkupSpot.Comment: WriteComment(state.Output, state.TextOf(value)); break;
            case MarkupSpot.None when state.TextOf(value).Length > 0: throw TemplateErrors.NothingWrittenHere();
        }
    }

    /// <summary>Ends the look at an address that began at the output's mark.</summary>
    public static void CheckUrl(Utf8Output output)
    {
        var start = output.UrlMark;
        output.UrlMark = -1;
        if (start < 0 || UrlScheme.IsHarmless(output.Written[start..])) return;
        output.Shorten(start);
        output.WriteUtf8(UrlScheme.Refused);
    }

    /// <summary>The characters of a value: of HTML those that it shows.</summary>
    private static string TextOf(RenderState state, in Value value) =>
        value.Kind == ValueKind.Html ? System.Net.WebUtility.HtmlDecode(value.AsText()!) : state.TextOf(value);

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

    private static void WriteUrl(RenderState state, in Value value)
    {
        var output = state.Output;
        output.UrlMark = output.Length;
        WriteUrlPart(output, TextOf(state, value).AsSpan().Trim());
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
            if (c == '&') output.WriteUtf8("&amp;"u8);
            else output.WriteUtf8([(byte)'%', (byte)Digits[c >> 4], (byte)Digits[c & 15]]);
            url = url[(at + 1)..];
        }
        output.Write(url);
    }

    private static void WriteCss(Utf8Output output, ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(KeptInCss)) output.WriteUtf8("unset"u8);
        else output.Write(text);
    }

    private static void WriteJson(RenderState state, in Value value)
    {
        if (value.Kind == ValueKind.Html) ValuePrinter.Write(value, state.Output);
        else state.Output.Write(JsonWriting.Write(value));
    }

    private static void WriteScriptText(Utf8Output output, ReadOnlySpan<char> text)
    {
        const string Digits = "0123456789ABCDEF";
        while (text.IndexOfAny(EndsScriptText) is >= 0 and var at)
        {
            output.Write(text[..at]);
            var c = text[at];
            output.WriteUtf8([(byte)'\\', (byte)'u', (byte)Digits[c >> 12], (byte)Digits[(c >> 8) & 15], (byte)Digits[(c >> 4) & 15], (byte)Digits[c & 15]]);
            text = text[(at + 1)..];
        }
        output.Write(text);
    }

    private static void WriteComment(Utf8Output output, ReadOnlySpan<char> text)
    {
        for (var rest = text; !rest.IsEmpty;)
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
            if (isLone) output.WriteUtf8("-"u8);
            else if (rest[at] == '-') output.WriteUtf8("&#45;"u8);
            else output.WriteEscaped(rest.Slice(at, 1));
            rest = rest[(at + 1)..];
        }
    }
}
