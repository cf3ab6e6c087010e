using System.Text;

namespace StaticNews.Templates;

/// <summary>Text that is HTML already: written as it is, never escaped. Holds a string or UTF-8 bytes.</summary>
public sealed class HtmlText
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private string? _text;

    public HtmlText(string text) => _text = text;

    /// <summary>Takes the bytes as they are (no copy); they must be valid UTF-8 and must not change.</summary>
    public HtmlText(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>The bytes, when this holds bytes and no string.</summary>
    internal bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = _utf8.Span;
        return _text is null;
    }

    public override string ToString() => _text ??= Encoding.UTF8.GetString(_utf8.Span);
}
