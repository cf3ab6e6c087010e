using System.Text.RegularExpressions;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// What ends a rendering, SN33xx: the layer's own errors, and Scriban's in words for the person who writes the
/// template.
/// </summary>
internal static partial class RenderErrors
{
    /// <summary>A page that grows without end.</summary>
    public static RenderFault OutputTooLong(long maxBytes) =>
        new(
            "SN3301",
            $"The output is longer than the limit of {maxBytes} bytes.",
            "Is there a loop or an include that never ends?"
        );

    /// <summary><c>missing.title</c>.</summary>
    public static RenderFault MemberOfNull(string owner, string name) =>
        new(
            "SN3308",
            $"'{owner}' is null here and has no member '{name}'.",
            $"Write '{owner}?.{name}' if it may be null, or test it with 'if'."
        );

    /// <summary><c>{{ 1.0 / 0 }}</c>: "Infinity" and "NaN" on a page are slips of a calculation.</summary>
    public static TemplateMessage NoFiniteNumber(string text) =>
        new(
            "SN3127",
            $"'{text}' is no number that can be shown: something is divided by zero, or too large.",
            "Test with 'if' what it is divided by."
        );

    /// <summary>A call of a name that is null.</summary>
    public static RenderFault FunctionMissing(string name) => new("SN3103", $"There is no function '{name}'.", null);

    /// <summary>A function that is called within a tag and writes.</summary>
    public static RenderFault NothingWrittenHere() =>
        new("SN3412", "A function writes where nothing can be written: in a tag outside of quotes, or in code.", null);

    /// <summary>A computed include, with a dynamic model.</summary>
    public static RenderFault IncludeMissing(string name) =>
        new("SN3106", $"There is no template '{name}' to include.", null);

    /// <summary><c>include null</c>.</summary>
    public static RenderFault IncludeWithoutName() =>
        new("SN3319", "The name of the template to include is null or empty.", null);

    /// <summary>A mistake in an included template, with a dynamic model.</summary>
    public static RenderFault IncludeBroken(string name, TemplateError error) =>
        new(
            "SN3320",
            $"The template '{name}' has a mistake in line {error.Line}, column {error.Column}: {error.Message}",
            error.Hint,
            error
        );

    /// <summary>An error of Scriban's with its place.</summary>
    /// <param name="exception">What a rendering threw.</param>
    /// <param name="sourceOf">The text of a template by its name; null for one that is not known.</param>
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
                $"The loops here ran more than the limit of {LimitIn(text)} times.",
                "Loops within one another count together."
            );
        }
        if (text.Contains("LoopLimit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3314",
                $"The list would have more than the limit of {LimitIn(text)} items.",
                null
            );
        }
        if (text.Contains("recursive depth limit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3316",
                $"Functions and includes are nested deeper than the limit of {LimitIn(text)}.",
                "Does it call itself without end?"
            );
        }
        if (text.Contains("OutputLimit", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3301",
                $"The output is longer than the limit of {LimitIn(text)} characters.",
                "Is there a loop or an include that never ends?"
            );
        }
        if (text.Contains("LimitToString", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3302",
                $"A string would be longer than the limit of {LimitIn(text)} characters.",
                null
            );
        }
        if (text.Contains("too deeply nested", StringComparison.Ordinal))
        {
            return new TemplateMessage(
                "SN3303",
                "A value with so many levels cannot be printed or compared.",
                "Does it hold itself?"
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

    /// <summary>A message of Scriban's with single quotes for backquotes and a full stop.</summary>
    public static string InPlainWords(string message)
    {
        var text = message
            .Replace('`', '\'')
            .Replace("<EOL>/end of line", "the end of the line", StringComparison.Ordinal)
            .Trim();
        return text.Length > 0 && text[^1] is '.' or '?' ? text : $"{text}.";
    }

    /// <summary>
    /// "…recursive depth limit `100` for…", "…LimitToString `1048576`.": the message may quote the template, which has
    /// numbers, too.
    /// </summary>
    private static string LimitIn(string text) =>
        LimitPattern().Match(text) is { Success: true } found ? found.Groups["limit"].Value : "?";

    /// <summary>
    /// "Cannot get the member a.b for a null object", "Object `a` is null. Cannot access member: a.b".
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
