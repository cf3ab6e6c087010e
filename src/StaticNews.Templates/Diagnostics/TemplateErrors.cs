namespace StaticNews.Templates;

/// <summary>
/// Every message about a template is born here. SN30xx: its text; SN31xx: its names and types (more of them in <see cref="CheckErrors"/> and
/// <see cref="TemplateWarnings"/>); SN32xx: functions (more in <see cref="FunctionErrors"/>); SN33xx: rendering;
/// SN34xx: places in HTML.
/// </summary>
internal static class TemplateErrors
{
    // --- the text: SN30xx ---

    /// <summary>Something else stands where this was needed: <c>1 + }}</c>.</summary>
    public static TemplateError Expected(TemplateSource source, TextSpan at, string expected, string found, string? hint = null) =>
        Error("SN3001", source, at, $"Expected {expected}, found {found}.", hint);

    /// <summary>The hint for <c>{{ a {{ b }}</c>.</summary>
    public static string CodeWithinCode(int startLine, int nextLine) =>
        $"The code that begins in line {startLine} is not closed: '}}}}' is missing before the '{{{{' of line {nextLine}.";

    /// <summary>A quote that opens and never closes.</summary>
    public static TemplateError StringNotClosed(TemplateSource source, TextSpan at, int startLine) =>
        Error("SN3002", source, at, $"The string that begins in line {startLine} is not closed.", "Add the closing quote.");

    /// <summary><c>"\q"</c>.</summary>
    public static TemplateError UnknownEscape(TemplateSource source, TextSpan at, char escape) =>
        Error("SN3003", source, at, $"'\\{escape}' means nothing in a string.", "Write '\\\\' for a backslash, or use a `verbatim` string.");

    /// <summary><c>0x</c>.</summary>
    public static TemplateError NumberWithoutDigits(TemplateSource source, TextSpan at) => Error("SN3004", source, at, "The number has no digits.");

    /// <summary><c>{%{</c> without its end.</summary>
    public static TemplateError EscapeBlockNotClosed(TemplateSource source, TextSpan at, string closing) =>
        Error("SN3005", source, at, $"The escape block is not closed; '{closing}' is missing.");

    /// <summary><c>{{</c> without its end.</summary>
    public static TemplateError CodeBlockNotClosed(TemplateSource source, TextSpan at) =>
        Error("SN3015", source, at, "The code block is not closed; '}}' is missing.");

    /// <summary>Brackets, operators or blocks within one another without end.</summary>
    public static TemplateError TooDeep(TemplateSource source, TextSpan at, int limit) =>
        Error("SN3006", source, at, $"The template is nested deeper than {limit} levels here.", "Split it with 'include', 'func' or 'capture'.");

    /// <summary><c>if x = 1</c>.</summary>
    public static TemplateError AssignmentInExpression(TemplateSource source, TextSpan at) =>
        Error("SN3007", source, at, "An assignment is a statement of its own and needs a variable on its left.", "To compare, write '=='.");

    /// <summary><c>for x xs</c>.</summary>
    public static TemplateError ForWithoutIn(TemplateSource source, TextSpan at, string found) =>
        Error("SN3008", source, at, $"The loop's variable must be followed by 'in', found {found}.", "Write 'for item in items'.");

    /// <summary><c>func }}</c>.</summary>
    public static TemplateError FunctionWithoutName(TemplateSource source, TextSpan at, string found) =>
        Error("SN3009", source, at, $"The function needs a name, found {found}.");

    /// <summary><c>func f(1)</c>.</summary>
    public static TemplateError ParameterWithoutName(TemplateSource source, TextSpan at, string found) =>
        Error("SN3010", source, at, $"A parameter of the function needs a name, found {found}.");

    /// <summary><c>func f(a = 1, b)</c>.</summary>
    public static TemplateError ParameterAfterOptional(TemplateSource source, TextSpan at, string name) =>
        Error("SN3011", source, at, $"The parameter '{name}' comes after an optional one and needs a default as well.");

    /// <summary>A block without <c>end</c>, the innermost one.</summary>
    public static TemplateError EndMissing(TemplateSource source, TextSpan at, string word, TextSpan start) =>
        Error("SN3012", source, at, $"The '{word}' of line {source.Locate(start.Start).Line} has no 'end'.");

    /// <summary>A block without <c>end</c> around another one without.</summary>
    public static TemplateError EndMissingAround(TemplateSource source, string word, TextSpan start) =>
        EndMissing(source, start, word, start) with { IsSecondary = true };

    /// <summary><c>end</c>, <c>else</c> or <c>when</c> where no block is open for it.</summary>
    public static TemplateError StrayWord(TemplateSource source, TextSpan at, string word) =>
        Error("SN3013", source, at, $"There is no block that this '{word}' could belong to.");

    /// <summary>The loader knows no template of this name.</summary>
    public static TemplateError TemplateMissing(string name) =>
        Error("SN3014", new TemplateSource(name, ""), default, $"There is no template '{name}'.");

    // --- names and types: SN31xx ---

    /// <summary><c>article.titel</c> of a typed model.</summary>
    public static RenderFault UnknownMember(string owner, string type, string name, string? meant, string? hint = null) =>
        Fault("SN3101", $"'{owner}' is {type} and has no member '{name}'.", DidYouMean(meant) ?? hint);

    /// <summary><c>titel</c> with a typed model.</summary>
    public static RenderFault UnknownVariable(string name, string hint) =>
        Fault("SN3102", $"There is no variable '{name}' here.", hint);

    /// <summary><c>string.upcas</c>, or a call of a name that is null.</summary>
    public static RenderFault UnknownFunction(string name, string? meant = null) =>
        Fault("SN3103", $"There is no function '{name}'.", DidYouMean(meant));

    /// <summary><c>string.slice 1 size:2</c> with a typed model.</summary>
    public static RenderFault UnknownParameter(string function, string name, IReadOnlyList<Parameter> parameters)
    {
        var names = parameters.Select(parameter => parameter.Name).ToArray();
        var all = names.Length == 0 ? "It has none." : $"Its parameters are: {string.Join(", ", names)}.";
        return Fault("SN3104", $"'{function}' has no parameter '{name}'.", DidYouMean(Spelling.Nearest(name, names)) ?? all);
    }

    /// <summary>A value whose type is known and that the parameter cannot take.</summary>
    /// <param name="text">The argument as the template has it.</param>
    public static RenderFault WrongArgument(string function, Parameter parameter, Type type, string text) =>
        Fault(
            "SN3105",
            $"'{parameter.Name}' of '{function}' cannot be {ModelTypes.Describe(type)}.",
            ModelTypes.IsText(type) ? FromText(parameter.Kind) : NameHints.Instead(text, type, StaticKindOf(parameter.Kind)));

    /// <summary><c>include 'nav'</c> of a template that is not there.</summary>
    public static RenderFault IncludeMissing(string name, string? meant = null) => Fault("SN3106", $"There is no template '{name}' to include.", DidYouMean(meant));

    /// <summary>An include that includes itself in ever other circumstances.</summary>
    public static RenderFault IncludeTooDeep(string name) => Fault("SN3107", $"The include of '{name}' is nested too deeply.");

    /// <summary>An include whose name is computed: what belongs to a page could not be known.</summary>
    public static RenderFault IncludeNotConstant() =>
        Fault("SN3108", "The name of an include must be a constant text.", "Use 'case' or 'if' with one 'include' each.");

    /// <summary><c>page.title = 'x'</c> of a typed model, or <c>5.x = 1</c>.</summary>
    public static RenderFault CannotAssignMember(string type, string name) =>
        Fault("SN3109", $"Nothing can be assigned to '{name}': it belongs to {type}.", "Assign to a variable of the template instead.");

    /// <summary><c>for x in xs step:2</c>.</summary>
    public static RenderFault UnknownLoopOption(string name) =>
        Fault("SN3110", $"A loop has no option '{name}'.", "Its options are: limit, offset, reversed (and cols for tablerow).");

    /// <summary><c>break</c> outside of a loop.</summary>
    public static RenderFault JumpOutsideLoop(string word) => Fault("SN3111", $"'{word}' works only within 'for', 'while' and 'tablerow'.");

    /// <summary><c>'a' | 5</c>.</summary>
    public static RenderFault PipeToNoFunction(string text) => Fault("SN3112", $"'{text}' after '|' is not a function.");

    // --- functions: SN32xx ---

    /// <summary>A value cannot be what the place needs: <c>'abc' | string.slice 'x'</c>.</summary>
    public static RenderFault CannotConvert(string kind, string wanted, int argument = -1) =>
        Fault("SN3201", $"A value of kind '{kind}' cannot be used as {wanted}.", null, argument);

    /// <summary>More arguments than parameters: <c>string.upcase 'a' 1</c>.</summary>
    public static RenderFault TooManyArguments(string function, int most, int given) =>
        Fault("SN3202", $"'{function}' takes at most {Arguments(most)}, not {given}.", "A piped value counts as the first argument.");

    /// <summary>Fewer arguments than the function needs: <c>string.upcase</c>.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="least">How many it needs.</param>
    /// <param name="given">How many there are.</param>
    /// <param name="negative"><c>-15</c> that follows the call, or null.</param>
    public static RenderFault TooFewArguments(string function, int least, int given, string? negative = null) =>
        Fault(
            "SN3203",
            $"'{function}' needs at least {Arguments(least)}, not {given}.",
            negative is null ? "A piped value counts as the first argument." : $"Write ({negative}): a minus behind a call is taken from its result.",
            RenderFault.AtEndOfCall);

    // --- rendering: SN33xx ---

    /// <summary>A page that grows without end.</summary>
    public static RenderFault OutputTooLong(long maxBytes) =>
        Fault("SN3301", $"The output is longer than the limit of {maxBytes} bytes.", "Is there a loop or an include that never ends?");

    /// <summary>A string that grows without end: <c>'abc' * 1000000</c>.</summary>
    public static RenderFault StringTooLong(int maxChars, int argument = -1) =>
        Fault("SN3302", $"A string would be longer than the limit of {maxChars} characters.", null, argument);

    /// <summary>A list within a list within a list…, perhaps one that holds itself.</summary>
    public static RenderFault PrintedTooDeep(int maxDepth) =>
        Fault("SN3303", $"A value with more than {maxDepth} levels cannot be printed.", "Does it hold itself?");

    /// <summary>An operator between values that it has no meaning for: <c>{a: 1} + {b: 2}</c>.</summary>
    public static RenderFault CannotCompute(in Value left, BinaryOperator operation, in Value right) =>
        Fault("SN3304", $"'{OperatorText(operation)}' has no meaning between {ArgumentBinder.KindName(left)} and {ArgumentBinder.KindName(right)}.");

    /// <summary>Whole numbers only: <c>7 % 0</c>.</summary>
    public static RenderFault DividedByZero() => Fault("SN3305", "A whole number cannot be divided by zero.");

    /// <summary>A number that grows without end.</summary>
    public static RenderFault NumberTooLong(int maxBits) => Fault("SN3306", $"The result is longer than {maxBits} bits.");

    /// <summary>Before year 1 or after 9999.</summary>
    public static RenderFault DateOutOfRange() => Fault("SN3307", "The result is not between the years 1 and 9999.");

    /// <summary><c>{{ 1.0 / 0 }}</c>: "Infinity" and "NaN" on a page are slips of a calculation.</summary>
    public static RenderFault NoFiniteNumber(string text) =>
        Fault("SN3127", $"'{text}' is no number that can be shown: something is divided by zero, or too large.", "Test with 'if' what it is divided by.");

    /// <summary><c>missing.title</c>.</summary>
    public static RenderFault MemberOfNull(string owner, string name) =>
        Fault("SN3308", $"'{owner}' is null here and has no member '{name}'.", $"Write '{owner}?.{name}' if it may be null, or test it with 'if'.");

    /// <summary><c>missing[0]</c>.</summary>
    public static RenderFault IndexOfNull(string owner) =>
        Fault("SN3309", $"'{owner}' is null here and has no items.", $"Test it with 'if {owner}' first.");

    /// <summary><c>missing.title = 1</c>.</summary>
    public static RenderFault AssignedMemberOfNull(string owner, string name) =>
        Fault("SN3310", $"'{owner}' is null here, so its member '{name}' cannot be assigned.", $"Create it first: '{owner} = {{}}'.");

    /// <summary>A call of something that is no function: <c>title 1</c>.</summary>
    public static RenderFault NotCallable(string text, string kind) =>
        Fault("SN3311", $"'{text}' is no function but a value of kind '{kind}'.", "Two values need an operator, ';' or a line end between them.");

    /// <summary>An assignment after <c>readonly</c>.</summary>
    public static RenderFault ReadOnlyVariable(string name) => Fault("SN3312", $"'{name}' is read-only.");

    /// <summary><c>xs[-5] = 1</c>, or an index far beyond the end.</summary>
    public static RenderFault IndexOutOfRange(int index, int count) => Fault("SN3313", $"The index {index} does not fit a list of {count} items.");

    /// <summary><c>1..100000</c>.</summary>
    public static RenderFault RangeTooLong(int limit) => Fault("SN3314", $"The list would have more than the limit of {limit} items.");

    /// <summary>A loop that does not end.</summary>
    public static RenderFault TooManyIterations(int limit) =>
        Fault("SN3315", $"The loops here ran more than the limit of {limit} times.", "Loops within one another count together.");

    /// <summary>A function or an include that calls itself without end.</summary>
    public static RenderFault TooManyCalls(int limit) =>
        Fault("SN3316", $"Functions and includes are nested deeper than the limit of {limit}.", "Does it call itself without end?");

    /// <summary><c>for x in 5</c>.</summary>
    public static RenderFault CannotLoop(string kind) => Fault("SN3317", $"A loop cannot go through a value of kind '{kind}'.", "It needs a list, a range, an object or a text.");

    /// <summary><c>with missing</c>.</summary>
    public static RenderFault WithNeedsObject(string text, string kind) => Fault("SN3318", $"'with' needs an object; '{text}' is of kind '{kind}'.");

    /// <summary><c>include null</c>.</summary>
    public static RenderFault IncludeWithoutName() => Fault("SN3319", "The name of the template to include is null or empty.");

    /// <summary>A mistake in an included template, with a dynamic model.</summary>
    public static RenderFault IncludeBroken(string name, TemplateError error) =>
        new("SN3320", $"The template '{name}' has a mistake in line {error.Line}, column {error.Column}: {error.Message}", error.Hint, -1, error);

    // --- places in HTML: SN34xx ---

    /// <summary><c>{{ if x }}&lt;a href="{{ end }}</c>.</summary>
    public static TemplateError BranchesEndApart(TemplateSource source, TextSpan at, string word, string here, string there, int otherEnd) =>
        Error(
            "SN3401",
            source,
            at,
            $"This branch of '{word}' ends {here}; without it, or by the branch that ends in line {source.Locate(Math.Clamp(otherEnd, 0, source.Text.Length)).Line}, the place is {there}.",
            "Open and close tags, quotes and comments within one branch.");

    /// <summary>A function, <c>capture</c> or include that does not close what it opens.</summary>
    public static TemplateError EndsElsewhere(TemplateSource source, TextSpan at, string word, string here, string there) =>
        Error("SN3402", source, at, $"The '{word}' began {there} and ends {here}.", "Close what it opens: tags, quotes, comments, scripts.");

    /// <summary><c>&lt;h{{ level }}></c>.</summary>
    public static RenderFault ValueInTagName() =>
        Fault("SN3403", "A value cannot be a part of a tag's name.", "Write the tags out and choose with 'if' or 'case'; a '<' in text is written '&lt;'.");

    /// <summary><c>&lt;a {{ attributes }}></c>.</summary>
    public static RenderFault ValueInTag() =>
        Fault("SN3404", "A value cannot stand in a tag outside of an attribute's quotes.", "Write the attribute out, within 'if' where it is not always there.");

    /// <summary><c>&lt;a class={{ name }}></c>.</summary>
    public static RenderFault ValueWithoutQuotes(string attribute) =>
        Fault("SN3405", $"The value of '{attribute}' needs quotes when something is printed in it.", $"Write {attribute}=\"{{{{ … }}}}\".");

    /// <summary><c>onclick="show({{ name }})"</c>, <c>srcdoc="{{ page }}"</c>.</summary>
    public static RenderFault ValueInCode(string attribute) =>
        Fault("SN3406", $"Nothing can be printed in '{attribute}': its value is run as code.", "Print into a 'data-' attribute and read that from a script.");

    /// <summary><c>&lt;script>x = {{ name }}</c>.</summary>
    public static RenderFault TextInScript() =>
        Fault("SN3407", "A value in a script must be JSON.", "Write '| object.to_json' behind it, or put it within quotes.");

    /// <summary>A value in a comment, a regular expression or behind a backslash of a script.</summary>
    public static RenderFault ValueInUnclearScript() =>
        Fault("SN3408", "Nothing can be printed at this place of a script: it is in a comment or a regular expression, or cannot be told from one.", "Set values up in a script element of their own, with '| object.to_json'.");

    /// <summary><c>href="javascript:show('{{ name }}')"</c>.</summary>
    public static RenderFault ValueAfterScheme(string attribute) =>
        Fault("SN3409", $"Nothing can be printed in '{attribute}' after a scheme like this one, or after an entity.", "Addresses may begin with https, http, mailto, tel, sms, geo, ftp, '/', '?' or '#'.");

    /// <summary><c>&lt;meta http-equiv="refresh" content="{{ address }}"></c>.</summary>
    public static RenderFault ValueInRefresh() =>
        Fault("SN3410", "In a refresh only the address can be printed.", "Write content=\"0; url={{ … }}\".");

    /// <summary><c>&lt;h{{ if x }}1{{ end }}2></c>: what the name is depends on a branch.</summary>
    public static TemplateError NameGoesOn(TemplateSource source, TextSpan at) =>
        Error("SN3411", source, at, "What this belongs to depends on the branch before it.", "After a branch within a tag a blank, '/' or '>' must follow.");

    /// <summary>A function that is called within a tag and writes.</summary>
    public static RenderFault NothingWrittenHere() => Fault("SN3412", "A function writes where nothing can be written: in a tag outside of quotes, or in code.");

    /// <summary><c>tablerow</c> within a tag.</summary>
    public static RenderFault RowsOutsideText() => Fault("SN3413", "'tablerow' writes tags and works only in text.");

    /// <summary>A mistake found while rendering, or one with a place that shows only then.</summary>
    public static TemplateError Placed(RenderFault fault, FaultPlace place) =>
        Located(fault.Code, TemplateSeverity.Error, place.Source, place.Span, fault.Message, fault.Hint) with { Inner = fault.Inner };

    /// <summary>Something doubtful that keeps no template from being used.</summary>
    public static TemplateError PlacedWarning(RenderFault fault, FaultPlace place) =>
        Located(fault.Code, TemplateSeverity.Warning, place.Source, place.Span, fault.Message, fault.Hint);

    public static string? DidYouMean(string? meant) => meant is null ? null : $"Did you mean '{meant}'?";

    public static string OperatorText(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.NotNull => "?!",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Range => "..",
        BinaryOperator.RangeExclusive => "..<",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.FloorDivide => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        _ => ">>",
    };

    private static TemplateError Error(string code, TemplateSource source, TextSpan at, string message, string? hint = null) =>
        Located(code, TemplateSeverity.Error, source, at, message, hint);

    private static TemplateError Located(string code, TemplateSeverity severity, TemplateSource source, TextSpan at, string message, string? hint)
    {
        var start = Math.Clamp(at.Start, 0, source.Text.Length);
        var (line, column) = source.Locate(start);
        return new TemplateError(code, severity, message, hint, source.Name, line, column, start, Math.Clamp(at.Length, 0, source.Text.Length - start), source.LineAt(start));
    }

    private static StaticKind? StaticKindOf(ParameterKind wanted) => wanted switch
    {
        ParameterKind.Date => StaticKind.Date,
        ParameterKind.TimeSpan => StaticKind.TimeSpan,
        ParameterKind.Int or ParameterKind.Double or ParameterKind.Number => StaticKind.Number,
        ParameterKind.Array => StaticKind.List,
        _ => null,
    };

    private static string? FromText(ParameterKind wanted) => wanted switch
    {
        ParameterKind.Date => "A text becomes a date with 'date.parse'.",
        ParameterKind.TimeSpan => "A text becomes a timespan with 'timespan.parse'.",
        ParameterKind.Double or ParameterKind.Number => "A text becomes a number with 'string.to_int' or 'string.to_double'.",
        ParameterKind.Function => "A function is handed over with '@' before its name.",
        _ => null,
    };

    private static string Arguments(int count) => count == 1 ? "1 argument" : FormattableString.Invariant($"{count} arguments");

    private static RenderFault Fault(string code, string message, string? hint = null, int argument = -1) => new(code, message, hint, argument);
}
