using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// What keeps a template from being used. SN30xx: its text; SN31xx: its names and types (more of them in
/// <see cref="CheckErrors"/> and <see cref="TemplateWarnings"/>); SN32xx: calls.
/// </summary>
internal static class TemplateErrors
{
    // --- the text: SN30xx ---

    /// <summary>A mistake that Scriban's parser names, in its words.</summary>
    public static TemplateMessage Syntax(string message, string? hint = null) => new("SN3001", message, hint);

    /// <summary>The hint for <c>{{ a {{ b }}</c>.</summary>
    public static string CodeWithinCode(int startLine, int nextLine) =>
        $"The code that begins in line {startLine} is not closed: '}}}}' is missing before the '{{{{' of line "
        + $"{nextLine}.";

    /// <summary><c>{%{</c> without its end.</summary>
    public static TemplateMessage EscapeBlockNotClosed(string closing) =>
        new("SN3005", $"The escape block is not closed; '{closing}' is missing.", null);

    /// <summary>Brackets, operators or blocks within one another without end.</summary>
    public static TemplateMessage TooDeep(int limit) =>
        new(
            "SN3006",
            $"The template is nested deeper than {limit} levels here.",
            "Split it with 'include', 'func' or 'capture'."
        );

    /// <summary><c>if x = 1</c>.</summary>
    public static TemplateMessage AssignmentInExpression() =>
        new(
            "SN3007",
            "An assignment is a statement of its own and needs a variable on its left.",
            "To compare, write '=='."
        );

    /// <summary><c>for x xs</c>.</summary>
    public static TemplateMessage ForWithoutIn() =>
        new("SN3008", "The loop's variable must be followed by 'in'.", "Write 'for item in items'.");

    /// <summary>A block without <c>end</c>.</summary>
    public static TemplateMessage EndMissing(string word, int line) =>
        new("SN3012", $"The '{word}' of line {line} has no 'end'.", null);

    /// <summary><c>end</c>, <c>else</c> or <c>when</c> where no block is open for it.</summary>
    public static TemplateMessage StrayWord(string word) =>
        new("SN3013", $"There is no block that this '{word}' could belong to.", null);

    /// <summary>The loader knows no template of this name.</summary>
    public static TemplateMessage TemplateMissing(string name) =>
        new("SN3014", $"There is no template '{name}'.", null);

    /// <summary><c>{{</c> without its end.</summary>
    public static TemplateMessage CodeBlockNotClosed() =>
        new("SN3015", "The code block is not closed; '}}' is missing.", null);

    // --- names and types: SN31xx ---

    /// <summary><c>article.titel</c> of a typed model.</summary>
    public static TemplateMessage UnknownMember(
        string owner,
        string type,
        string name,
        string? meant,
        string? hint = null
    ) => new("SN3101", $"'{owner}' is {type} and has no member '{name}'.", DidYouMean(meant) ?? hint);

    /// <summary><c>titel</c> with a typed model.</summary>
    public static TemplateMessage UnknownVariable(string name, string hint) =>
        new("SN3102", $"There is no variable '{name}' here.", hint);

    /// <summary><c>string.upcas</c>, or a call of a name that is null.</summary>
    public static TemplateMessage UnknownFunction(string name, string? meant = null) =>
        new("SN3103", $"There is no function '{name}'.", DidYouMean(meant));

    /// <summary><c>string.slice 1 size:2</c> with a typed model.</summary>
    public static TemplateMessage UnknownParameter(string function, string name, IReadOnlyList<string> names)
    {
        var all = names.Count == 0 ? "It has none." : $"Its parameters are: {string.Join(", ", names)}.";
        return new TemplateMessage(
            "SN3104",
            $"'{function}' has no parameter '{name}'.",
            DidYouMean(Spelling.Nearest(name, names)) ?? all
        );
    }

    /// <summary>A value whose type is known and that the parameter cannot take.</summary>
    /// <param name="wanted">What the parameter takes.</param>
    /// <param name="text">The argument as the template has it.</param>
    public static TemplateMessage WrongArgument(
        string function,
        string parameter,
        StaticKind wanted,
        Type type,
        string text
    ) =>
        new(
            "SN3105",
            $"'{parameter}' of '{function}' cannot be {ModelTypes.Describe(type)}.",
            ModelTypes.IsText(type) ? FromText(wanted) : NameHints.Instead(text, type, wanted)
        );

    /// <summary><c>include 'nav'</c> of a template that is not there.</summary>
    public static TemplateMessage IncludeMissing(string name, string? meant = null) =>
        new("SN3106", $"There is no template '{name}' to include.", DidYouMean(meant));

    /// <summary>An include that includes itself in ever other circumstances.</summary>
    public static TemplateMessage IncludeTooDeep(string name) =>
        new("SN3107", $"The include of '{name}' is nested too deeply.", null);

    /// <summary>An include whose name is computed: what belongs to a page could not be known.</summary>
    public static TemplateMessage IncludeNotConstant() =>
        new("SN3108", "The name of an include must be a constant text.", "Use 'case' or 'if' with one 'include' each.");

    /// <summary><c>page.title = 'x'</c> of a typed model, or <c>5.x = 1</c>.</summary>
    public static TemplateMessage CannotAssignMember(string type, string name) =>
        new(
            "SN3109",
            $"Nothing can be assigned to '{name}': it belongs to {type}.",
            "Assign to a variable of the template instead."
        );

    /// <summary><c>for x in xs step:2</c>.</summary>
    public static TemplateMessage UnknownLoopOption(string name) =>
        new(
            "SN3110",
            $"A loop has no option '{name}'.",
            "Its options are: limit, offset, reversed (and cols for tablerow)."
        );

    /// <summary><c>break</c> outside of a loop.</summary>
    public static TemplateMessage JumpOutsideLoop(string word) =>
        new("SN3111", $"'{word}' works only within 'for', 'while' and 'tablerow'.", null);

    /// <summary><c>'a' | 5</c>.</summary>
    public static TemplateMessage PipeToNoFunction(string text) =>
        new("SN3112", $"'{text}' after '|' is not a function.", null);

    // --- calls: SN32xx ---

    /// <summary>More arguments than parameters: <c>string.upcase 'a' 1</c>.</summary>
    public static TemplateMessage TooManyArguments(string function, int most, int given) =>
        new(
            "SN3202",
            $"'{function}' takes at most {Arguments(most)}, not {given}.",
            "A piped value counts as the first argument."
        );

    /// <summary>Fewer arguments than the function needs: <c>string.upcase</c>.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="least">How many it needs.</param>
    /// <param name="given">How many there are.</param>
    /// <param name="negative"><c>-15</c> that follows the call, or null.</param>
    public static TemplateMessage TooFewArguments(string function, int least, int given, string? negative = null) =>
        new(
            "SN3203",
            $"'{function}' needs at least {Arguments(least)}, not {given}.",
            negative is null
                ? "A piped value counts as the first argument."
                : $"Write ({negative}): a minus behind a call is taken from its result."
        );

    public static string? DidYouMean(string? meant) => meant is null ? null : $"Did you mean '{meant}'?";

    public static string OperatorText(ScriptBinaryOperator operation) => operation.ToText() ?? "??";

    private static string? FromText(StaticKind wanted) =>
        wanted switch
        {
            StaticKind.Date => "A text becomes a date with 'date.parse'.",
            StaticKind.TimeSpan => "A text becomes a timespan with 'timespan.parse'.",
            StaticKind.Number => "A text becomes a number with 'string.to_int' or 'string.to_double'.",
            StaticKind.Function => "A function is handed over with '@' before its name.",
            _ => null,
        };

    private static string Arguments(int count) =>
        count == 1 ? "1 argument" : FormattableString.Invariant($"{count} arguments");
}
