using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// One thing that an editor should mend. Born only in the catalogue: the <c>*Diagnostics</c> classes of this folder.
/// </summary>
internal sealed record Diagnostic
{
    private readonly Phrase _message;

    public Diagnostic(string code, Severity severity, Phrase message, SourceLocation at, string? hint = null)
    {
        Code = code;
        Severity = severity;
        _message = message;
        At = at;
        Hint = hint;
    }

    /// <summary>
    /// <c>SN1xxx</c> articles, <c>SN2xxx</c> archive, <c>SN3xxx</c> templates, <c>SN4xxx</c> configuration,
    /// <c>SN5xxx</c> storage, <c>SN6xxx</c> weight.
    /// </summary>
    public string Code { get; }

    /// <summary>Whether the exit status becomes 1.</summary>
    public Severity Severity { get; }

    /// <summary>One sentence without a full stop, in the words of a newsroom.</summary>
    public string Message => _message.ToString();

    /// <summary>Where; never null, though it may be a file as a whole.</summary>
    public SourceLocation At { get; init; }

    /// <summary>What to do about it, or null where the message says it already.</summary>
    public string? Hint { get; }

    public static Diagnostic Error(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Error, message, at, hint);

    public static Diagnostic Warning(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Warning, message, at, hint);

    public static Diagnostic Note(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Note, message, at, hint);

    /// <summary>The same fault where it costs less.</summary>
    /// <param name="consequence">What is left out or used instead; follows the message: "; it is left out".</param>
    public Diagnostic AsWarning(string consequence) => new(Code, Severity.Warning, Message + consequence, At, Hint);

    /// <summary>The same fault, with what follows from it.</summary>
    /// <param name="consequence">As in <see cref="AsWarning"/>.</param>
    public Diagnostic With(string consequence) => new(Code, Severity, Message + consequence, At, Hint);

    /// <summary>
    /// The order in which diagnostics are shown, whichever worker found them first: path, offset, code, message.
    /// </summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = left.At.ComparePath(right.At);
        order = order != 0 ? order : left.At.Offset.CompareTo(right.At.Offset);
        order = order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}

/// <summary>
/// An error keeps an article or a page out of the build or makes it wrong; a warning does not; a note asks for nothing.
/// </summary>
internal enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>"Did you mean": the nearest of the words that would have been right.</summary>
internal static class SpellingSuggestion
{
    /// <summary>Slips in a word that was meant; with four, two long words of a few common endings are near.</summary>
    private const int MostSlips = 3;

    /// <summary>
    /// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours: optimal string
    /// alignment), if that is at most a third of the longer one's length (one in every three letters may be wrong);
    /// null otherwise. So 'tag' is not meant by 'map', and of words of two letters none is near to another. Ties go to
    /// the first candidate.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var smallest = MostSlips + 1;
        foreach (var candidate in candidates)
        {
            var most = Math.Min(smallest - 1, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) > most)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance <= most)
            {
                (nearest, smallest) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Whether one letter added, left out, replaced or swapped with its neighbour makes one word of the other; case
    /// does not count.
    /// </summary>
    public static bool IsOneSlipFrom(string word, string other) => Distance(word, other) == 1;

    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
