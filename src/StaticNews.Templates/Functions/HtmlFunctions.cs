using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>html</c> object.</summary>
internal static class HtmlFunctions
{
    public static BuiltinFunction Escape { get; } = new("html.escape", [Required("text", Kind.Text)], Escaped, WriteEscaped, IsHtml: true);

    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("html",
    [
        Escape,
        new("html.newline_to_br", [Required("text", Kind.Text)], NewlineToBr),
        new("html.strip", [Required("text", Kind.Text)], Strip),
        new("html.url_encode", [Required("text", Kind.Text)], (_, a) => a[0].IsNull ? Value.Null : Value.Of(UrlText.EncodePart(a[0].AsText()!))),
        new("html.url_escape", [Required("text", Kind.Text)], (_, a) => a[0].IsNull ? Value.Null : Value.Of(UrlText.EncodeWhole(a[0].AsText()!))),
    ]);

    /// <summary>On pages the engine's escape, and HTML stays as it is; elsewhere what stock Scriban does, to everything.</summary>
    private static Value Escaped(RenderState call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || SafeText.IsHtml(call, a[0]))
            return a[0];
        var text = a[0].AsText()!;
        return Value.OfHtml(call.Options.EscapeHtml ? HtmlEntities.EscapeMarkup(text) : HtmlEntities.Escape(text));
    }

    private static void WriteEscaped(RenderState call, ReadOnlySpan<Value> a, Utf8Output output)
    {
        if (SafeText.IsHtml(call, a[0]))
            ValuePrinter.Write(a[0], output);
        else if (call.Options.EscapeHtml)
            output.WriteEscaped(a[0].AsText());
        else
            HtmlEntities.Write(a[0].AsText(), output);
    }

    /// <summary>On pages the text is escaped first, so that the line breaks can be HTML.</summary>
    private static Value NewlineToBr(RenderState call, ReadOnlySpan<Value> a) => a[0].IsNull
        ? Value.Null
        : SafeText.Of(HtmlLines.NewlineToBr(SafeText.Part(call, a[0], call.Options.EscapeHtml)), call.Options.EscapeHtml);

    /// <summary>HTML becomes text, its entities the characters they stand for; in a plain text, as in stock Scriban, entities stay.</summary>
    private static Value Strip(RenderState call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
            return Value.Null;
        var text = HtmlTags.Strip(a[0].AsText()!);
        return Value.Of(SafeText.IsHtml(call, a[0]) ? System.Net.WebUtility.HtmlDecode(text) : text);
    }
}
