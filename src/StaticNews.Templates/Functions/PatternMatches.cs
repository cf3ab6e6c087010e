using System.Diagnostics;
using System.Text.RegularExpressions;

namespace StaticNews.Templates;

/// <summary>The matches of a regular expression one after another, with one limit on the time of all together (.NET's own is for each).</summary>
internal ref struct PatternMatches(Regex regex, string text, TimeSpan limit)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private Match? _match;

    public readonly Match Current => _match!;

    /// <exception cref="RegexMatchTimeoutException">The limit is reached.</exception>
    public bool MoveNext()
    {
        _match = _match is null ? regex.Match(text) : _match.NextMatch();
        if (Stopwatch.GetElapsedTime(_start) > limit)
            throw new RegexMatchTimeoutException(text, regex.ToString(), limit);
        return _match.Success;
    }
}
