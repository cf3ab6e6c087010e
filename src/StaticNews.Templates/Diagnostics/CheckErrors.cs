using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// What shows before anything renders, SN3113 to SN3139: what is printed, calls, operators and includes that cannot
/// work with the types at hand.
/// </summary>
internal static class CheckErrors
{
    /// <summary><c>article.title 1</c> of a typed model.</summary>
    public static TemplateMessage NotAFunction(string text, Type type) =>
        new(
            "SN3113",
            $"'{text}' is no function but {ModelTypes.Describe(type)}.",
            "Two values need an operator, ';' or a line end between them."
        );

    /// <summary><c>for x in article.word_count</c>.</summary>
    public static TemplateMessage NothingToLoop(string text, Type type) =>
        new(
            "SN3114",
            $"A loop cannot go through '{text}': it is {ModelTypes.Describe(type)}.",
            "It needs a list, a range, an object or a text."
        );

    /// <summary><c>with article.title</c>.</summary>
    public static TemplateMessage WithoutMembers(string text, Type type) =>
        new("SN3115", $"'with' needs an object; '{text}' is {ModelTypes.Describe(type)}.", null);

    /// <summary><c>article.date + 1</c>.</summary>
    public static TemplateMessage NoMeaning(ScriptBinaryOperator operation, Type left, Type right) =>
        new(
            "SN3116",
            $"'{TemplateErrors.OperatorText(operation)}' has no meaning between {ModelTypes.Describe(left)} and "
                + $"{ModelTypes.Describe(right)}.",
            OperatorHint(operation, left, right)
        );

    /// <summary><c>-article.title</c>, <c>article.title++</c>.</summary>
    public static TemplateMessage NotANumber(string text, Type type) =>
        new(
            "SN3117",
            $"'{text}' must be a number here; it is {ModelTypes.Describe(type)}.",
            ModelTypes.IsText(type) ? TextToNumber : null
        );

    /// <summary>Templates that include one another and that no condition can end.</summary>
    /// <param name="chain">The names in order; the first one again at the end.</param>
    public static TemplateMessage IncludeCycle(IReadOnlyList<string> chain) =>
        new(
            "SN3118",
            $"These templates include one another without end: {string.Join(" → ", chain)}.",
            "Take one of the includes out, or put it under an 'if' that is false at some time."
        );

    /// <summary><c>shout x:1</c> of a function that the template defines.</summary>
    public static TemplateMessage UnknownOwnParameter(
        string function,
        string name,
        IReadOnlyList<string> parameters,
        string? meant
    ) =>
        new(
            "SN3121",
            $"The function '{function}' has no parameter '{name}'.",
            TemplateErrors.DidYouMean(meant)
                ?? (parameters.Count == 0 ? "It has none." : $"Its parameters are: {string.Join(", ", parameters)}.")
        );

    /// <summary><c>article.tags['a']</c>.</summary>
    public static TemplateMessage ListByName(string text, string name) =>
        new(
            "SN3122",
            $"'{text}' is a list: its items have numbers, and none is called '{name}'.",
            $"The first one is {text}[0]."
        );

    /// <summary><c>tablerow x in xs cols:'x'</c>.</summary>
    public static TemplateMessage LoopOptionNotANumber(string option, Type type) =>
        new("SN3123", $"'{option}' of a loop must be a whole number; this is {ModelTypes.Describe(type)}.", null);

    /// <summary><c>article.tags | array.map 'x'</c>.</summary>
    public static TemplateMessage ItemWithoutMembers(string function, string name, Type item) =>
        new(
            "SN3124",
            $"'{function}' looks for a member '{name}' in {ModelTypes.Describe(item)}, which has none.",
            function is "array.map" ? "To call a function for each item, use 'array.each'." : null
        );

    /// <summary>
    /// <c>{{ article.date }}</c>, <c>{{ article.section }}</c>: readers would see braces and names of members.
    /// </summary>
    public static TemplateMessage RecordPrinted(string text, Type? type) =>
        new(
            "SN3125",
            $"'{text}' has members, and is printed with braces and the names of all of them.",
            (type is null ? null : NameHints.Instead(text, type, null)) ?? "Print its members one by one."
        );

    /// <summary><c>{{ article.tags }}</c>: readers would see brackets and quotes.</summary>
    public static TemplateMessage ListPrinted(string text) =>
        new(
            "SN3126",
            $"'{text}' is a list and is printed with its brackets.",
            $"Go through it: {{{{ for item in {text} }}}} … {{{{ end }}}}, or, if its items are texts, "
                + $"write '{text} | array.join \", \"'."
        );

    /// <summary><c>{% if article.image %}</c>.</summary>
    /// <param name="tag">As it is written.</param>
    public static TemplateMessage ForeignTag(string tag) =>
        new(
            "SN3128",
            $"'{tag}' is not code here, and readers see it: it is written for Liquid or Jinja.",
            "Code stands within {{ and }}: {{ if article.image }} … {{ end }}. What is meant as text goes between "
                + "{%{ and }%}."
        );

    private const string TextToNumber = "A text becomes a number with 'string.to_int' or 'string.to_double'.";

    private static string? OperatorHint(ScriptBinaryOperator operation, Type left, Type right)
    {
        var (a, b) = (ModelTypes.KindOf(left), ModelTypes.KindOf(right));
        if ((a == StaticKind.Text && b == StaticKind.Number) || (a == StaticKind.Number && b == StaticKind.Text))
            return TextToNumber;
        if (a == StaticKind.Date && b == StaticKind.Number)
            return "Days are added with 'date.add_days'.";
        if (a == StaticKind.Date && b == StaticKind.Text)
            return "To take one date from another, make the text a date with 'date.parse'.";
        return operation is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
            ? "A range goes from one whole number to another."
            : null;
    }
}
