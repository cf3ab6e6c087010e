using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Runtime;
using StaticNews.Templates.Diagnostics;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>
/// <c>regex.*</c>: .NET's expressions, with one limit on the time of all matches of a call. .NET has two engines that
/// find the same matches: the backtracking one is far faster on ordinary text, but some patterns make it take forever;
/// the other takes time in proportion to the text, but has no lookarounds and back references. So a pattern runs
/// backtracking first, and again in linear time when that was not enough.
/// </summary>
internal sealed class RegexBuiltins(bool isStock)
{
    // Themes use a handful; patterns made from data must not pile up.
    private const int MaxPatterns = 64;
    private const int MaxPatternChars = 4096;
    private const int StepsPerMillisecond = 8000;

    // The share of the limit that the backtracking engine gets before the linear one takes over.
    private const int BacktrackingShare = 4;

    // What all matches of a call may hold: a few texts of the greatest length, and for each value about what an object
    // takes.
    private const int MostTexts = 4;
    private const int UnitsPerValue = 16;

    private static readonly string[] Whole = ["$_", "$`", "$'"];

    private readonly Dictionary<(string Pattern, RegexOptions Options), Regex> _known = [];

    /// <summary>
    /// The functions know the expressions they have used, so a table must not serve two threads at once.
    /// </summary>
    /// <param name="isStock">Whether an unknown option means nothing, as in stock Scriban, and is no fault.</param>
    public static void Add(ScriptObject builtins, bool isStock) =>
        ScribanBuiltins.Replace(builtins, "regex", new RegexBuiltins(isStock).Functions());

    /// <summary>Looks whether a pattern and its options can be used.</summary>
    /// <exception cref="RenderFault">They cannot.</exception>
    public static void Check(string pattern, string? options)
    {
        var functions = new RegexBuiltins(isStock: false);
        functions.Known(pattern, functions.Options(options), TimeSpan.FromSeconds(1));
    }

    private Builtin[] Functions() =>
        [
            Function("match", 2, typeof(ScriptArray), (_, matches, _) => Groups(matches.FirstOrDefault())),
            Function("matches", 2, typeof(ScriptArray), (_, matches, _) => new ScriptArray(matches.Select(Groups))),
            Function("split", 2, typeof(ScriptArray), (_, matches, a) => Pieces(matches, (string)a[0]!)),
            Function(
                "replace",
                3,
                typeof(string),
                (context, matches, a) => Replaced(context, matches, (string)a[0]!, a[2] as string ?? "")
            ),
            Changed("escape", Regex.Escape),
            Changed("unescape", Regex.Unescape),
        ];

    private static Builtin Changed(string name, Func<string, string> change) =>
        new(
            name,
            typeof(string),
            [Need<string>("pattern")],
            (_, _, a) => a[0] is string pattern ? Parsed(pattern, change) : null
        );

    private Builtin Function(
        string name,
        int texts,
        Type returns,
        Func<TemplateContext, IEnumerable<Match>, ScriptArray, object?> use
    )
    {
        ScriptParameterInfo[] parameters = [Need<string>("text"), Need<string>("pattern"), Need<string>("replace")];
        return new(
            name,
            returns,
            [.. parameters.AsSpan(0, texts), May<string>("options")],
            (context, _, a) =>
            {
                var text = a[0] as string ?? throw FunctionErrors.NeedsText("text");
                var pattern = a[1] as string ?? throw FunctionErrors.NeedsText("pattern");
                var options = Options(a[texts] as string);
                var start = Stopwatch.GetTimestamp();
                try
                {
                    return Used(options, context.RegexTimeOut / BacktrackingShare)
                        ?? Used(options | RegexOptions.NonBacktracking, context.RegexTimeOut)
                        ?? throw FunctionErrors.PatternTooSlow(pattern, context.RegexTimeOut);
                }
                catch (NotSupportedException)
                {
                    throw FunctionErrors.PatternTooSlow(pattern, context.RegexTimeOut / BacktrackingShare);
                }
                finally
                {
                    // Slow ones one after another must end as well.
                    (context as LimitedContext)?.CountItems(
                        (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds * StepsPerMillisecond
                    );
                }

                object? Used(RegexOptions chosen, TimeSpan limit)
                {
                    try
                    {
                        return use(context, Matches(context, Known(pattern, chosen, limit), text, limit), a);
                    }
                    catch (RegexMatchTimeoutException)
                    {
                        return null;
                    }
                }
            }
        );
    }

    private Regex Known(string pattern, RegexOptions options, TimeSpan limit)
    {
        if (_known.TryGetValue((pattern, options), out var known))
            return known;
        if (pattern.Length > MaxPatternChars)
            throw FunctionErrors.PatternTooLong(MaxPatternChars);
        if (_known.Count >= MaxPatterns)
            _known.Clear();
        return _known[(pattern, options)] = Parsed(pattern, text => new Regex(text, options, limit));
    }

    private static T Parsed<T>(string pattern, Func<string, T> parse)
    {
        try
        {
            return parse(pattern);
        }
        catch (RegexParseException failure)
        {
            throw FunctionErrors.BadPattern(pattern, failure.Message);
        }
    }

    private RegexOptions Options(string? letters) =>
        (letters ?? "").Aggregate(RegexOptions.CultureInvariant, (known, letter) => known | Option(letter));

    private RegexOptions Option(char letter) =>
        letter switch
        {
            'i' => RegexOptions.IgnoreCase,
            'm' => RegexOptions.Multiline,
            's' => RegexOptions.Singleline,
            'x' => RegexOptions.IgnorePatternWhitespace,
            _ => isStock ? RegexOptions.None : throw FunctionErrors.UnknownPatternOption(letter),
        };

    private static IEnumerable<Match> Matches(TemplateContext context, Regex regex, string text, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        var units = 0L;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (Stopwatch.GetElapsedTime(start) > limit)
                throw new RegexMatchTimeoutException(text, regex.ToString(), limit);
            // Groups that look ahead can hold the rest of the text at each of its characters.
            foreach (Group group in match.Groups)
                units += group.Length + UnitsPerValue;
            if (units > (long)context.LimitToString * MostTexts)
                throw LimitErrors.TooMuchMemory();
            yield return match;
        }
    }

    private static ScriptArray Groups(Match? match) =>
        match is null ? [] : new(match.Groups.Values.Select(group => group.Value));

    /// <summary>The groups that took part in a match are pieces as well, as in .NET.</summary>
    private static ScriptArray Pieces(IEnumerable<Match> matches, string text)
    {
        var pieces = new ScriptArray();
        var from = 0;
        foreach (var match in matches)
        {
            pieces.Add(text[from..match.Index]);
            pieces.AddRange(match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value));
            from = match.Index + match.Length;
        }
        pieces.Add(text[from..]);
        return pieces;
    }

    /// <summary>Match by match, so that a result that grows without end is noticed in time.</summary>
    private static string Replaced(TemplateContext context, IEnumerable<Match> matches, string text, string replacement)
    {
        var result = new StringBuilder();
        var from = 0;
        var used = replacement.AsSpan().Count('$');
        foreach (var match in matches)
        {
            // One '$' inserts a group at most, or with '$_' and the like the text itself.
            if (used > 0)
                LimitErrors.CheckLength(context, result.Length + ((long)used * LongestPart(match, text, replacement)));
            result.Append(text, from, match.Index - from).Append(used == 0 ? replacement : match.Result(replacement));
            from = match.Index + match.Length;
            LimitErrors.CheckLength(context, result.Length);
        }
        LimitErrors.CheckLength(context, (long)result.Length + text.Length - from);
        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int LongestPart(Match match, string text, string replacement) =>
        Whole.Any(part => replacement.Contains(part, StringComparison.Ordinal))
            ? text.Length
            : match.Groups.Values.Max(one => one.Length);
}
