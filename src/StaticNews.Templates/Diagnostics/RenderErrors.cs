using System.Text.RegularExpressions;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// The errors SN33xx that end the rendering of a page: those of this library, and those of Scriban with a message for
/// the author of the template.
/// </summary>
internal static partial class RenderErrors
{
    /// <summary>The output of a page is longer than the limit.</summary>
    public static RenderFault OutputTooLong(long maxBytes) =>
        new(
            "SN3301",
            $"the output is longer than the limit of {maxBytes} bytes",
            "Look for a loop or an include that never ends"
        );

    /// <summary>A member of null is read: <c>missing.title</c>.</summary>
    public static RenderFault MemberOfNull(string owner, string name) =>
        new(
            "SN3308",
            $"'{owner}' is null here and has no member '{name}'",
            $"Write '{owner}?.{name}' if it may be null, or test it with 'if'"
        );

    /// <summary>
    /// A number is infinite or not a number: <c>{{ 1.0 / 0 }}</c>. No page needs "Infinity" or "NaN".
    /// </summary>
    public static TemplateMessage NoFiniteNumber(string text) =>
        new(
            "SN3127",
            $"'{text}' is not a finite number, because something is divided by zero or is too large",
            "Test the divisor with 'if'"
        );

    /// <summary>The name of a function is null.</summary>
    public static RenderFault FunctionMissing(string name) => new("SN3103", $"there is no function '{name}'", null);

    /// <summary>A function that writes text is called in a tag.</summary>
    public static RenderFault NothingWrittenHere() =>
        new("SN3412", "a function writes text where none can be written: in a tag outside of quotes, or in code", null);

    /// <summary>The computed name of an include is unknown. This is possible with a dynamic model only.</summary>
    public static RenderFault IncludeMissing(string name) =>
        new("SN3106", $"there is no template '{name}' to include", null);

    /// <summary>The name of an include is null or empty: <c>include null</c>.</summary>
    public static RenderFault IncludeWithoutName() =>
        new("SN3319", "the name of the template to include is null or empty", null);

    /// <summary>An included template has an error. This is possible with a dynamic model only.</summary>
    public static RenderFault IncludeBroken(string name, TemplateError error) =>
        new(
            "SN3320",
            $"the template '{name}' has an error in line {error.Line}, column {error.Column}: {error.Message}",
            error.Hint,
            error
        );

    /// <summary>The error for an exception of Scriban, with its place.</summary>
    /// <param name="exception">The exception that ended the rendering.</param>
    /// <param name="sourceOf">Gives the text of a template by its name; null for an unknown one.</param>
    public static TemplateError From(ScriptRuntimeException exception, Func<string, TemplateSource?> sourceOf)
    {
        var source = sourceOf(exception.Span.FileName ?? "") ?? new TemplateSource(exception.Span.FileName ?? "", "");
        return source.Error(TemplateSpan.Of(exception.Span), ContentOf(exception, out var inner)) with
        {
            Inner = inner,
        };
    }

    private static TemplateMessage ContentOf(ScriptRuntimeException exception, out TemplateError? inner)
    {
        inner = null;
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is not RenderFault fault)
                continue;
            inner = fault.Inner;
            return fault.Content;
        }
        var text = exception.OriginalMessage;
        if (text.Contains("iteration limit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3315",
                $"the loops here have more rounds than the limit of {LimitIn(text)}",
                "The rounds of nested loops are counted together"
            );
        }
        if (text.Contains("LoopLimit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3314",
                $"the list would have more than the limit of {LimitIn(text)} items",
                null
            );
        }
        if (text.Contains("recursive depth limit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3316",
                $"functions and includes are nested deeper than the limit of {LimitIn(text)}",
                "Check whether a function or include calls itself without end"
            );
        }
        if (text.Contains("OutputLimit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3301",
                $"the output is longer than the limit of {LimitIn(text)} characters",
                "Look for a loop or an include that never ends"
            );
        }
        if (text.Contains("LimitToString", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3302",
                $"a string would be longer than the limit of {LimitIn(text)} characters",
                null
            );
        }
        if (text.Contains("too deeply nested", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3303",
                "a value with so many levels cannot be printed or compared",
                "Check whether it contains itself"
            );
        }
        if (MissingFunction().Match(text) is { Success: true } missing)
            return FunctionMissing(missing.Groups["name"].Value).Content;
        if (NullPattern().Match(text) is { Success: true } path)
        {
            return MemberOfNull(path.Groups["owner"].Value, path.Groups["name"].Value).Content;
        }
        return new TemplateMessage("SN3300", InPlainWords(text), null);
    }

    /// <summary>
    /// A message of Scriban in the form of this catalogue: with single quotes, a small first letter and no full stop.
    /// </summary>
    public static string InPlainWords(string message)
    {
        var text = message
            .Replace('`', '\'')
            .Replace("<EOL>/end of line", "the end of the line", StringComparison.Ordinal)
            .Trim();
        text = text.TrimEnd('.');
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>
    /// The limit in a message of Scriban: "…recursive depth limit `100` for…", "…LimitToString `1048576`." Other
    /// numbers in the message may come from the template.
    /// </summary>
    private static string LimitIn(string text) =>
        LimitPattern().Match(text) is { Success: true } found ? found.Groups["limit"].Value : "?";

    /// <summary>
    /// Matches "Cannot get the member a.b for a null object" and "Object `a` is null. Cannot access member: a.b".
    /// </summary>
    [GeneratedRegex(
        @"^(?:Cannot get the member|Object `.*` is null. Cannot access member:) "
            + @"(?<owner>.+)\.(?<name>\w+)(?: for a null object\.)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NullPattern();

    [GeneratedRegex(
        "^The (?:target )?function `(?<name>.+)` (?:was not found|is null)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MissingFunction();

    [GeneratedRegex(
        "[Ll]imit\\w* `(?<limit>[0-9]+)`",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LimitPattern();
}
