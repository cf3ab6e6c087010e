using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>Text that is HTML already: written as it is, never escaped. Holds a string or UTF-8 bytes.</summary>
public sealed class HtmlString : IScriptCustomBinaryOperation
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private string? _text;

    public HtmlString(string text) => _text = text;

    /// <param name="text">The HTML.</param>
    /// <param name="content">
    /// What it contains: else it is examined each time that it is printed on an observed page.
    /// </param>
    public HtmlString(string text, HtmlContent content) => (_text, Content) = (text, content);

    /// <summary>Takes the bytes as they are (no copy); they must be valid UTF-8 and must not change.</summary>
    public HtmlString(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>Null where the maker of the text did not find out.</summary>
    internal HtmlContent? Content { get; }

    /// <summary>The bytes, when this holds bytes and no string.</summary>
    internal bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = _utf8.Span;
        return _text is null;
    }

    /// <summary>Its size, in bytes or in UTF-16 units.</summary>
    internal int Length => _text?.Length ?? _utf8.Length;

    public override string ToString() => _text ??= Encoding.UTF8.GetString(_utf8.Span);

    // Compared and computed with as its text is; what is added to HTML is seen to when the template is compiled.
    bool IScriptCustomBinaryOperation.TryEvaluate(
        TemplateContext context,
        SourceSpan span,
        ScriptBinaryOperator op,
        SourceSpan leftSpan,
        object? leftValue,
        SourceSpan rightSpan,
        object? rightValue,
        out object? result
    )
    {
        result = ScriptBinaryExpression.Evaluate(
            context,
            span,
            op,
            leftSpan,
            TextOf(leftValue),
            rightSpan,
            TextOf(rightValue)
        );
        if (op == ScriptBinaryOperator.Multiply && result is string repeated)
            result = new HtmlString(repeated);
        return true;
    }

    private static object? TextOf(object? value) => value is HtmlString html ? html.ToString() : value;
}
