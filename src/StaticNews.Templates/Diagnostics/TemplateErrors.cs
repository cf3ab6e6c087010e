namespace StaticNews.Templates;

/// <summary>Every message about a template is born here. SN30xx: its text; SN31xx: its names and types; SN32xx: functions; SN33xx: rendering.</summary>
internal static class TemplateErrors
{
    // --- functions: SN32xx ---

    /// <summary>A value cannot be what the place needs: <c>'abc' | string.slice 'x'</c>.</summary>
    public static RenderFault CannotConvert(string kind, string wanted, int argument = -1) =>
        Fault("SN3201", $"A value of kind '{kind}' cannot be used as {wanted}.", null, argument);

    /// <summary>More arguments than parameters: <c>string.upcase 'a' 1</c>.</summary>
    public static RenderFault TooManyArguments(string function, int most, int given) =>
        Fault("SN3202", $"'{function}' takes at most {most} arguments, not {given}.", "A piped value counts as the first argument.");

    /// <summary>Fewer arguments than the function needs: <c>string.upcase</c>.</summary>
    public static RenderFault TooFewArguments(string function, int least, int given) =>
        Fault("SN3203", $"'{function}' needs at least {least} arguments, not {given}.", "A piped value counts as the first argument.", RenderFault.AtEndOfCall);

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

    private static string OperatorText(BinaryOperator operation) => operation switch
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

    private static RenderFault Fault(string code, string message, string? hint = null, int argument = -1) => new(code, message, hint, argument);
}
