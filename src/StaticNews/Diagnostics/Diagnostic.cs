using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>One thing that an editor should mend. Born only in the catalogue: the <c>*Diagnostics</c> classes of this folder.</summary>
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

    /// <summary><c>SN1xxx</c> articles, <c>SN2xxx</c> archive, <c>SN3xxx</c> templates, <c>SN4xxx</c> configuration, <c>SN5xxx</c> storage, <c>SN6xxx</c> weight.</summary>
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

    /// <summary>The order in which diagnostics are shown, whichever worker found them first: path, offset, code, message.</summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = left.At.ComparePath(right.At);
        order = order != 0 ? order : left.At.Offset.CompareTo(right.At.Offset);
        order = order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
