namespace StaticNews.Templates;

/// <summary>
/// Reads the HTML that a template writes out and knows at each end of a text where the next value would stand. It
/// follows the tokenizer of the HTML standard as far as that decides how a value must be written; errors in the HTML
/// are read as a browser reads them.
/// </summary>
internal sealed class HtmlContextReader
{
    private readonly List<AddressMark> _cuts = [];
    private HtmlState _state;
    private string _element = "";
    private bool _isEndTag;
    private string _name = "";
    private char _quote;
    private AttributeKind _kind;
    private UrlPart _url;
    private bool _isMarked;
    private string _collected = "";
    private MetaKind _meta;
    private ScriptPart _script;
    private int _urlStart;
    private readonly HtmlEventRecorder? _recorder;

    /// <param name="at">Where the text begins.</param>
    /// <param name="recorder">Receives the tags and attributes in the text; null where none are observed.</param>
    public HtmlContextReader(HtmlContext at, HtmlEventRecorder? recorder = null)
    {
        _recorder = recorder;
        (_state, _element, _isEndTag, _name, _quote, _kind) = (
            at.State,
            at.Element,
            at.IsEndTag,
            at.Name,
            at.Quote,
            at.Kind
        );
        (_url, _isMarked, _collected, _meta, _script) = (at.Url, at.IsMarked, at.Collected, at.Meta, at.Script);
    }

    public HtmlContext Place =>
        _state is HtmlState.Text
            ? HtmlContext.Text
            : new HtmlContext
            {
                State = _state,
                Element = _element,
                IsEndTag = _isEndTag,
                Name = _state
                    is HtmlState.AttributeName
                        or HtmlState.AfterName
                        or HtmlState.BeforeValue
                        or HtmlState.Value
                        or HtmlState.UnquotedValue
                    ? _name
                    : "",
                Quote = _state is HtmlState.Value ? _quote : '\0',
                Kind = _state is HtmlState.Value or HtmlState.UnquotedValue ? _kind : AttributeKind.Text,
                Url = _state is HtmlState.Value ? _url : UrlPart.Start,
                IsMarked = _state is HtmlState.Value && _isMarked,
                Collected = _state is HtmlState.Value ? _collected : "",
                Meta = _meta,
                Script = _state is HtmlState.RawText && _element is "script" ? _script : ScriptPart.Code,
            };

    /// <summary>An end tag has no attributes, whatever stands in it.</summary>
    private HtmlEventRecorder? Recorder => _isEndTag ? null : _recorder;

    /// <summary>Where addresses begin or end that must be looked at as a whole, in order.</summary>
    public IReadOnlyList<AddressMark> Cuts => _cuts;

    /// <summary>
    /// The first place where the text goes on with a name that branches before it have begun differently; -1 for none.
    /// </summary>
    public int AmbiguousAt { get; private set; } = -1;

    public void Read(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length)
            i = Step(text, i);
        Recorder?.EndText(_state, _element, _name, i);
    }

    /// <summary>Marks the beginning of the address at the end of the text that was read.</summary>
    public void MarkUrl()
    {
        if (_isMarked)
            return;
        _cuts.Add(new AddressMark(_urlStart, IsEnd: false));
        _isMarked = true;
    }

    private int Step(ReadOnlySpan<char> text, int i)
    {
        switch (_state)
        {
            case HtmlState.Text:
                return SkipTo(text, i, '<', HtmlState.TagOpen);
            case HtmlState.TagOpen:
                return OpenTag(text, i);
            case HtmlState.EndTagOpen:
                return OpenEndTag(text[i], i);
            case HtmlState.TagName:
                return ReadTagName(text[i], i);
            case HtmlState.Tag or HtmlState.TagBreak:
                return ReadTag(text[i], i);
            case HtmlState.AttributeName or HtmlState.AfterName:
                return ReadName(text[i], i);
            case HtmlState.BeforeValue:
                return OpenValue(text[i], i);
            case HtmlState.Value:
                return ReadValue(text[i], i);
            case HtmlState.UnquotedValue:
                return ReadUnquoted(text[i], i);
            case HtmlState.RawText:
                return ReadRawText(text, i);
            case HtmlState.Comment:
                return ReadComment(text, i);
            case HtmlState.Declaration:
                return SkipTo(text, i, '>', HtmlState.Text);
            default:
                return text.Length;
        }
    }

    private int SkipTo(ReadOnlySpan<char> text, int i, char end, HtmlState then)
    {
        var at = text[i..].IndexOf(end);
        if (at < 0)
            return text.Length;
        _state = then;
        return i + at + 1;
    }

    private int OpenTag(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        (_element, _isEndTag, _meta) = ("", false, MetaKind.Text);
        if (text[i..].StartsWith("!--", StringComparison.Ordinal))
        {
            _state = HtmlState.Comment;
            var rest = text[(i + 3)..];
            // '<!-->' and '<!--->' are whole comments.
            if (!rest.StartsWith(">", StringComparison.Ordinal) && !rest.StartsWith("->", StringComparison.Ordinal))
                return i + 3;
            _state = HtmlState.Text;
            return i + 3 + rest.IndexOf('>') + 1;
        }
        _state = c switch
        {
            '/' => HtmlState.EndTagOpen,
            '!' or '?' => HtmlState.Declaration,
            _ => char.IsAsciiLetter(c) ? HtmlState.TagName : HtmlState.Text,
        };
        return _state is HtmlState.TagName or HtmlState.Text ? i : i + 1;
    }

    private int OpenEndTag(char c, int i)
    {
        _isEndTag = true;
        _state =
            char.IsAsciiLetter(c) ? HtmlState.TagName
            : c == '>' ? HtmlState.Text
            : HtmlState.Declaration;
        return _state is HtmlState.Text ? i + 1 : i;
    }

    private int ReadTagName(char c, int i)
    {
        if (!IsBlank(c) && c is not ('/' or '>'))
        {
            _element += char.ToLowerInvariant(c);
            return i + 1;
        }
        Recorder?.EndName(i, _element);
        if (c == '>')
            CloseTag();
        else
            _state = HtmlState.Tag;
        return i + 1;
    }

    private int ReadTag(char c, int i)
    {
        if (_state == HtmlState.TagBreak)
            Recorder?.EndBranches(i);
        if (c == '>')
            CloseTag();
        else if (IsBlank(c) || c == '/')
            _state = HtmlState.Tag;
        else
        {
            if (_state == HtmlState.TagBreak || c == '=')
                AmbiguousAt = AmbiguousAt < 0 ? i : AmbiguousAt;
            _state = HtmlState.AttributeName;
            _name = char.ToLowerInvariant(c).ToString();
        }
        return i + 1;
    }

    private int ReadName(char c, int i)
    {
        if (c == '=')
            _state = HtmlState.BeforeValue;
        else if (c == '>')
            CloseTag();
        else if (c == '/')
            _state = HtmlState.Tag;
        else if (IsBlank(c))
            _state = HtmlState.AfterName;
        else if (_state == HtmlState.AttributeName)
            _name += char.ToLowerInvariant(c);
        else
            (_state, _name) = (HtmlState.AttributeName, char.ToLowerInvariant(c).ToString());
        return i + 1;
    }

    private int OpenValue(char c, int i)
    {
        if (IsBlank(c))
            return i + 1;
        if (c == '>')
        {
            CloseTag();
            return i + 1;
        }
        var isQuoted = c is '"' or '\'';
        _state = isQuoted ? HtmlState.Value : HtmlState.UnquotedValue;
        _quote = c;
        _kind = _isEndTag ? AttributeKind.Text : HtmlNames.KindOf(_element, _name, _meta);
        _collected = "";
        Recorder?.BeginValue(isQuoted ? i + 1 : i);
        BeginUrl(isQuoted ? i + 1 : i);
        if (_kind == AttributeKind.Refresh)
            _url = UrlPart.Seconds;
        return isQuoted ? i + 1 : i;
    }

    private void BeginUrl(int at)
    {
        (_url, _isMarked, _urlStart) = (UrlPart.Start, false, at);
        if (_kind != AttributeKind.Text)
            _collected = "";
    }

    private int ReadValue(char c, int i)
    {
        if (c == _quote)
            EndValue(i);
        else
            ReadValueChar(c, i);
        return i + 1;
    }

    private int ReadUnquoted(char c, int i)
    {
        if (!IsBlank(c) && c != '>')
        {
            ReadValueChar(c, i);
            return i + 1;
        }
        EndValue(i);
        return i;
    }

    private void EndValue(int at)
    {
        EndUrl(at);
        Recorder?.EndValue(at, _element, _name);
        if (HtmlNames.NamesContent(_element, _name))
            _meta = (MetaKind)Math.Max((int)_meta, (int)HtmlNames.MetaOf(_name, _collected));
        _state = HtmlState.Tag;
    }

    private void EndUrl(int at)
    {
        if (_isMarked)
            _cuts.Add(new AddressMark(at, IsEnd: true));
        _isMarked = false;
    }

    private void ReadValueChar(char c, int i)
    {
        switch (_kind)
        {
            case AttributeKind.Text when HtmlNames.NamesContent(_element, _name):
                _collected += c;
                break;
            case AttributeKind.Refresh when _url == UrlPart.Seconds:
                ReadSeconds(c, i);
                break;
            case AttributeKind.Refresh when c is '\'' or '"' && _url == UrlPart.Start:
                _urlStart = i + 1;
                break;
            case AttributeKind.UrlList when c == ',':
                EndUrl(i);
                BeginUrl(i + 1);
                break;
            case AttributeKind.UrlList when IsBlank(c) && _url != UrlPart.Start:
                EndUrl(i);
                _url = UrlPart.Safe;
                break;
            case AttributeKind.Url or AttributeKind.UrlList or AttributeKind.Refresh:
                ReadUrlChar(c, i);
                break;
        }
    }

    private void ReadSeconds(char c, int i)
    {
        if (!IsBlank(c))
            _collected += char.ToLowerInvariant(c);
        if (_collected.EndsWith("url=", StringComparison.Ordinal))
            BeginUrl(i + 1);
    }

    private void ReadUrlChar(char c, int i)
    {
        if (_url is UrlPart.Safe or UrlPart.Blocked)
            return;
        switch (c)
        {
            case '/' or '?' or '#':
                _url = UrlPart.Safe;
                break;
            case <= ' ' when _url == UrlPart.Start:
                _urlStart = _isMarked ? _urlStart : i + 1;
                break;
            case '\t' or '\n' or '\r' or '\f':
                break;
            case ':' when _url != UrlPart.Unsure:
                _url = UrlScheme.IsAllowed(_collected) ? UrlPart.Safe : UrlPart.Blocked;
                break;
            case '&' when _url != UrlPart.Unsure:
                _url = UrlPart.Blocked;
                break;
            default:
                if (_url == UrlPart.Unsure)
                    break;
                _url = UrlPart.Scheme;
                _collected += c;
                break;
        }
    }

    private int ReadRawText(ReadOnlySpan<char> text, int i)
    {
        var end = EndOfRawText(text, i);
        if (_element is "script")
            _script = ScriptReader.Read(text[i..end], _script);
        if (_element is "script" && end == text.Length && ScriptReader.MayEndElement(text[i..end]))
            _script = ScriptPart.Unsure;
        if (end == text.Length)
            return end;
        (_state, _isEndTag) = (HtmlState.TagName, true);
        return end + "</".Length + _element.Length;
    }

    /// <summary>Where its end tag begins, or the end of the text.</summary>
    private int EndOfRawText(ReadOnlySpan<char> text, int i)
    {
        for (; _element is not "plaintext" && i < text.Length; i++)
        {
            var at = text[i..].IndexOf("</", StringComparison.Ordinal);
            if (at < 0)
                break;
            i += at;
            var name = text[(i + "</".Length)..];
            if (!name.StartsWith(_element, StringComparison.OrdinalIgnoreCase))
                continue;
            if (name.Length == _element.Length || IsBlank(name[_element.Length]) || name[_element.Length] is '/' or '>')
                return i;
        }
        return text.Length;
    }

    private int ReadComment(ReadOnlySpan<char> text, int i)
    {
        for (; i < text.Length; i++)
        {
            var rest = text[i..];
            var length =
                rest.StartsWith("-->", StringComparison.Ordinal) ? 3
                : rest.StartsWith("--!>", StringComparison.Ordinal) ? 4
                : 0;
            if (length == 0)
                continue;
            _state = HtmlState.Text;
            return i + length;
        }
        return i;
    }

    private void CloseTag()
    {
        Recorder?.EndTag();
        var isRaw = !_isEndTag && HtmlNames.HasRawText(_element);
        _state = isRaw ? HtmlState.RawText : HtmlState.Text;
        _isEndTag = false;
        _meta = MetaKind.Text;
        _script = ScriptPart.Code;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}

/// <summary>A place within a text where something happens to the address around it.</summary>
/// <param name="Offset">Where, from the beginning of the text.</param>
/// <param name="IsEnd">Whether the address ends here and is looked at; else it begins here.</param>
internal readonly record struct AddressMark(int Offset, bool IsEnd);
