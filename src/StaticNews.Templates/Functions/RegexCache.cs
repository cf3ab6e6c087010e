using System.Text.RegularExpressions;

namespace StaticNews.Templates;

/// <summary>
/// The regular expressions a rendering has used, so that a loop does not parse one again and again.
/// <para>
/// .NET has two engines that find the same matches. The backtracking one is far faster on ordinary text (microseconds for a paragraph, where the other
/// takes milliseconds), but some patterns make it take forever; the other takes time in proportion to the text, but has no lookarounds and back references.
/// So a pattern runs backtracking for a short while, and again from the start with the linear engine when that was not enough.
/// </para>
/// </summary>
internal sealed class RegexCache
{
    // Themes use a handful; patterns made from data must not pile up.
    private const int MaxPatterns = 64;

    private const int MaxPatternChars = 4096;

    private readonly Dictionary<(string Pattern, RegexOptions Options), Regex> _patterns = [];

    /// <summary>The expression for the backtracking engine.</summary>
    /// <param name="pattern">A .NET regular expression.</param>
    /// <param name="letters">Any of the letters i, m, s, x; null for none.</param>
    /// <param name="limit">For one match.</param>
    public Regex Get(string pattern, string? letters, TimeSpan limit) => GetOrAdd(pattern, Options(letters), limit);

    /// <summary>The expression for the linear engine, or null when the pattern needs the other.</summary>
    public Regex? GetLinear(string pattern, string? letters, TimeSpan limit)
    {
        try
        {
            return GetOrAdd(pattern, Options(letters) | RegexOptions.NonBacktracking, limit);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private Regex GetOrAdd(string pattern, RegexOptions options, TimeSpan limit)
    {
        if (_patterns.TryGetValue((pattern, options), out var known) && known.MatchTimeout == limit)
            return known;
        if (pattern.Length > MaxPatternChars)
            throw FunctionErrors.PatternTooLong(MaxPatternChars);
        if (_patterns.Count >= MaxPatterns)
            _patterns.Clear();
        try
        {
            return _patterns[(pattern, options)] = new Regex(pattern, options, limit);
        }
        catch (RegexParseException failure)
        {
            throw FunctionErrors.BadPattern(pattern, failure.Message);
        }
    }

    private static RegexOptions Options(string? letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters ?? "")
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw FunctionErrors.UnknownPatternOption(letter),
            };
        }

        return options;
    }
}
