using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>One thing that an editor should mend. Born only in the catalogue: the <c>*Diagnostics</c> classes of this folder.</summary>
/// <param name="Code"><c>SN1xxx</c> articles, <c>SN2xxx</c> archive, <c>SN3xxx</c> templates, <c>SN4xxx</c> configuration, <c>SN5xxx</c> storage.</param>
/// <param name="Severity">Whether the exit status becomes 1.</param>
/// <param name="Message">One sentence without a full stop, in the words of a newsroom.</param>
/// <param name="At">Where; never null, though it may be a file as a whole.</param>
/// <param name="Hint">What to do about it, or null where the message says it already.</param>
internal sealed record Diagnostic(string Code, Severity Severity, string Message, SourceLocation At, string? Hint = null)
{
    public static Diagnostic Error(string code, SourceLocation at, string message, string? hint = null) =>
        new(code, Severity.Error, message, at, hint);

    public static Diagnostic Warning(string code, SourceLocation at, string message, string? hint = null) =>
        new(code, Severity.Warning, message, at, hint);

    /// <summary>The order in which diagnostics are shown, whichever worker found them first: path, offset, code, message.</summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.At.Path, right.At.Path);
        order = order != 0 ? order : left.At.Offset.CompareTo(right.At.Offset);
        order = order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
