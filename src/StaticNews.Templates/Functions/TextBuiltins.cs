using System.Buffers;
using System.Collections;
using System.Net;
using System.Text;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>Texts of pages: no character is ever cut in half. Positions and lengths are UTF-16 units.</summary>
internal static class TextBuiltins
{
    public static void Add(ScriptObject builtins) =>
        ScribanBuiltins.Replace(
            builtins,
            "string",
            new Builtin(
                "handleize",
                typeof(string),
                [Need<string>("text")],
                (_, _, a) => a[0] is string text ? StringFunctions.Handleize(text) : null
            ),
            new Builtin(
                "slice",
                typeof(string),
                [Need<string>("text"), Need<int>("start"), May<int?>("length")],
                (_, _, a) => Slice(a[0] as string ?? "", (int)a[1]!, a[2] as int?)
            ),
            new Builtin(
                "slice1",
                typeof(string),
                [Need<string>("text"), Need<int>("start"), May<int>("length", 1)],
                (_, _, a) => Slice(a[0] as string ?? "", (int)a[1]!, (int)a[2]!)
            ),
            new Builtin(
                "truncate",
                typeof(string),
                [Need<string>("text"), Need<int>("length"), May<string>("ellipsis")],
                (_, _, a) => Truncate(a[0] as string ?? "", (int)a[1]!, a[2] as string ?? "...")
            )
        );

    /// <summary>
    /// From <paramref name="start"/> (negative: from the end), as much as there is; outside the text there is nothing.
    /// </summary>
    private static string Slice(string text, int start, int? length)
    {
        if (start < 0)
            start += text.Length;
        var end = (int)Math.Min(start + (long)(length ?? text.Length), text.Length);
        start = Math.Max(start, 0);
        return end > start ? text[Boundary(text, start)..Boundary(text, end)] : "";
    }

    /// <summary>
    /// At most <paramref name="length"/> units, the ellipsis counted in; a limit shorter than the ellipsis gives the
    /// ellipsis.
    /// </summary>
    private static string Truncate(string text, int length, string ellipsis) =>
        text.Length <= length || text.Length == 0
            ? text
            : text[..Boundary(text, Math.Max(length - ellipsis.Length, 0))] + ellipsis;

    /// <summary>The position itself, or one less when it lies between the halves of a surrogate pair.</summary>
    private static int Boundary(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position])
            ? position - 1
            : position;
}

/// <summary>
/// Keeps HTML and plain text apart when functions put them together, where pages are escaped: a piece of HTML together
/// with a piece of text is HTML with the text escaped. Nothing unescaped gets in, nothing is escaped twice. Texts alone
/// are put together as Scriban does.
/// </summary>
internal static class HtmlBuiltins
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'");

    public static void Add(ScriptObject builtins)
    {
        var texts = Needs("text", "match", "replace");
        ScribanBuiltins.Replace(
            builtins,
            "html",
            Changed("escape", static text => text),
            Changed("newline_to_br", static text => HtmlFunctions.NewlineToBr(text)!),
            new Builtin(
                "strip",
                typeof(string),
                Needs("text"),
                (context, _, a) =>
                {
                    var text = context.ObjectToString(a[0]) is { } html ? HtmlTags.Strip(html) : null;
                    return a[0] is HtmlString ? WebUtility.HtmlDecode(text) : text;
                }
            )
        );
        ScribanBuiltins.Replace(
            builtins,
            "string",
            new Builtin("append", typeof(object), Needs("text", "with"), (context, _, a) => Join(context, a[0], a[1])),
            new Builtin("prepend", typeof(object), Needs("text", "by"), (context, _, a) => Join(context, a[1], a[0])),
            new Builtin(
                "replace",
                typeof(object),
                texts,
                (context, _, a) => Replace(context, a, StringFunctions.Replace)
            ),
            new Builtin(
                "replace_first",
                typeof(object),
                [.. texts, May<bool>("fromEnd", false)],
                (context, _, a) =>
                    Replace(
                        context,
                        a,
                        (scriban, text, match, by) =>
                            StringFunctions.ReplaceFirst(scriban, text, match, by, (bool)a[3]!)
                    )
            ),
            Kept("strip", static text => text.Trim()),
            Kept("lstrip", static text => text.TrimStart()),
            Kept("rstrip", static text => text.TrimEnd()),
            Kept("strip_newlines", StringFunctions.StripNewlines)
        );
        ScribanBuiltins.Replace(
            builtins,
            "math",
            new Builtin(
                "plus",
                typeof(object),
                Needs("value", "with"),
                (context, span, a) =>
                    a[0] is HtmlString || a[1] is HtmlString
                        ? Join(context, a[0], a[1])
                        : MathFunctions.Plus(context, span, a[0], a[1])
            )
        );
        ScriptParameterInfo[] parameters =
        [
            Need<IEnumerable>("list"),
            Need<object>("delimiter"),
            May<object>("function"),
        ];
        ScribanBuiltins.Replace(builtins, "array", new Builtin("join", typeof(object), parameters, Join));
    }

    private static ScriptParameterInfo[] Needs(params string[] names) => Array.ConvertAll(names, Need<object>);

    /// <summary>The five characters that neither text nor a quoted attribute can hold as they are.</summary>
    public static string Escape(string text) =>
        !text.AsSpan().ContainsAny(Markup)
            ? text
            : new StringBuilder(text)
                .Replace("&", "&amp;")
                .Replace("<", "&lt;")
                .Replace(">", "&gt;")
                .Replace("\"", "&quot;")
                .Replace("'", "&#39;")
                .ToString();

    /// <summary>A function whose result is HTML: a text is escaped before it is changed.</summary>
    private static Builtin Changed(string name, Func<string, string> change) =>
        new(
            name,
            typeof(HtmlString),
            Needs("text"),
            (context, _, a) => a[0] is null ? null : new HtmlString(change(Part(context, a[0])))
        );

    /// <summary>A change that leaves HTML as sound as it was.</summary>
    private static Builtin Kept(string name, Func<string, string> change) =>
        new(
            name,
            typeof(object),
            Needs("text"),
            (context, _, a) =>
                a[0] is HtmlString html ? new HtmlString(change(html.ToString()))
                : context.ObjectToString(a[0]) is { } text ? change(text)
                : null
        );

    /// <summary>A value as a piece of HTML: texts escaped.</summary>
    public static string Part(TemplateContext context, object? value) =>
        value is HtmlString html ? html.ToString() : Escape(context.ObjectToString(value) ?? "");

    private static object Join(TemplateContext context, object? first, object? second)
    {
        if (first is HtmlString || second is HtmlString)
            return new HtmlString(StringFunctions.Append(context, Part(context, first), Part(context, second)));
        return StringFunctions.Append(context, context.ObjectToString(first), context.ObjectToString(second));
    }

    private static object Replace(
        TemplateContext context,
        ScriptArray a,
        Func<TemplateContext, string?, string?, string?, string> replace
    )
    {
        if (a[0] is HtmlString || a[2] is HtmlString)
            return new HtmlString(replace(context, Part(context, a[0]), Part(context, a[1]), Part(context, a[2])));
        return replace(
            context,
            context.ObjectToString(a[0]),
            context.ObjectToString(a[1]),
            context.ObjectToString(a[2])
        );
    }

    private static object Join(TemplateContext context, SourceSpan span, ScriptArray a)
    {
        var (list, delimiter, function) = (a[0] as IEnumerable, a[1], a[2] as IScriptCustomFunction);
        if (list is null || (function is null && a[2] is not null))
            return ArrayFunctions.Join(context, span, list, null, a[2]);
        var items = SortBuiltins.ItemsOf(context, list);
        if (function is not null)
            items = items.ConvertAll(item =>
                ScriptFunctionCall.Call(context, context.CurrentNode, function, new ScriptArray(1) { item })
            );
        if (delimiter is not HtmlString && !items.Exists(item => item is HtmlString))
            return ArrayFunctions.Join(context, span, items, context.ObjectToString(delimiter));
        return new HtmlString(
            ArrayFunctions.Join(context, span, items.ConvertAll(item => Part(context, item)), Part(context, delimiter))
        );
    }
}

/// <summary>
/// Takes the tags out of HTML: comments, declarations, elements' tags, and scripts and styles with what they hold. A
/// tag begins as the HTML standard says, with a letter, <c>/</c>, <c>!</c> or <c>?</c> after the <c>&lt;</c>, so "1
/// &lt; 2" stays; a quoted attribute may hold a <c>&gt;</c>; what never ends is text.
/// </summary>
internal sealed class HtmlTags
{
    private static readonly (string Element, string End)[] RawElements = [("script", "</script"), ("style", "</style")];

    private readonly string _html;

    // Where the last ends are, so that hostile text cannot ask for the same search in vain again and again.
    private readonly int _lastTag;
    private readonly int _lastComment;
    private readonly int[] _lastRaw;

    private HtmlTags(string html)
    {
        (_html, _lastTag, _lastComment) = (
            html,
            html.LastIndexOf('>'),
            html.LastIndexOf("-->", StringComparison.Ordinal)
        );
        var whole = html[..(_lastTag + 1)];
        _lastRaw = Array.ConvertAll(RawElements, raw => whole.LastIndexOf(raw.End, StringComparison.OrdinalIgnoreCase));
    }

    public static string Strip(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return html;
        var tags = new HtmlTags(html);
        var text = new StringBuilder();
        var from = 0;
        for (
            var at = html.IndexOf('<', StringComparison.Ordinal);
            at >= 0 && at < tags._lastTag;
            at = html.IndexOf('<', at)
        )
        {
            var end = tags.EndOfMarkup(at);
            if (end > at)
            {
                text.Append(html, from, at - from);
                from = end;
            }
            at = Math.Max(end, at + 1);
        }
        return text.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>
    /// The end of the markup that begins at a <c>&lt;</c>; the same place when that is only a character.
    /// </summary>
    private int EndOfMarkup(int at)
    {
        if (at + 4 <= _lastComment && _html.AsSpan(at).StartsWith("<!--"))
            return _html.IndexOf("-->", at + 4, StringComparison.Ordinal) + 3;
        if (!char.IsAsciiLetter(_html[at + 1]) && _html[at + 1] is not ('/' or '!' or '?'))
            return at;
        var end = EndOfTag(at);
        for (var i = 0; i < RawElements.Length; i++)
        {
            var name = RawElements[i].Element;
            if (
                end > _lastRaw[i]
                || string.Compare(_html, at + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0
            )
                continue;
            if (!char.IsAsciiLetterOrDigit(_html[at + 1 + name.Length]))
                return _html.IndexOf('>', _html.IndexOf(RawElements[i].End, end, StringComparison.OrdinalIgnoreCase))
                    + 1;
        }
        return end;
    }

    /// <summary>
    /// After the <c>&gt;</c> that no quotes enclose. A quote only counts after a <c>=</c>: an apostrophe may stand
    /// anywhere else.
    /// </summary>
    private int EndOfTag(int at)
    {
        var quote = '\0';
        var afterEquals = false;
        for (var i = at + 1; i < _html.Length; i++)
        {
            var c = _html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return i + 1;
            else if (afterEquals && c is '"' or '\'')
                quote = c;
            else if (!char.IsWhiteSpace(c))
                afterEquals = c == '=';
        }
        // A quote that is never closed is no quote: then the tag ends at its first '>'.
        return _html.IndexOf('>', at) + 1;
    }
}
