using System.Collections;
using System.Collections.Frozen;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>Looks, with a typed model, whether the arguments of a built-in function fit it.</summary>
internal sealed class BuiltinCheck(Binding binding)
{
    private static readonly string[] RegexFunctions = ["regex.match", "regex.matches", "regex.replace", "regex.split"];

    /// <summary>What may not, or had better not, stand in a template at all.</summary>
    public void Use(string name, ScriptNode at)
    {
        if (name is "math.random" or "math.uuid")
            binding.ReportAlways(TemplateSpan.Of(at.Span), FunctionErrors.NotReproducible(name).Content);
        if (name is "object.eval" or "object.eval_template")
        {
            binding.ReportAlways(TemplateSpan.Of(at.Span), PageBuiltins.NotAvailable(name).Content);
        }
        if (name is "date.now")
            binding.Warn(TemplateSpan.Of(at.Span), TemplateWarnings.TellsBuildInstant());
    }

    /// <summary>
    /// The types and, where they are constants, the meaning of arguments that found their parameters.
    /// </summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Call(string name, IScriptCustomFunction function, CallArgument?[] arguments, TemplateSpan at)
    {
        var isFitting = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } argument)
            {
                isFitting &= Argument(
                    name,
                    function.GetParameterInfo(Math.Min(i, function.ParameterCount - 1)),
                    argument
                );
            }
        }
        if (isFitting && name is "array.map" or "array.sort")
            MemberOfItems(name, arguments);
        Constants(name, function, arguments);
        if (name is "date.to_string" or "date.parse_to_string")
            DatePattern(arguments);
        var types = Array.ConvertAll(arguments, static argument => argument?.Value.Type);
        if (
            BuiltinResults.OperatorOf(name) is { } operation
            && types.Length == 2
            && !OperatorTypes.HasMeaning(operation, types[0], types[1], out _)
        )
        {
            binding.Report(at, CheckErrors.NoMeaning(operation, types[0]!, types[1]!));
        }
        return BuiltinResults.Of(name, types);
    }

    public static IEnumerable<string> NamesOf(IScriptCustomFunction function) =>
        Enumerable.Range(0, function.ParameterCount).Select(i => function.GetParameterInfo(i).Name);

    /// <summary>The index of a parameter; -1 when there is none of this name.</summary>
    public static int IndexOf(IScriptCustomFunction function, string name) => NamesOf(function).ToList().IndexOf(name);

    public static bool IsWholeNumber(string? text) =>
        int.TryParse(
            text,
            System.Globalization.NumberStyles.Integer,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        );

    private bool Argument(string function, ScriptParameterInfo parameter, CallArgument argument)
    {
        var wanted = KindOf(function, parameter);
        var node = argument.Value.Node;
        if (IsText(function, parameter))
            new OperandCheck(binding).Print(node, argument.Value.Type);
        if (argument.Value.Type is not { } type || Fits(parameter, wanted, type, argument.Value))
            return true;
        binding.Report(
            node,
            TemplateErrors.WrongArgument(function, parameter.Name, wanted, type, binding.TextOf(node))
        );
        return false;
    }

    /// <summary>What a parameter takes; unknown for one that takes anything.</summary>
    private static StaticKind KindOf(string function, ScriptParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(int) || type == typeof(double))
            return StaticKind.Number;
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TemplateDate))
            return StaticKind.Date;
        if (type == typeof(TimeSpan))
            return StaticKind.TimeSpan;
        if (type == typeof(string) || type == typeof(bool))
            return StaticKind.Unknown;
        if (typeof(IDictionary<string, object>).IsAssignableFrom(type))
            return StaticKind.Object;
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return StaticKind.List;
        return (function, parameter.Name) switch
        {
            ("array.map" or "array.sort", "list") => StaticKind.List,
            ("array.any" or "array.each" or "array.filter", "function") => StaticKind.Function,
            ("array.join", "function") => StaticKind.Function,
            ("math.abs", "value") or ("math.divided_by", "divisor") => StaticKind.Number,
            _ => StaticKind.Unknown,
        };
    }

    /// <summary>
    /// Whether a parameter takes the text of any value. The functions that keep HTML apart from text take values as
    /// they are.
    /// </summary>
    private static bool IsText(string function, ScriptParameterInfo parameter) =>
        parameter.ParameterType == typeof(string)
        || (
            parameter.ParameterType == typeof(object)
            && (
                function.StartsWith("html.", StringComparison.Ordinal)
                || function.StartsWith("string.", StringComparison.Ordinal)
            )
        );

    private static bool Fits(ScriptParameterInfo parameter, StaticKind wanted, Type type, Bound argument) =>
        (wanted, ModelTypes.KindOf(type)) switch
        {
            (StaticKind.Unknown, _) or (_, StaticKind.Unknown) => true,
            (StaticKind.Number, StaticKind.Text) => parameter.ParameterType != typeof(double)
                && parameter.ParameterType != typeof(object)
                && (argument.ConstantText is not { } text || IsWholeNumber(text)),
            (StaticKind.Number, StaticKind.Bool) => parameter.ParameterType != typeof(object),
            (StaticKind.List, StaticKind.Text) => true,
            (StaticKind.List, StaticKind.Object) => !ModelTypes.IsRecord(type),
            var (kind, given) => kind == given,
        };

    /// <summary><c>stories | array.sort 'section.title'</c>: each name of the path must be a member.</summary>
    private void MemberOfItems(string function, CallArgument?[] arguments)
    {
        if (arguments is not [{ } list, { Value.ConstantText: { } path } argument, ..])
            return;
        var at = TemplateSpan.Of(argument.Value.Node.Span);
        var type = ModelTypes.ItemOf(list.Value.Type);
        // 'map' takes one name, 'sort' a path of them.
        foreach (var name in function is "array.sort" ? path.Split('.') : [path])
        {
            if (name.Length > 0 && ModelTypes.KindOf(type) is StaticKind.Text or StaticKind.Number or StaticKind.Bool)
            {
                binding.Report(at, CheckErrors.ItemWithoutMembers(function, name, type!));
                return;
            }
            if (name.Length == 0 || type is null || !ModelTypes.IsRecord(type))
                return;
            if (!RecordShape.Of(type).TryFind(name, out var member))
            {
                var known = RecordShape.Of(type).Members.Select(static candidate => candidate.Name);
                binding.Report(
                    at,
                    TemplateErrors.UnknownMember("item", ModelTypes.Describe(type), name, Spelling.Nearest(name, known))
                );
                return;
            }
            type = ModelTypes.Known(member.Type);
        }
    }

    /// <summary>Patterns and cultures are mostly written out, so their faults can be reported now.</summary>
    private void Constants(string name, IScriptCustomFunction function, CallArgument?[] arguments)
    {
        var patternAt = RegexFunctions.Contains(name, StringComparer.Ordinal) ? IndexOf(function, "pattern") : -1;
        for (var i = 0; i < Math.Min(arguments.Length, function.ParameterCount); i++)
        {
            if (ConstantText(arguments, i) is not { } text)
                continue;
            try
            {
                if (function.GetParameterInfo(i).Name.EndsWith("culture", StringComparison.Ordinal))
                    EnglishCulture.Required(text);
                if (i == patternAt)
                    RegexBuiltins.Check(text, ConstantText(arguments, IndexOf(function, "options")));
            }
            catch (RenderFault fault)
            {
                binding.Report(arguments[i]!.Value.Node, fault.Content);
            }
        }
    }

    /// <summary>A letter that means nothing is no mistake to Scriban: it stays in the text.</summary>
    private void DatePattern(CallArgument?[] arguments)
    {
        if (ConstantText(arguments, 1) is { } text && Strftime.UnknownPart(text) is { } part)
        {
            binding.Warn(TemplateSpan.Of(arguments[1]!.Value.Node.Span), TemplateWarnings.UnknownDateLetter(part));
        }
    }

    private static string? ConstantText(CallArgument?[] arguments, int index) =>
        index >= 0 && index < arguments.Length ? arguments[index]?.Value.ConstantText : null;
}

/// <summary>
/// The types of what built-in functions give, where they are certain; null stays possible with each. A function that is
/// not named here may give anything.
/// </summary>
internal static class BuiltinResults
{
    private static readonly FrozenDictionary<string, Type> Types = new (Type Type, string Names)[]
    {
        (
            typeof(string),
            "array.join date.parse_to_string date.to_string html.newline_to_br html.strip html.url_encode "
                + "html.url_escape math.format "
                + "object.format object.kind object.to_json object.typeof regex.escape regex.replace "
                + "regex.unescape string.append "
                + "string.base64_decode string.base64_encode string.capitalize string.capitalizewords "
                + "string.downcase string.escape "
                + "string.handleize string.hmac_sha1 string.hmac_sha256 string.hmac_sha512 string.literal "
                + "string.lstrip string.md5 "
                + "string.pad_left string.pad_right string.prepend string.remove string.remove_first "
                + "string.remove_last string.replace "
                + "string.replace_first string.rstrip string.sha1 string.sha256 string.sha512 string.slice "
                + "string.slice1 string.strip "
                + "string.strip_newlines string.truncate string.truncatewords string.upcase"
        ),
        (typeof(HtmlString), "html.escape"),
        (
            typeof(bool),
            "array.any array.contains math.is_number object.has_key object.has_value string.contains string.empty "
                + "string.ends_with "
                + "string.equals_ignore_case string.starts_with string.whitespace"
        ),
        (typeof(int), "array.size object.size string.index_of string.size string.to_int"),
        (typeof(long), "string.to_long"),
        (typeof(double), "math.ceil math.floor math.round string.to_double"),
        (typeof(float), "string.to_float"),
        (typeof(SomeNumber), "math.abs math.divided_by"),
        (
            typeof(DateTimeOffset),
            "date.add_days date.add_hours date.add_milliseconds date.add_minutes date.add_months date.add_seconds "
                + "date.add_years "
                + "date.now date.parse"
        ),
        (
            typeof(TimeSpan),
            "timespan.from_days timespan.from_hours timespan.from_milliseconds timespan.from_minutes "
                + "timespan.from_seconds timespan.parse"
        ),
        (typeof(IReadOnlyList<string>), "object.keys string.split"),
        (
            typeof(ScriptArray),
            "array.add array.add_range array.concat array.each array.insert_at array.map object.values regex.match "
                + "regex.matches "
                + "regex.split"
        ),
    }
        .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Type)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The functions whose result is known without looking at arguments.</summary>
    public static IEnumerable<string> Names => Types.Keys;

    /// <param name="function">The full name.</param>
    /// <param name="arguments">The facts about its arguments; null where nothing is.</param>
    /// <returns>Null when the type shows only while rendering.</returns>
    public static Type? Of(string function, IReadOnlyList<Type?> arguments)
    {
        if (Types.TryGetValue(function, out var type))
            return type;
        var first = arguments.Count > 0 ? arguments[0] : null;
        return function switch
        {
            "array.compact"
            or "array.filter"
            or "array.limit"
            or "array.offset"
            or "array.remove_at"
            or "array.reverse"
            or "array.sort"
            or "array.uniq" => ListOf(first),
            "array.cycle" or "array.first" or "array.last" => ItemOf(first),
            "object.default" when arguments.Count == 2 && first == arguments[1] => first,
            "string.pluralize" when arguments.Count == 3 && arguments[1] == arguments[2] => arguments[1],
            "math.plus" => OfOperator(ScriptBinaryOperator.Add, arguments),
            "math.minus" => OfOperator(ScriptBinaryOperator.Subtract, arguments),
            "math.times" => OfOperator(ScriptBinaryOperator.Multiply, arguments),
            "math.modulo" => OfOperator(ScriptBinaryOperator.Modulus, arguments),
            _ => null,
        };
    }

    /// <summary>The operator behind a function of <c>math</c>; null for other functions.</summary>
    public static ScriptBinaryOperator? OperatorOf(string function) =>
        function switch
        {
            "math.plus" => ScriptBinaryOperator.Add,
            "math.minus" => ScriptBinaryOperator.Subtract,
            "math.times" => ScriptBinaryOperator.Multiply,
            "math.modulo" => ScriptBinaryOperator.Modulus,
            _ => null,
        };

    private static Type? OfOperator(ScriptBinaryOperator operation, IReadOnlyList<Type?> arguments) =>
        arguments.Count == 2 && OperatorTypes.HasMeaning(operation, arguments[0], arguments[1], out var result)
            ? result
            : null;

    private static Type ListOf(Type? list) =>
        ModelTypes.KindOf(list) switch
        {
            StaticKind.List => list!,
            StaticKind.Text => typeof(IReadOnlyList<string>),
            _ => typeof(ScriptArray),
        };

    private static Type? ItemOf(Type? list) =>
        ModelTypes.KindOf(list) switch
        {
            StaticKind.Text => typeof(string),
            StaticKind.Object => typeof(ScriptObject),
            _ => ModelTypes.ItemOf(list),
        };
}
