using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// The errors SN3113 to SN3139, which are found before rendering: values that cannot be printed, and calls, operators
/// and includes that do not fit the types of their values.
/// </summary>
internal static class CheckErrors
{
    /// <summary>A value of a typed model is called like a function: <c>article.title 1</c>.</summary>
    public static TemplateMessage NotAFunction(string text, Type type) =>
        new(
            "SN3113",
            $"'{text}' is {ModelTypes.Describe(type)} and not a function",
            "Write an operator, ';' or a line end between two values"
        );

    /// <summary>A loop goes through a value without items: <c>for x in article.word_count</c>.</summary>
    public static TemplateMessage NothingToLoop(string text, Type type) =>
        new(
            "SN3114",
            $"a loop cannot go through '{text}': it is {ModelTypes.Describe(type)}",
            "Use a list, a range, an object or a text"
        );

    /// <summary>The value of <c>with</c> has no members: <c>with article.title</c>.</summary>
    public static TemplateMessage WithoutMembers(string text, Type type) =>
        new("SN3115", $"'with' needs an object; '{text}' is {ModelTypes.Describe(type)}", null);

    /// <summary>An operator does not fit the types of its two values: <c>article.date + 1</c>.</summary>
    public static TemplateMessage NoMeaning(ScriptBinaryOperator operation, Type left, Type right) =>
        new(
            "SN3116",
            $"'{TemplateErrors.OperatorText(operation)}' has no meaning between {ModelTypes.Describe(left)} and "
                + $"{ModelTypes.Describe(right)}",
            OperatorHint(operation, left, right)
        );

    /// <summary>An operator needs a number: <c>-article.title</c>, <c>article.title++</c>.</summary>
    public static TemplateMessage NotANumber(string text, Type type) =>
        new(
            "SN3117",
            $"'{text}' must be a number here; it is {ModelTypes.Describe(type)}",
            ModelTypes.IsText(type) ? TextToNumber : null
        );

    /// <summary>Templates include each other, and no condition ends the recursion.</summary>
    /// <param name="chain">The names in order, with the first one repeated at the end.</param>
    public static TemplateMessage IncludeCycle(IReadOnlyList<string> chain) =>
        new(
            "SN3118",
            $"these templates include each other without end: {string.Join(" → ", chain)}",
            "Remove one of the includes, or put it into an 'if' that becomes false"
        );

    /// <summary>A function that the template defines has no such parameter: <c>shout x:1</c>.</summary>
    public static TemplateMessage UnknownOwnParameter(
        string function,
        string name,
        IReadOnlyList<string> parameters,
        string? meant
    ) =>
        new(
            "SN3121",
            $"the function '{function}' has no parameter '{name}'",
            TemplateErrors.DidYouMean(meant) ?? TemplateErrors.Parameters(parameters)
        );

    /// <summary>An item of a list is addressed by a name: <c>article.tags['a']</c>.</summary>
    public static TemplateMessage ListByName(string text, string name) =>
        new(
            "SN3122",
            $"'{text}' is a list, whose items have numbers, so no item is called '{name}'",
            $"Write a number in the brackets: {text}[0] is the first item"
        );

    /// <summary>An option of a loop is not a number: <c>tablerow x in xs cols:'x'</c>.</summary>
    public static TemplateMessage LoopOptionNotANumber(string option, Type type) =>
        new("SN3123", $"the loop option '{option}' must be a whole number; this is {ModelTypes.Describe(type)}", null);

    /// <summary>A function reads a member of items that have no members: <c>article.tags | array.map 'x'</c>.</summary>
    public static TemplateMessage ItemWithoutMembers(string function, string name, Type item) =>
        new(
            "SN3124",
            $"'{function}' looks for a member '{name}' in {ModelTypes.Describe(item)}, which has none",
            function is "array.map" ? "To call a function for each item, use 'array.each'" : null
        );

    /// <summary>
    /// A value with members is printed, so that readers would see braces and names of members: <c>{{ article.date
    /// }}</c>, <c>{{ article.section }}</c>.
    /// </summary>
    public static TemplateMessage RecordPrinted(string text, Type? type) =>
        new(
            "SN3125",
            $"'{text}' has members, so it is printed with braces and the names of all its members",
            (type is null ? null : NameHints.Instead(text, type, null)) ?? "Print its members one by one"
        );

    /// <summary>A list is printed, so that readers would see brackets and quotes: <c>{{ article.tags }}</c>.</summary>
    public static TemplateMessage ListPrinted(string text) =>
        new(
            "SN3126",
            $"'{text}' is a list, so it is printed with brackets and quotes",
            $"Write a loop: {{{{ for item in {text} }}}} … {{{{ end }}}}, or, if its items are texts, "
                + $"write '{text} | array.join \", \"'"
        );

    /// <summary>A tag of another template language is used: <c>{% if article.image %}</c>.</summary>
    /// <param name="tag">The tag as it is written.</param>
    public static TemplateMessage ForeignTag(string tag) =>
        new(
            "SN3128",
            $"'{tag}' is a tag of Liquid or Jinja, so it is not executed here and readers see it",
            "Write code between {{ and }}: {{ if article.image }} … {{ end }}. If it is meant as text, put it between "
                + "{%{ and }%}"
        );

    private const string TextToNumber = "Convert the text to a number with 'string.to_int' or 'string.to_double'";

    private static string? OperatorHint(ScriptBinaryOperator operation, Type left, Type right)
    {
        var (a, b) = (ModelTypes.KindOf(left), ModelTypes.KindOf(right));
        if ((a == StaticKind.Text && b == StaticKind.Number) || (a == StaticKind.Number && b == StaticKind.Text))
            return TextToNumber;
        if (a == StaticKind.Date && b == StaticKind.Number)
            return "Add days with 'date.add_days'";
        if (a == StaticKind.Date && b == StaticKind.Text)
            return "Convert the text to a date with 'date.parse' to subtract it";
        return operation is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
            ? "A range needs two whole numbers"
            : null;
    }
}
