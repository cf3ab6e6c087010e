using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// The errors of a template that cannot be used: SN30xx about its syntax, SN31xx about its names and types (more of
/// them in <see cref="CheckErrors"/> and <see cref="TemplateWarnings"/>), SN32xx about calls.
/// </summary>
internal static class TemplateErrors
{
    // --- syntax: SN30xx ---

    /// <summary>A syntax error that Scriban's parser found, with its message.</summary>
    public static TemplateMessage Syntax(string message, string? hint = null) => new("SN3001", message, hint);

    /// <summary>The hint for code that begins within code: <c>{{ a {{ b }}</c>.</summary>
    public static string CodeWithinCode(int startLine, int nextLine) =>
        $"Add the '}}}}' that is missing before the '{{{{' in line {nextLine}, for the code that begins in line "
        + $"{startLine}";

    /// <summary>An escape block <c>{%{</c> is not closed.</summary>
    public static TemplateMessage EscapeBlockNotClosed(string closing) =>
        new("SN3005", $"the escape block is not closed; '{closing}' is missing", null);

    /// <summary>Brackets, operators or blocks are nested too deeply.</summary>
    public static TemplateMessage TooDeep(int limit) =>
        new(
            "SN3006",
            $"the template is nested deeper than {limit} levels here",
            "Split it with 'include', 'func' or 'capture'"
        );

    /// <summary>An assignment is used as a value: <c>if x = 1</c>.</summary>
    public static TemplateMessage AssignmentInExpression() =>
        new(
            "SN3007",
            "an assignment must be a separate statement with a variable on its left",
            "Write '==' to compare two values"
        );

    /// <summary>A loop has no <c>in</c>: <c>for x xs</c>.</summary>
    public static TemplateMessage ForWithoutIn() =>
        new("SN3008", "the loop's variable must be followed by 'in'", "Write 'for item in items'");

    /// <summary>A block has no <c>end</c>.</summary>
    public static TemplateMessage EndMissing(string word, int line) =>
        new("SN3012", $"the '{word}' of line {line} has no 'end'", null);

    /// <summary>An <c>end</c>, <c>else</c> or <c>when</c> belongs to no open block.</summary>
    public static TemplateMessage StrayWord(string word) =>
        new("SN3013", $"this '{word}' belongs to no open block", null);

    /// <summary>The loader has no template of this name.</summary>
    public static TemplateMessage TemplateMissing(string name) => new("SN3014", $"there is no template '{name}'", null);

    /// <summary>A code block <c>{{</c> is not closed.</summary>
    public static TemplateMessage CodeBlockNotClosed() =>
        new("SN3015", "the code block is not closed; '}}' is missing", null);

    // --- names and types: SN31xx ---

    /// <summary>A typed model has no such member: <c>article.titel</c>.</summary>
    public static TemplateMessage UnknownMember(
        string owner,
        string type,
        string name,
        string? meant,
        string? hint = null
    ) => new("SN3101", $"'{owner}' is {type} and has no member '{name}'", DidYouMean(meant) ?? hint);

    /// <summary>A typed model has no such variable: <c>titel</c>.</summary>
    public static TemplateMessage UnknownVariable(string name, string hint) =>
        new("SN3102", $"there is no variable '{name}' here", hint);

    /// <summary>A function is unknown: <c>string.upcas</c>, or a call of a name that is null.</summary>
    public static TemplateMessage UnknownFunction(string name, string? meant = null) =>
        new("SN3103", $"there is no function '{name}'", DidYouMean(meant));

    /// <summary>A function has no such parameter: <c>string.slice 1 size:2</c>.</summary>
    public static TemplateMessage UnknownParameter(string function, string name, IReadOnlyList<string> names) =>
        new(
            "SN3104",
            $"'{function}' has no parameter '{name}'",
            DidYouMean(Spelling.Nearest(name, names)) ?? Parameters(names)
        );

    /// <summary>The type of an argument does not fit its parameter.</summary>
    /// <param name="wanted">The kind of value that the parameter takes.</param>
    /// <param name="text">The argument as it is written in the template.</param>
    public static TemplateMessage WrongArgument(
        string function,
        string parameter,
        StaticKind wanted,
        Type type,
        string text
    ) =>
        new(
            "SN3105",
            $"'{parameter}' of '{function}' cannot be {ModelTypes.Describe(type)}",
            ModelTypes.IsText(type) ? FromText(wanted) : NameHints.Instead(text, type, wanted)
        );

    /// <summary>An included template does not exist: <c>include 'nav'</c>.</summary>
    public static TemplateMessage IncludeMissing(string name, string? meant = null) =>
        new("SN3106", $"there is no template '{name}' to include", DidYouMean(meant));

    /// <summary>An include includes itself again and again with other types.</summary>
    public static TemplateMessage IncludeTooDeep(string name) =>
        new("SN3107", $"the include of '{name}' is nested too deeply", null);

    /// <summary>
    /// The name of an include is computed, so that the templates of a page are unknown before it is rendered.
    /// </summary>
    public static TemplateMessage IncludeNotConstant() =>
        new("SN3108", "the name of an include must be a constant text", "Use 'case' or 'if' with one 'include' each");

    /// <summary>
    /// A member that cannot be changed is assigned: <c>page.title = 'x'</c> of a typed model, or <c>5.x = 1</c>.
    /// </summary>
    public static TemplateMessage CannotAssignMember(string type, string name) =>
        new(
            "SN3109",
            $"nothing can be assigned to '{name}', because it belongs to {type}",
            "Assign to a variable of the template instead"
        );

    /// <summary>A loop has no such option: <c>for x in xs step:2</c>.</summary>
    public static TemplateMessage UnknownLoopOption(string name) =>
        new(
            "SN3110",
            $"a loop has no option '{name}'",
            "Its options are limit, offset and reversed, and cols for tablerow"
        );

    /// <summary>A <c>break</c> or <c>continue</c> is outside of a loop.</summary>
    public static TemplateMessage JumpOutsideLoop(string word) =>
        new("SN3111", $"'{word}' works only within 'for', 'while' and 'tablerow'", null);

    /// <summary>The value after a pipe is not a function: <c>'a' | 5</c>.</summary>
    public static TemplateMessage PipeToNoFunction(string text) =>
        new("SN3112", $"'{text}' after '|' is not a function", null);

    // --- calls: SN32xx ---

    /// <summary>A call has more arguments than the function has parameters: <c>string.upcase 'a' 1</c>.</summary>
    public static TemplateMessage TooManyArguments(string function, int most, int given) =>
        new(
            "SN3202",
            $"'{function}' takes at most {Arguments(most)}, not {given}",
            "A piped value counts as the first argument"
        );

    /// <summary>A call has fewer arguments than the function needs: <c>string.upcase</c>.</summary>
    /// <param name="function">The name of the function.</param>
    /// <param name="least">How many arguments it needs.</param>
    /// <param name="given">How many arguments the call has.</param>
    /// <param name="negative">A negative number such as <c>-15</c> that follows the call, or null.</param>
    public static TemplateMessage TooFewArguments(string function, int least, int given, string? negative = null) =>
        new(
            "SN3203",
            $"'{function}' needs at least {Arguments(least)}, not {given}",
            negative is null
                ? "A piped value counts as the first argument"
                : $"Write ({negative}), because a minus after a call subtracts from its result"
        );

    public static string? DidYouMean(string? meant) => meant is null ? null : $"Did you mean '{meant}'?";

    /// <summary>The hint that lists the parameters of a function.</summary>
    public static string Parameters(IReadOnlyList<string> names) =>
        names.Count == 0 ? "The function has no parameters" : $"Its parameters are: {string.Join(", ", names)}";

    public static string OperatorText(ScriptBinaryOperator operation) => operation.ToText() ?? "??";

    private static string? FromText(StaticKind wanted) =>
        wanted switch
        {
            StaticKind.Date => "Convert the text to a date with 'date.parse'",
            StaticKind.TimeSpan => "Convert the text to a time span with 'timespan.parse'",
            StaticKind.Number => "Convert the text to a number with 'string.to_int' or 'string.to_double'",
            StaticKind.Function => "Write '@' before the name of a function to pass the function itself",
            _ => null,
        };

    private static string Arguments(int count) =>
        count == 1 ? "1 argument" : FormattableString.Invariant($"{count} arguments");
}
