using System.Buffers;
using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// Reads finished HTML from start tag to start tag. Tags are recognized as the tokenizer of the HTML standard does,
/// and as <see cref="HtmlContextReader"/> does in templates: comments, end tags, declarations, and elements whose
/// content is no markup have none in them.
/// </summary>
public ref struct HtmlTagReader
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\n\r\f/>"u8);
    private static readonly SearchValues<byte> AttributeNameEnds = SearchValues.Create(" \t\n\r\f/>="u8);
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\n\r\f"u8);
    private static readonly SearchValues<byte> BetweenAttributes = SearchValues.Create(" \t\n\r\f/"u8);
    private static readonly SearchValues<byte> UnquotedEnds = SearchValues.Create(" \t\n\r\f>"u8);

    private readonly ReadOnlySpan<byte> _html;
    private bool _isEndTag;

    /// <param name="html">UTF-8.</param>
    public HtmlTagReader(ReadOnlySpan<byte> html)
    {
        _html = html;
        Kind = HtmlTagPart.End;
    }

    /// <summary>What was read last.</summary>
    public HtmlTagPart Kind { get; private set; }

    /// <summary>The element's name as it is written.</summary>
    public ReadOnlySpan<byte> Element { get; private set; }

    /// <summary>Where the tag begins.</summary>
    public int TagStart { get; private set; }

    /// <summary>The attribute's name as it is written.</summary>
    public ReadOnlySpan<byte> Attribute { get; private set; }

    /// <summary>The attribute's value as it is written, between its quotes where it has some.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Where <see cref="Value"/> begins.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Behind what was read last.</summary>
    public int Position { get; private set; }

    /// <summary>
    /// Goes on to the next name of a start tag, attribute with a value, or end of a start tag. What the HTML ends
    /// within is not read.
    /// </summary>
    public bool MoveNext()
    {
        if (Kind == HtmlTagPart.End && HasRawText(Element))
            SkipContent();
        while (Position < _html.Length)
        {
            if (Kind == HtmlTagPart.End ? TryOpenTag() : TryReadTag())
                return true;
        }
        return false;
    }

    /// <summary>
    /// At the end of a start tag: goes behind the element's end tag, as if nothing but text stood before that.
    /// </summary>
    public void SkipContent()
    {
        var name = Element;
        Element = [];
        // Nothing ends a plaintext element.
        var isEnding = !Ascii.EqualsIgnoreCase(name, "plaintext"u8);
        while (isEnding && _html[Position..].IndexOf("</"u8) is var found and >= 0)
        {
            Position += found + "</"u8.Length;
            var end = Position + name.Length;
            if (
                end <= _html.Length
                && Ascii.EqualsIgnoreCase(_html[Position..end], name)
                && (end == _html.Length || NameEnds.Contains(_html[end]))
            )
            {
                Position = end;
                SkipEndTag();
                return;
            }
        }
        Position = _html.Length;
    }

    /// <summary>Goes behind the next '&lt;' and what it begins; of a start tag it reads the name alone.</summary>
    private bool TryOpenTag()
    {
        if (_html[Position..].IndexOf((byte)'<') is not (>= 0 and var found))
        {
            Position = _html.Length;
            return false;
        }
        TagStart = Position + found;
        Position = TagStart + 1;
        var rest = _html[Position..];
        if (rest.IsEmpty)
            return false;
        switch (rest[0])
        {
            case (byte)'!' when rest.StartsWith("!--"u8):
                Position = EndOfComment(Position + "!--"u8.Length);
                return false;
            case (byte)'/' when rest.Length > 1 && char.IsAsciiLetter((char)rest[1]):
                Position = EndOf(NameEnds, Position + 1);
                SkipEndTag();
                return false;
            case (byte)'!' or (byte)'?' or (byte)'/':
                Position = Math.Min(EndOf((byte)'>', Position) + 1, _html.Length);
                return false;
            default:
                return char.IsAsciiLetter((char)rest[0]) && ReadName();
        }
    }

    private bool ReadName()
    {
        var end = EndOf(NameEnds, Position);
        Element = _html[Position..end];
        (Position, Kind) = (end, HtmlTagPart.Name);
        return end < _html.Length;
    }

    /// <summary>Behind a tag's name or attribute: reads an attribute, or the end of the tag.</summary>
    private bool TryReadTag()
    {
        Position = EndOfAll(BetweenAttributes, Position);
        if (Position >= _html.Length)
            return false;
        if (_html[Position] == '>')
        {
            Position++;
            Kind = HtmlTagPart.End;
            return !_isEndTag;
        }
        // An attribute's name may begin with '=', and ends at the next one.
        var nameEnd = EndOf(AttributeNameEnds, Position + 1);
        Attribute = _html[Position..nameEnd];
        Position = EndOfAll(Blanks, nameEnd);
        if (Position >= _html.Length || _html[Position] != '=')
            return false;
        Position = EndOfAll(Blanks, Position + 1);
        return TryReadValue() && !_isEndTag;
    }

    private bool TryReadValue()
    {
        if (Position >= _html.Length)
            return false;
        var quote = _html[Position];
        var isQuoted = quote is (byte)'"' or (byte)'\'';
        ValueStart = isQuoted ? Position + 1 : Position;
        var end = isQuoted ? EndOf(quote, ValueStart) : EndOf(UnquotedEnds, ValueStart);
        Value = _html[ValueStart..end];
        Position = isQuoted ? Math.Min(end + 1, _html.Length) : end;
        var isComplete = end < _html.Length && (isQuoted || !Value.IsEmpty);
        Kind = isComplete ? HtmlTagPart.Attribute : Kind;
        return isComplete;
    }

    /// <summary>Behind the name of an end tag: goes over its attributes, which mean nothing.</summary>
    private void SkipEndTag()
    {
        (_isEndTag, Kind) = (true, HtmlTagPart.Name);
        while (Position < _html.Length && Kind != HtmlTagPart.End)
            TryReadTag();
        (_isEndTag, Kind) = (false, HtmlTagPart.End);
        Element = [];
    }

    /// <param name="at">Behind '&lt;!--'.</param>
    private readonly int EndOfComment(int at)
    {
        var rest = _html[at..];
        // '<!-->' and '<!--->' are whole comments.
        if (rest.StartsWith(">"u8) || rest.StartsWith("->"u8))
            return at + rest.IndexOf((byte)'>') + 1;
        var end = rest.IndexOf("-->"u8);
        var other = (end < 0 ? rest : rest[..end]).IndexOf("--!>"u8);
        return other >= 0 ? at + other + "--!>"u8.Length
            : end >= 0 ? at + end + "-->"u8.Length
            : _html.Length;
    }

    private readonly int EndOf(SearchValues<byte> ends, int from) =>
        from < _html.Length && _html[from..].IndexOfAny(ends) is >= 0 and var at ? from + at : _html.Length;

    private readonly int EndOf(byte end, int from) =>
        from < _html.Length && _html[from..].IndexOf(end) is >= 0 and var at ? from + at : _html.Length;

    private readonly int EndOfAll(SearchValues<byte> over, int from) =>
        from < _html.Length && _html[from..].IndexOfAnyExcept(over) is >= 0 and var at ? from + at : _html.Length;

    private static bool HasRawText(ReadOnlySpan<byte> element)
    {
        Span<char> lower = stackalloc char[HtmlNames.LongestRawText];
        return element.Length <= lower.Length
            && Ascii.ToLower(element, lower, out var length) == OperationStatus.Done
            && HtmlNames.HasRawText(lower[..length]);
    }
}

/// <summary>What an <see cref="HtmlTagReader"/> is at.</summary>
public enum HtmlTagPart
{
    /// <summary>The name of a start tag.</summary>
    Name,

    /// <summary>An attribute with a value.</summary>
    Attribute,

    /// <summary>The end of a start tag.</summary>
    End,
}
