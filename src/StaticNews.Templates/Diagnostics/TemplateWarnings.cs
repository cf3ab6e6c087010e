using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// The warnings SN314x about a template with a typed model. The template can be used nevertheless.
/// </summary>
internal static class TemplateWarnings
{
    /// <summary>
    /// The code of <see cref="UnusedVariable"/>. A page may use a variable that its include does not use, so the
    /// warning is true of an include only if it is reported for each page.
    /// </summary>
    public const string UnusedVariableCode = "SN3140";

    /// <summary>The code of <see cref="UnusedFunction"/>, as <see cref="UnusedVariableCode"/>.</summary>
    public const string UnusedFunctionCode = "SN3141";

    /// <summary>A variable is assigned and not used: <c>x = 1</c>.</summary>
    public static TemplateMessage UnusedVariable(string name) =>
        Warning(
            UnusedVariableCode,
            $"the value of '{name}' is never used",
            "Delete it, or begin its name with '_' if that is intended"
        );

    /// <summary>A function is defined and not called: <c>func f</c>.</summary>
    public static TemplateMessage UnusedFunction(string name) =>
        Warning(
            UnusedFunctionCode,
            $"the function '{name}' is never called",
            "Delete it, or begin its name with '_' if that is intended"
        );

    /// <summary>A variable has no value anywhere: <c>$x</c>.</summary>
    public static TemplateMessage NeverAssigned(string name, string? meant) =>
        Warning(
            "SN3142",
            $"'{name}' has no value in this template, so it is always null",
            TemplateErrors.DidYouMean(meant) ?? "Variables whose names begin with '$' are not visible in includes"
        );

    /// <summary>The variable of a loop is used after the loop: <c>for a in xs; end; a</c>.</summary>
    public static TemplateMessage OutsideItsLoop(string name) =>
        Warning("SN3143", $"'{name}' has a value only within its loop, so it is always null here", null);

    /// <summary>
    /// A variable has the name of a member of the model: <c>title = 'x'</c> where the model has a title.
    /// </summary>
    public static TemplateMessage HidesMember(string name) =>
        Warning(
            "SN3144",
            $"this variable hides '{name}' of the page, which can no longer be read or checked",
            "Give the variable another name"
        );

    /// <summary>Code after a jump is never executed: <c>break; x</c>.</summary>
    public static TemplateMessage NeverReached(string word) =>
        Warning("SN3145", $"this is never executed, because it follows '{word}'", null);

    /// <summary>The time of the build is printed, so that every build changes the page: <c>date.now</c>.</summary>
    public static TemplateMessage TellsBuildInstant() =>
        Warning(
            "SN3146",
            "'date.now' is the time of the build, so every build changes this page",
            "Use a date of the page, such as its date of publication"
        );

    /// <summary>A comparison of two types has always the same result: <c>article.date &lt; 5</c>.</summary>
    public static TemplateMessage AlwaysSame(ScriptBinaryOperator operation, Type left, Type right, bool outcome) =>
        Warning(
            "SN3147",
            $"'{TemplateErrors.OperatorText(operation)}' between {ModelTypes.Describe(left)} and "
                + $"{ModelTypes.Describe(right)} "
                + $"is always {(outcome ? "true" : "false")}",
            null
        );

    /// <summary>A value is compared with one that it never has: <c>article.mood == 'lowd'</c>.</summary>
    public static TemplateMessage NoSuchChoice(
        string text,
        string value,
        IReadOnlyList<string> choices,
        string? meant
    ) =>
        Warning(
            "SN3148",
            $"'{text}' is never '{value}'",
            TemplateErrors.DidYouMean(meant) ?? $"Its values are: {string.Join(", ", choices)}"
        );

    /// <summary>A date is compared with a text: <c>article.date &gt; '2024-01-01'</c>.</summary>
    public static TemplateMessage DateAsText(ScriptBinaryOperator operation) =>
        Warning(
            "SN3149",
            $"'{TemplateErrors.OperatorText(operation)}' between a date and a text compares letters, so '9 Mar' comes "
                + $"after '10 Apr'",
            "Convert the text to a date with 'date.parse'"
        );

    /// <summary>The pattern of a date has an unknown letter: <c>article.date | date.to_string '%Q'</c>.</summary>
    public static TemplateMessage UnknownDateLetter(string part) =>
        Warning(
            "SN3150",
            $"'{part}' has no meaning in the pattern of a date, so it is printed as it is",
            part is "%" ? "Write '%%' for a percent sign" : "Use the letters of 'strftime': %d %B %Y is 9 March 2024"
        );

    /// <summary>A member of a loop is used outside of any loop: <c>for.index</c>.</summary>
    public static TemplateMessage OutsideAnyLoop(string text) =>
        Warning("SN3151", $"'{text}' has a value only within a loop, so it is always null here", null);

    private static TemplateMessage Warning(string code, string message, string? hint) => new(code, message, hint);
}
