using System.Text.RegularExpressions;
using static StaticNews.Templates.Parameter;
using Kind = StaticNews.Templates.ParameterKind;

namespace StaticNews.Templates;

/// <summary>The <c>regex</c> object: .NET's expressions, with a limit on time.</summary>
internal static class RegexFunctions
{
    // The share of the limit that the backtracking engine gets before the linear one takes over.
    private const int BacktrackingShare = 4;

    private delegate Value Use(RenderState call, ref PatternMatches matches, ReadOnlySpan<Value> arguments);

    public static BuiltinNamespace Namespace { get; } = Builtins.Namespace("regex",
    [
        new("regex.escape", [Required("pattern", Kind.Text)], (_, a) => a[0].IsNull ? Value.Null : Value.Of(Regex.Escape(a[0].AsText()!))),
        new("regex.match", [Required("text", Kind.Text), Required("pattern", Kind.Text), Optional("options", Kind.Text)], (call, a) => Match(call, a, 2, First)),
        new("regex.matches", [Required("text", Kind.Text), Required("pattern", Kind.Text), Optional("options", Kind.Text)], (call, a) => Match(call, a, 2, All)),
        new("regex.replace",
            [Required("text", Kind.Text), Required("pattern", Kind.Text), Required("replace", Kind.Text), Optional("options", Kind.Text)],
            (call, a) => Match(call, a, 3, Replaced)),
        new("regex.split", [Required("text", Kind.Text), Required("pattern", Kind.Text), Optional("options", Kind.Text)], (call, a) => Match(call, a, 2, Pieces)),
        new("regex.unescape", [Required("pattern", Kind.Text)], (_, a) => a[0].IsNull ? Value.Null : Value.Of(Unescape(a[0].AsText()!))),
    ]);

    private static Value Match(RenderState call, ReadOnlySpan<Value> a, int options, Use use)
    {
        var text = a[0].AsText() ?? throw FunctionErrors.NeedsText("text");
        var pattern = a[1].AsText() ?? throw FunctionErrors.NeedsText("pattern");
        var letters = a[options].AsText();
        var limit = call.Limits.RegexTime / BacktrackingShare;
        try
        {
            var matches = new PatternMatches(call.Patterns.Get(pattern, letters, limit), text, limit);
            return use(call, ref matches, a);
        }
        catch (RegexMatchTimeoutException)
        {
            return MatchLinear(call, a, call.Patterns.GetLinear(pattern, letters, call.Limits.RegexTime), use);
        }
    }

    private static Value MatchLinear(RenderState call, ReadOnlySpan<Value> a, Regex? linear, Use use)
    {
        var limit = call.Limits.RegexTime;
        if (linear is null)
            throw FunctionErrors.PatternTooSlow(a[1].AsText()!, limit / BacktrackingShare);
        try
        {
            var matches = new PatternMatches(linear, a[0].AsText()!, limit);
            return use(call, ref matches, a);
        }
        catch (RegexMatchTimeoutException)
        {
            throw FunctionErrors.PatternTooSlow(a[1].AsText()!, limit);
        }
    }

    private static Value First(RenderState call, ref PatternMatches matches, ReadOnlySpan<Value> a) =>
        Value.Of(matches.MoveNext() ? Groups(matches.Current) : new TemplateList());

    private static Value All(RenderState call, ref PatternMatches matches, ReadOnlySpan<Value> a)
    {
        var list = new TemplateList();
        while (matches.MoveNext())
            list.Add(Value.Of(Groups(matches.Current)));
        return Value.Of(list);
    }

    /// <summary>The groups that took part in a match are pieces as well, as in .NET.</summary>
    private static Value Pieces(RenderState call, ref PatternMatches matches, ReadOnlySpan<Value> a)
    {
        var text = a[0].AsText()!;
        var pieces = new TemplateList();
        var from = 0;
        while (matches.MoveNext())
        {
            var match = matches.Current;
            pieces.Add(Value.Of(text[from..match.Index]));
            from = match.Index + match.Length;
            for (var i = 1; i < match.Groups.Count; i++)
            {
                if (match.Groups[i].Success)
                    pieces.Add(Value.Of(match.Groups[i].Value));
            }
        }

        pieces.Add(Value.Of(text[from..]));
        return Value.Of(pieces);
    }

    /// <summary>Match by match, so that a result that grows without end is noticed in time.</summary>
    private static Value Replaced(RenderState call, ref PatternMatches matches, ReadOnlySpan<Value> a)
    {
        var text = a[0].AsText()!;
        var replacement = a[2].AsText() ?? "";
        var result = new TextBuffer(stackalloc char[512]);
        var from = 0;
        var groupsUsed = replacement.AsSpan().Count('$');
        while (matches.MoveNext())
        {
            var match = matches.Current;
            if (groupsUsed > 0)
                call.CheckLength(result.Length + ((long)groupsUsed * LongestGroup(match, text, replacement)));
            result.Append(text.AsSpan(from, match.Index - from));
            result.Append(groupsUsed == 0 ? replacement : match.Result(replacement));
            from = match.Index + match.Length;
            call.CheckLength(result.Length);
        }

        result.Append(text.AsSpan(from));
        return Value.Of(call.Checked(result.Take()));
    }

    /// <summary>A bound for what one <c>$</c> can insert: the longest group, or the whole text for <c>$_ $` $'</c>.</summary>
    private static int LongestGroup(Match match, string text, string replacement)
    {
        if (replacement.AsSpan().IndexOfAny("_`'") >= 0)
            return text.Length;
        var longest = 0;
        foreach (Group group in match.Groups)
            longest = Math.Max(longest, group.Length);
        return longest;
    }

    private static TemplateList Groups(Match match)
    {
        var groups = new TemplateList(match.Groups.Count);
        foreach (Group group in match.Groups)
            groups.Add(Value.Of(group.Value));
        return groups;
    }

    private static string Unescape(string pattern)
    {
        try
        {
            return Regex.Unescape(pattern);
        }
        catch (ArgumentException failure)
        {
            throw FunctionErrors.BadPattern(pattern, failure.Message);
        }
    }
}
