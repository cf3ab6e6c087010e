using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>
/// The <c>string</c> object. Null is taken for the empty text, or stays null where the result is the text itself. Positions and lengths count UTF-16 units.
/// </summary>
internal static class StringFunctions
{
    private const string DefaultEllipsis = "...";

    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("string",
    [
        new("string.append", [Required("text", Kind.Text), Required("with", Kind.Text)], (call, a) => Concat(call, a[0], a[1])),
        new("string.base64_decode", [Required("text", Kind.Text)], (_, a) => Map(a[0], TextNumber.DecodeBase64)),
        new("string.base64_encode", [Required("text", Kind.Text)], (_, a) => Map(a[0], TextNumber.EncodeBase64)),
        new("string.capitalize", [Required("text", Kind.Text)], (_, a) => Map(a[0], TextCase.Capitalize)),
        new("string.capitalizewords", [Required("text", Kind.Text)], (_, a) => Map(a[0], TextCase.CapitalizeWords)),
        new("string.contains", [Required("text", Kind.Text), Required("value", Kind.Text)], (_, a) =>
            Value.Of(Searched(a[1]) is { } value && Plain(a[0]).Contains(value, StringComparison.Ordinal))),
        new("string.downcase", [Required("text", Kind.Text)], (_, a) => Map(a[0], text => text.ToLowerInvariant())),
        new("string.empty", [Required("text", Kind.Text)], (_, a) => Value.Of(Plain(a[0]).Length == 0)),
        new("string.ends_with", [Required("text", Kind.Text), Required("value", Kind.Text)], (_, a) =>
            Value.Of(Searched(a[1]) is { } value && Plain(a[0]).EndsWith(value, StringComparison.Ordinal))),
        new("string.equals_ignore_case", [Required("text", Kind.Text), Required("value", Kind.Text)], (_, a) =>
            Value.Of(string.Equals(a[0].AsText(), a[1].AsText(), StringComparison.OrdinalIgnoreCase))),
        new("string.escape", [Required("text", Kind.Text)], (_, a) => Map(a[0], TextLiteral.Escape)),
        new("string.handleize", [Required("text", Kind.Text)], (_, a) => Map(a[0], text => UrlHandle.From(text))),
        new("string.hmac_sha1", [Required("text", Kind.Text), Required("secret_key", Kind.Text)], (_, a) => Value.Of(TextDigest.HmacSha1(Plain(a[0]), Plain(a[1])))),
        new("string.hmac_sha256", [Required("text", Kind.Text), Required("secret_key", Kind.Text)], (_, a) => Value.Of(TextDigest.HmacSha256(Plain(a[0]), Plain(a[1])))),
        new("string.hmac_sha512", [Required("text", Kind.Text), Required("secret_key", Kind.Text)], (_, a) => Value.Of(TextDigest.HmacSha512(Plain(a[0]), Plain(a[1])))),
        new("string.index_of",
            [Required("text", Kind.Text), Required("search", Kind.Text), Optional("start_index", Kind.Any), Optional("count", Kind.Any), Optional("string_comparison", Kind.Text)],
            (_, a) => Value.Of(IndexOf(a))),
        new("string.literal", [Required("text", Kind.Text)], (_, a) => Value.Of(TextLiteral.Quote(Plain(a[0])))),
        new("string.lstrip", [Required("text", Kind.Text)], (call, a) => Edit(call, a[0], text => text.TrimStart())),
        new("string.md5", [Required("text", Kind.Text)], (_, a) => Value.Of(TextDigest.Md5(Plain(a[0])))),
        new("string.pad_left", [Required("text", Kind.Text), Required("width", Kind.Int)], (call, a) => Value.Of(Plain(a[0]).PadLeft(Width(call, a[1])))),
        new("string.pad_right", [Required("text", Kind.Text), Required("width", Kind.Int)], (call, a) => Value.Of(Plain(a[0]).PadRight(Width(call, a[1])))),
        new("string.pluralize", [Required("number", Kind.Int), Required("singular", Kind.Any), Required("plural", Kind.Any)], (_, a) => a[0].AsInt() == 1 ? a[1] : a[2]),
        new("string.prepend", [Required("text", Kind.Text), Required("by", Kind.Text)], (call, a) => Concat(call, a[1], a[0])),
        new("string.remove", [Required("text", Kind.Text), Required("remove", Kind.Text)], (_, a) =>
            Map(a[0], a[1], (text, remove) => text.Replace(NotEmpty(remove, "remove"), "", StringComparison.Ordinal))),
        new("string.remove_first", [Required("text", Kind.Text), Required("remove", Kind.Text)], (_, a) =>
            Map(a[0], a[1], (text, remove) => TextEdit.ReplaceFirst(text, remove, ""))),
        new("string.remove_last", [Required("text", Kind.Text), Required("remove", Kind.Text)], (_, a) =>
            Map(a[0], a[1], (text, remove) => TextEdit.ReplaceLast(text, remove, ""))),
        new("string.replace", [Required("text", Kind.Text), Required("match", Kind.Text), Required("replace", Kind.Text)], Replace),
        new("string.replace_first",
            [Required("text", Kind.Text), Required("match", Kind.Text), Required("replace", Kind.Text), Optional("from_end", Kind.Bool, Value.False)], ReplaceFirst),
        new("string.rstrip", [Required("text", Kind.Text)], (call, a) => Edit(call, a[0], text => text.TrimEnd())),
        new("string.sha1", [Required("text", Kind.Text)], (_, a) => Value.Of(TextDigest.Sha1(Plain(a[0])))),
        new("string.sha256", [Required("text", Kind.Text)], (_, a) => Value.Of(TextDigest.Sha256(Plain(a[0])))),
        new("string.sha512", [Required("text", Kind.Text)], (_, a) => Value.Of(TextDigest.Sha512(Plain(a[0])))),
        new("string.size", [Required("text", Kind.Text)], (_, a) => Value.Of(Plain(a[0]).Length)),
        new("string.slice", [Required("text", Kind.Text), Required("start", Kind.Int), Optional("length", Kind.Int, Value.Of(0))], (_, a) =>
            Value.Of(Excerpt.Slice(Plain(a[0]), a[1].AsInt(), a[2].AsInt() == 0 ? int.MaxValue : a[2].AsInt()))),
        new("string.slice1", [Required("text", Kind.Text), Required("start", Kind.Int), Optional("length", Kind.Int, Value.Of(1))], (_, a) =>
            Value.Of(Excerpt.Slice(Plain(a[0]), a[1].AsInt(), a[2].AsInt()))),
        new("string.split", [Required("text", Kind.Text), Required("match", Kind.Text)], (_, a) => Value.Of(Split(Plain(a[0]), Plain(a[1])))),
        new("string.starts_with", [Required("text", Kind.Text), Required("value", Kind.Text)], (_, a) =>
            Value.Of(Searched(a[1]) is { } value && Plain(a[0]).StartsWith(value, StringComparison.Ordinal))),
        new("string.strip", [Required("text", Kind.Text)], (call, a) => Edit(call, a[0], text => text.Trim())),
        new("string.strip_newlines", [Required("text", Kind.Text)], (call, a) => Edit(call, a[0], TextEdit.StripNewlines)),
        new("string.to_double", [Required("text", Kind.Text)], (_, a) => TextNumber.ToDouble(a[0].AsText())),
        new("string.to_float", [Required("text", Kind.Text)], (_, a) => TextNumber.ToFloat(a[0].AsText())),
        new("string.to_int", [Required("text", Kind.Text)], (_, a) => TextNumber.ToInt(a[0].AsText())),
        new("string.to_long", [Required("text", Kind.Text)], (_, a) => TextNumber.ToLong(a[0].AsText())),
        new("string.truncate", [Required("text", Kind.Text), Required("length", Kind.Int), Optional("ellipsis", Kind.Text)], (_, a) =>
            Value.Of(Excerpt.Truncate(Plain(a[0]), a[1].AsInt(), a[2].AsText() ?? DefaultEllipsis))),
        new("string.truncatewords", [Required("text", Kind.Text), Required("count", Kind.Int), Optional("ellipsis", Kind.Text)], (_, a) =>
            Value.Of(Excerpt.TruncateWords(Plain(a[0]), a[1].AsInt(), a[2].AsText() ?? DefaultEllipsis))),
        new("string.upcase", [Required("text", Kind.Text)], (_, a) => Map(a[0], text => text.ToUpperInvariant())),
        new("string.whitespace", [Required("text", Kind.Text)], (_, a) => Value.Of(string.IsNullOrWhiteSpace(a[0].AsText()))),
    ]);

    private static string Plain(in Value text) => text.AsText() ?? "";

    /// <summary>What a search looks for; nothing is found when it is null or empty.</summary>
    private static string? Searched(in Value value) => value.AsText() is { Length: > 0 } text ? text : null;

    private static Value Map(in Value text, Func<string, string> change) => text.IsNull ? Value.Null : Value.Of(change(text.AsText()!));

    private static Value Map(in Value text, in Value other, Func<string, string, string> change) =>
        text.IsNull ? Value.Null : Value.Of(change(text.AsText()!, Plain(other)));

    /// <summary>For changes that leave HTML as sound as it was.</summary>
    private static Value Edit(RenderState call, in Value text, Func<string, string> change) =>
        text.IsNull ? Value.Null : SafeText.Of(change(text.AsText()!), SafeText.IsHtml(call, text));

    private static Value Concat(RenderState call, in Value first, in Value second)
    {
        var isHtml = SafeText.IsHtml(call, first, second);
        var left = SafeText.Part(call, first, isHtml);
        var right = SafeText.Part(call, second, isHtml);
        call.CheckLength((long)left.Length + right.Length);
        return SafeText.Of(string.Concat(left, right), isHtml);
    }

    private static Value Replace(RenderState call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
            return Value.Null;
        var isHtml = SafeText.IsHtml(call, a[0], a[2]);
        var text = SafeText.Part(call, a[0], isHtml);
        var match = NotEmpty(SafeText.Part(call, a[1], isHtml), "match");
        var replacement = SafeText.Part(call, a[2], isHtml);
        if (replacement.Length > match.Length)
            call.CheckLength(TextEdit.ReplacedLength(text, match, replacement));
        return SafeText.Of(text.Replace(match, replacement, StringComparison.Ordinal), isHtml);
    }

    private static Value ReplaceFirst(RenderState call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
            return Value.Null;
        var isHtml = SafeText.IsHtml(call, a[0], a[2]);
        var text = SafeText.Part(call, a[0], isHtml);
        var match = SafeText.Part(call, a[1], isHtml);
        var replacement = SafeText.Part(call, a[2], isHtml);
        call.CheckLength((long)text.Length + replacement.Length);
        return SafeText.Of(
            a[3].IsTrue ? TextEdit.ReplaceLast(text, match, replacement) : TextEdit.ReplaceFirst(text, match, replacement),
            isHtml);
    }

    private static string NotEmpty(string text, string parameter) => text.Length > 0 ? text : throw FunctionErrors.EmptyMatch(parameter);

    private static int Width(RenderState call, in Value width)
    {
        call.CheckLength(width.AsInt());
        return Math.Max(width.AsInt(), 0);
    }

    private static TemplateList Split(string text, string match)
    {
        var parts = new TemplateList();
        if (match.Length == 0)
        {
            if (text.Length > 0)
                parts.Add(Value.Of(text));
            return parts;
        }

        foreach (var range in text.AsSpan().Split(match))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            if (length > 0)
                parts.Add(Value.Of(text.Substring(start, length)));
        }

        return parts;
    }

    private static int IndexOf(ReadOnlySpan<Value> a)
    {
        if (a[1].IsNull)
            throw FunctionErrors.NeedsText("search");
        var text = Plain(a[0]);
        var start = a[2].IsNull ? 0 : ArgumentBinder.ToInt(a[2], 2);
        if (start < 0 || start > text.Length)
            throw FunctionErrors.OutsideText("start_index", start, text.Length);
        var count = a[3].IsNull ? text.Length - start : ArgumentBinder.ToInt(a[3], 3);
        if (count < 0 || count > text.Length - start)
            throw FunctionErrors.OutsideText("count", count, text.Length);
        return text.IndexOf(a[1].AsText()!, start, count, Comparison(a[4].AsText()));
    }

    /// <summary>The six names of .NET; the cultural ones are ordinal as well, as they are wherever globalization data is switched off.</summary>
    private static StringComparison Comparison(string? name) => name?.ToLowerInvariant() switch
    {
        null or "ordinal" or "currentculture" or "invariantculture" => StringComparison.Ordinal,
        "ordinalignorecase" or "currentcultureignorecase" or "invariantcultureignorecase" => StringComparison.OrdinalIgnoreCase,
        _ => throw FunctionErrors.UnknownComparison(name),
    };
}
