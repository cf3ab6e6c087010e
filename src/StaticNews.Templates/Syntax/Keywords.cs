namespace StaticNews.Templates;

/// <summary>The words of the language that cannot name a variable.</summary>
internal static class Keywords
{
    private static readonly string[] First =
    [
        "break", "capture", "case", "continue", "else", "end", "for", "func", "if", "import", "include", "readonly", "ret", "tablerow", "when", "while", "with", "wrap",
    ];

    /// <summary>The first word of a statement that someone may have meant, one slip away; null for none.</summary>
    public static string? Nearest(string word) => word.Length < 3 || First.Contains(word, StringComparer.Ordinal) ? null : Spelling.Nearest(word, First, most: 1);

    /// <summary>Words that begin or end a statement and are no value. <c>for</c> and <c>while</c> are not among them: <c>for.index</c> is a value.</summary>
    public static bool AreStatements(ReadOnlySpan<char> word) => word switch
    {
        "if" or "else" or "end" or "case" or "when" or "func" or "capture" or "wrap" or "with" or "ret" or "break" or "continue"
            or "import" or "readonly" or "tablerow" or "in" => true,
        _ => false,
    };

    /// <summary>Words that are a value and cannot be assigned to.</summary>
    public static bool AreValues(ReadOnlySpan<char> word) => word is "true" or "false" or "null" or "empty" or "this" or "for" or "while" or "do";
}
