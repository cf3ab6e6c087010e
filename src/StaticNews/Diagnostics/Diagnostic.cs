using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// A message about the site for its authors. Only the catalogue creates them: the <c>*Diagnostics</c> classes of this
/// folder, and that of the template language.
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

    /// <summary>An error makes the exit status 1.</summary>
    public Severity Severity { get; }

    /// <summary>
    /// What is wrong and what follows from it: a full sentence that begins with a small letter and has no full stop at
    /// the end, as compilers write it.
    /// </summary>
    public string Message => _message.ToString();

    /// <summary>The place, which can be a file as a whole.</summary>
    public SourceLocation At { get; init; }

    /// <summary>
    /// What to do: one or more sentences that begin with a capital letter, without a full stop at the end. It is null
    /// where the message is enough.
    /// </summary>
    public string? Hint { get; }

    public static Diagnostic Error(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Error, message, at, hint);

    public static Diagnostic Warning(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Warning, message, at, hint);

    public static Diagnostic Note(string code, SourceLocation at, Phrase message, string? hint = null) =>
        new(code, Severity.Note, message, at, hint);

    /// <summary>The same message as a warning, where the site is built without the faulty part.</summary>
    /// <param name="consequence">The end of the message, which says what is left out or used instead.</param>
    public Diagnostic AsWarning(string consequence) => new(Code, Severity.Warning, Message + consequence, At, Hint);

    /// <summary>The same message with a consequence.</summary>
    /// <param name="consequence">As in <see cref="AsWarning"/>.</param>
    public Diagnostic With(string consequence) => new(Code, Severity, Message + consequence, At, Hint);

    /// <summary>
    /// The order in which diagnostics are shown, which does not depend on the workers: path, offset, code, message.
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
/// An error leaves an article or a page out of the build or makes it wrong. A warning does not. A note needs no action.
/// </summary>
internal enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>The known word that is most similar to a mistyped one, for "did you mean".</summary>
internal static class SpellingSuggestion
{
    /// <summary>
    /// The largest edit distance of a mistyped word. With four, unrelated long words would be similar.
    /// </summary>
    private const int MostSlips = 3;

    /// <summary>
    /// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours: optimal string
    /// alignment), if that distance is at most a third of the longer word's length, so that one in three letters may be
    /// wrong; null otherwise. Therefore 'tag' is not a suggestion for 'map', and words of two letters have none. If two
    /// candidates are equally near, the first one is returned.
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
    /// Whether the two words differ in one letter that was added, left out, replaced or swapped with its neighbour.
    /// Case is ignored.
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
