namespace StaticNews.Templates;

/// <summary>What shows before anything renders, SN3113 to SN3139: what is printed, calls, operators and includes that cannot work with the types at hand.</summary>
internal static class CheckErrors
{
    /// <summary><c>article.title 1</c> of a typed model.</summary>
    public static RenderFault NotAFunction(string text, Type type) =>
        new("SN3113", $"'{text}' is no function but {ModelTypes.Describe(type)}.", "Two values need an operator, ';' or a line end between them.", -1);

    /// <summary><c>for x in article.word_count</c>.</summary>
    public static RenderFault NothingToLoop(string text, Type type) =>
        new("SN3114", $"A loop cannot go through '{text}': it is {ModelTypes.Describe(type)}.", "It needs a list, a range, an object or a text.", -1);

    /// <summary><c>with article.title</c>.</summary>
    public static RenderFault WithoutMembers(string text, Type type) =>
        new("SN3115", $"'with' needs an object; '{text}' is {ModelTypes.Describe(type)}.", null, -1);

    /// <summary><c>article.date + 1</c>.</summary>
    public static RenderFault NoMeaning(BinaryOperator operation, Type left, Type right) =>
        new("SN3116", $"'{TemplateErrors.OperatorText(operation)}' has no meaning between {ModelTypes.Describe(left)} and {ModelTypes.Describe(right)}.", OperatorHint(operation, left, right), -1);

    /// <summary><c>-article.title</c>, <c>article.title++</c>.</summary>
    public static RenderFault NotANumber(string text, Type type) =>
        new("SN3117", $"'{text}' must be a number here; it is {ModelTypes.Describe(type)}.", ModelTypes.IsText(type) ? TextToNumber : null, -1);

    /// <summary>Templates that include one another and that no condition can end.</summary>
    /// <param name="chain">The names in order; the first one again at the end.</param>
    public static RenderFault IncludeCycle(IReadOnlyList<string> chain) =>
        new(
            "SN3118",
            $"These templates include one another without end: {string.Join(" → ", chain)}.",
            "Take one of the includes out, or put it under an 'if' that is false at some time.",
            -1);

    /// <summary><c>object.eval article.title</c>: what the text says could not be checked.</summary>
    public static RenderFault EvalNotConstant(string function) =>
        new("SN3119", $"The text for '{function}' must be a constant.", "A template is checked before it runs, and what a computed text says cannot be.", -1);

    /// <summary><c>object.eval '1 +'</c>.</summary>
    public static RenderFault EvalBroken(string function, TemplateError error) =>
        new("SN3120", $"The text for '{function}' has a mistake in line {error.Line}, column {error.Column}: {error.Message}", error.Hint, -1);

    /// <summary><c>shout x:1</c> of a function that the template defines.</summary>
    public static RenderFault UnknownOwnParameter(string function, string name, IReadOnlyList<string> parameters, string? meant) =>
        new(
            "SN3121",
            $"The function '{function}' has no parameter '{name}'.",
            TemplateErrors.DidYouMean(meant) ?? (parameters.Count == 0 ? "It has none." : $"Its parameters are: {string.Join(", ", parameters)}."),
            -1);

    /// <summary><c>article.tags['a']</c>.</summary>
    public static RenderFault ListByName(string text, string name) =>
        new("SN3122", $"'{text}' is a list: its items have numbers, and none is called '{name}'.", $"The first one is {text}[0].", -1);

    /// <summary><c>tablerow x in xs cols:'x'</c>.</summary>
    public static RenderFault LoopOptionNotANumber(string option, Type type) =>
        new("SN3123", $"'{option}' of a loop must be a whole number; this is {ModelTypes.Describe(type)}.", null, -1);

    /// <summary><c>article.tags | array.map 'x'</c>.</summary>
    public static RenderFault ItemWithoutMembers(string function, string name, Type item) =>
        new("SN3124", $"'{function}' looks for a member '{name}' in {ModelTypes.Describe(item)}, which has none.", function is "array.map" ? "To call a function for each item, use 'array.each'." : null, -1);

    /// <summary><c>{{ article.date }}</c>, <c>{{ article.section }}</c>: readers would see braces and names of members.</summary>
    public static RenderFault RecordPrinted(string text, Type? type) =>
        new("SN3125", $"'{text}' has members, and is printed with braces and the names of all of them.", (type is null ? null : NameHints.Instead(text, type, null)) ?? "Print its members one by one.", -1);

    /// <summary><c>{{ article.tags }}</c>: readers would see brackets and quotes.</summary>
    public static RenderFault ListPrinted(string text) =>
        new("SN3126", $"'{text}' is a list and is printed with its brackets.", $"Go through it: {{{{ for item in {text} }}}} … {{{{ end }}}}, or, if its items are texts, write '{text} | array.join \", \"'.", -1);

    /// <summary>As <see cref="ListPrinted"/>, of a value whose kind only the page shows: <c>{{ article.params.places }}</c>.</summary>
    public static RenderFault CompoundPrinted(string text, ValueKind kind) =>
        kind == ValueKind.Array ? ListPrinted(text) : RecordPrinted(text, null);

    /// <summary><c>{% if article.image %}</c>.</summary>
    /// <param name="tag">As it is written.</param>
    public static RenderFault ForeignTag(string tag) =>
        new("SN3128", $"'{tag}' is not code here, and readers see it: it is written for Liquid or Jinja.", "Code stands within {{ and }}: {{ if article.image }} … {{ end }}. What is meant as text goes between {%{ and }%}.", -1);

    private const string TextToNumber = "A text becomes a number with 'string.to_int' or 'string.to_double'.";

    private static string? OperatorHint(BinaryOperator operation, Type left, Type right)
    {
        var (a, b) = (ModelTypes.KindOf(left), ModelTypes.KindOf(right));
        if ((a == StaticKind.Text && b == StaticKind.Number) || (a == StaticKind.Number && b == StaticKind.Text)) return TextToNumber;
        if (a == StaticKind.Date && b == StaticKind.Number) return "Days are added with 'date.add_days'.";
        if (a == StaticKind.Date && b == StaticKind.Text) return "To take one date from another, make the text a date with 'date.parse'.";
        return operation is BinaryOperator.Range or BinaryOperator.RangeExclusive ? "A range goes from one whole number to another." : null;
    }
}
