using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// What is doubtful in a template with a typed model, SN314x. None of these keeps it from being used.
/// </summary>
internal static class TemplateWarnings
{
    /// <summary>
    /// <c>x = 1</c>, and nobody asks for <c>x</c>. A page may use what its include does not, so this holds only if it
    /// is said of each page.
    /// </summary>
    public const string UnusedVariableCode = "SN3140";

    /// <summary>As <see cref="UnusedVariableCode"/>, of <c>func f</c>.</summary>
    public const string UnusedFunctionCode = "SN3141";

    public static TemplateMessage UnusedVariable(string name) =>
        Warning(
            UnusedVariableCode,
            $"'{name}' is given a value that nothing uses.",
            "Take it out, or begin its name with '_' if that is meant."
        );

    public static TemplateMessage UnusedFunction(string name) =>
        Warning(
            UnusedFunctionCode,
            $"The function '{name}' is never called.",
            "Take it out, or begin its name with '_' if that is meant."
        );

    /// <summary><c>$x</c> without a value.</summary>
    public static TemplateMessage NeverAssigned(string name, string? meant) =>
        Warning(
            "SN3142",
            $"'{name}' is never given a value in this template: it is always null.",
            TemplateErrors.DidYouMean(meant) ?? "Names that begin with '$' do not reach into includes."
        );

    /// <summary><c>for a in xs; end; a</c>.</summary>
    public static TemplateMessage OutsideItsLoop(string name) =>
        Warning("SN3143", $"'{name}' has a value only within its loop: it is always null here.", null);

    /// <summary><c>title = 'x'</c> where the model has a title.</summary>
    public static TemplateMessage HidesMember(string name) =>
        Warning(
            "SN3144",
            $"This variable hides '{name}' of the page, which can then be neither read nor checked.",
            "Give the variable a name of its own."
        );

    /// <summary><c>break; x</c>.</summary>
    public static TemplateMessage NeverReached(string word) =>
        Warning("SN3145", $"This is never reached: it stands after '{word}'.", null);

    /// <summary><c>date.now</c>.</summary>
    public static TemplateMessage TellsBuildInstant() =>
        Warning(
            "SN3146",
            "'date.now' is the instant of the build, so each build would write this page anew.",
            "Use a date of the page: when it was published or changed."
        );

    /// <summary><c>article.date &lt; 5</c>, <c>article.mood == 'lowd'</c>.</summary>
    public static TemplateMessage AlwaysSame(ScriptBinaryOperator operation, Type left, Type right, bool outcome) =>
        Warning(
            "SN3147",
            $"'{TemplateErrors.OperatorText(operation)}' between {ModelTypes.Describe(left)} and "
                + $"{ModelTypes.Describe(right)} "
                + $"is always {(outcome ? "true" : "false")}.",
            null
        );

    /// <summary><c>article.mood == 'lowd'</c>.</summary>
    public static TemplateMessage NoSuchChoice(
        string text,
        string value,
        IReadOnlyList<string> choices,
        string? meant
    ) =>
        Warning(
            "SN3148",
            $"'{text}' is never '{value}'.",
            TemplateErrors.DidYouMean(meant) ?? $"It is one of: {string.Join(", ", choices)}."
        );

    /// <summary><c>article.date &gt; '2024-01-01'</c>.</summary>
    public static TemplateMessage DateAsText(ScriptBinaryOperator operation) =>
        Warning(
            "SN3149",
            $"'{TemplateErrors.OperatorText(operation)}' between a date and a text compares letters: '9 Mar' comes "
                + $"after '10 Apr'.",
            "A text becomes a date with 'date.parse'."
        );

    /// <summary><c>article.date | date.to_string '%Q'</c>.</summary>
    public static TemplateMessage UnknownDateLetter(string part) =>
        Warning(
            "SN3150",
            $"'{part}' means nothing in the pattern of a date and is written as it is.",
            part is "%" ? "A percent sign is '%%'." : "The letters are those of 'strftime': %d %B %Y is 9 March 2024."
        );

    /// <summary><c>for.index</c> in no loop.</summary>
    public static TemplateMessage OutsideAnyLoop(string text) =>
        Warning("SN3151", $"'{text}' has a value only within a loop: it is always null here.", null);

    private static TemplateMessage Warning(string code, string message, string? hint) => new(code, message, hint);
}
