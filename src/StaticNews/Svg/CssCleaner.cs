using System.Text;

namespace StaticNews.Svg;

/// <summary>
/// Takes out of a style what could fetch or run something. A style is cut into pieces that end at <c>;</c>, <c>{</c> or <c>}</c>; a piece that holds a forbidden token goes,
/// with its block where it has one, and the others stay as they are written. What is left is looked at token by token once more, without regard to pieces: so a style that
/// is cut here otherwise than in a browser loses too much and never keeps too much.
/// </summary>
internal sealed class CssCleaner
{
    private readonly string _text;
    private readonly List<CssToken> _tokens;
    private readonly Action<string, int> _taken;
    private readonly List<(int Start, int End)> _cuts = [];
    private readonly Stack<char> _open = new();

    private CssCleaner(string text, Action<string, int> taken) => (_text, _tokens, _taken) = (text, CssTokenizer.Read(text), taken);

    /// <summary>The style without what was taken; the text itself where nothing was.</summary>
    /// <param name="text">A style sheet or the declarations of a <c>style</c> attribute.</param>
    /// <param name="taken">Told what is taken and where it stands in <paramref name="text"/>.</param>
    public static string Clean(string text, Action<string, int> taken)
    {
        var cleaner = new CssCleaner(text, taken);
        cleaner.CutPieces();
        var kept = cleaner.Kept();
        if (IsSafe(kept))
        {
            return kept;
        }

        taken("the rest of this style", 0);
        return "";
    }

    /// <summary>Whether a value, or a whole style, holds nothing that fetches or runs something.</summary>
    public static bool IsSafe(string text)
    {
        var tokens = CssTokenizer.Read(text);
        var isNamespace = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            isNamespace = tokens[i].Kind == CssTokenKind.AtKeyword ? tokens[i].Value is "namespace" : isNamespace && tokens[i].Kind != CssTokenKind.Semicolon;
            if (FaultAt(tokens, i, isNamespace) is not null || (tokens[i].Kind == CssTokenKind.AtKeyword && !CssNames.IsAtRule(tokens[i].Value)))
            {
                return false;
            }
        }

        return true;
    }

    private void CutPieces()
    {
        for (var first = 0; first < _tokens.Count;)
        {
            var end = EndOfPiece(first);
            if (FaultOf(first, end) is var (what, at))
            {
                _taken(what, _tokens[at].Start);
                end = end < _tokens.Count && _tokens[end].Value is "{" ? EndOfBlock(end) : end;
                Cut(first, end);
            }

            first = end + 1;
        }
    }

    /// <summary>The token that ends the piece, or the number of tokens: <c>;</c>, <c>{</c> or <c>}</c> outside of parentheses.</summary>
    private int EndOfPiece(int first)
    {
        _open.Clear();
        for (var i = first; i < _tokens.Count; i++)
        {
            var (kind, value) = (_tokens[i].Kind, _tokens[i].Value);
            if (_open.Count == 0 && (kind == CssTokenKind.Semicolon || value is "{" or "}" && kind is CssTokenKind.Open or CssTokenKind.Close))
            {
                return i;
            }

            Follow(_tokens[i]);
        }

        return _tokens.Count;
    }

    /// <summary>The token that closes a block, or the number of tokens.</summary>
    private int EndOfBlock(int open)
    {
        _open.Clear();
        for (var i = open; i < _tokens.Count; i++)
        {
            Follow(_tokens[i]);
            if (_open.Count == 0)
            {
                return i;
            }
        }

        return _tokens.Count;
    }

    /// <summary>A bracket closes the one that was opened last, if it is of its kind; else it means nothing.</summary>
    private void Follow(CssToken token)
    {
        if (token.Kind == CssTokenKind.Function)
        {
            _open.Push(')');
        }
        else if (token.Kind == CssTokenKind.Open)
        {
            _open.Push(token.Value switch { "(" => ')', "[" => ']', _ => '}' });
        }
        else if (token.Kind == CssTokenKind.Close && _open.TryPeek(out var closing) && closing == token.Value[0])
        {
            _open.Pop();
        }
    }

    /// <summary>The end of a declaration goes with it, the brace that closes the block around it does not.</summary>
    private void Cut(int first, int end)
    {
        var last = end < _tokens.Count ? _tokens[end] : _tokens[^1];
        _cuts.Add((_tokens[first].Start, end < _tokens.Count && last.Value is "}" && !IsBlockOf(first, end) ? last.Start : last.End));
    }

    /// <summary>Whether the brace at the end of a cut closes a block that was opened within it.</summary>
    private bool IsBlockOf(int first, int end)
    {
        var depth = 0;
        for (var i = first; i < end; i++)
        {
            depth += (_tokens[i].Kind, _tokens[i].Value) switch
            {
                (CssTokenKind.Open, "{") => 1,
                (CssTokenKind.Close, "}") => -1,
                _ => 0,
            };
        }

        return depth > 0;
    }

    private (string What, int Token)? FaultOf(int first, int end)
    {
        while (first < end && _tokens[first].Kind == CssTokenKind.Blank)
        {
            first++;
        }

        if (first == end)
        {
            return null;
        }

        if (_tokens[first].Kind == CssTokenKind.AtKeyword && !CssNames.IsAtRule(_tokens[first].Value))
        {
            return ($"the rule '@{SvgFindings.Shown(_tokens[first].Value)}'", first);
        }

        if (PropertyOf(first, end) is { } property && !CssNames.IsProperty(property))
        {
            return ($"the style property '{SvgFindings.Shown(property)}'", first);
        }

        var isNamespace = _tokens[first] is { Kind: CssTokenKind.AtKeyword, Value: "namespace" };
        for (var i = first; i < end; i++)
        {
            var fault = i > first && _tokens[i].Kind == CssTokenKind.AtKeyword ? $"'@{SvgFindings.Shown(_tokens[i].Value)}'" : FaultAt(_tokens, i, isNamespace);
            if (fault is not null)
            {
                return (PropertyOf(first, end) is { } owner ? $"the style property '{SvgFindings.Shown(owner)}' with {fault}" : $"the rule with {fault}", i);
            }
        }

        return null;
    }

    /// <summary>The property of a declaration; null for a piece that is none.</summary>
    private string? PropertyOf(int first, int end)
    {
        if ((end < _tokens.Count && _tokens[end].Value is "{") || _tokens[first].Kind != CssTokenKind.Ident)
        {
            return null;
        }

        for (var i = first + 1; i < end; i++)
        {
            if (_tokens[i].Kind != CssTokenKind.Blank)
            {
                return _tokens[i].Kind == CssTokenKind.Colon ? _tokens[first].Value : null;
            }
        }

        return null;
    }

    /// <summary>What is wrong with a token, wherever it stands; null for nothing.</summary>
    private static string? FaultAt(List<CssToken> tokens, int i, bool isNamespace) => tokens[i] switch
    {
        { Kind: CssTokenKind.Broken } => "a text or an address that is broken off",
        { Kind: CssTokenKind.Url, Value: var address } => isNamespace || SvgAddress.IsInStyle(address) ? null : "an address outside of this file",
        { Kind: CssTokenKind.Function, Value: "url" } => isNamespace || IsSafeUrl(tokens, i) ? null : "an address outside of this file",
        { Kind: CssTokenKind.Function, Value: var name } => CssNames.IsFunction(name) ? null : $"the function '{SvgFindings.Shown(name)}()'",
        { Kind: CssTokenKind.Ident, Value: var name } when CssNames.IsForbidden(name) => IsColon(tokens, i + 1) ? $"'{SvgFindings.Shown(name)}'" : null,
        _ => null,
    };

    /// <summary>An address in quotes, after <c>url(</c>.</summary>
    private static bool IsSafeUrl(List<CssToken> tokens, int i)
    {
        for (i++; i < tokens.Count && tokens[i].Kind == CssTokenKind.Blank; i++)
        {
        }

        return i < tokens.Count && tokens[i].Kind == CssTokenKind.String && SvgAddress.IsInStyle(tokens[i].Value);
    }

    private static bool IsColon(List<CssToken> tokens, int i)
    {
        for (; i < tokens.Count && tokens[i].Kind == CssTokenKind.Blank; i++)
        {
        }

        return i < tokens.Count && tokens[i].Kind == CssTokenKind.Colon;
    }

    private string Kept()
    {
        if (_cuts.Count == 0)
        {
            return _text;
        }

        var kept = new StringBuilder(_text.Length);
        var at = 0;
        foreach (var (start, end) in _cuts)
        {
            kept.Append(_text, at, start - at);
            at = end;
        }

        return kept.Append(_text, at, _text.Length - at).ToString();
    }
}
