using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>The types of what built-in functions give, where they are certain; null stays possible with each. A function that is not named here may give anything.</summary>
internal static class BuiltinResults
{
    private static readonly FrozenDictionary<string, Type> Types = new (Type Type, string Names)[]
    {
        (typeof(string),
            "array.join date.parse_to_string date.to_string html.newline_to_br html.strip html.url_encode html.url_escape math.format object.eval_template "
            + "object.format object.kind object.to_json object.typeof regex.escape regex.replace regex.unescape string.append string.base64_decode "
            + "string.base64_encode string.capitalize string.capitalizewords string.downcase string.escape string.handleize string.hmac_sha1 string.hmac_sha256 "
            + "string.hmac_sha512 string.literal string.lstrip string.md5 string.pad_left string.pad_right string.prepend string.remove string.remove_first "
            + "string.remove_last string.replace string.replace_first string.rstrip string.sha1 string.sha256 string.sha512 string.slice string.slice1 "
            + "string.strip string.strip_newlines string.truncate string.truncatewords string.upcase"),
        (typeof(HtmlText), "html.escape"),
        (typeof(bool),
            "array.any array.contains math.is_number object.has_key object.has_value string.contains string.empty string.ends_with string.equals_ignore_case "
            + "string.starts_with string.whitespace"),
        (typeof(int), "array.size object.size string.index_of string.size string.to_int"),
        (typeof(long), "string.to_long"),
        (typeof(double), "math.ceil math.floor math.round string.to_double"),
        (typeof(float), "string.to_float"),
        (typeof(SomeNumber), "math.abs math.divided_by"),
        (typeof(DateTimeOffset),
            "date.add_days date.add_hours date.add_milliseconds date.add_minutes date.add_months date.add_seconds date.add_years date.now date.parse"),
        (typeof(TimeSpan), "timespan.from_days timespan.from_hours timespan.from_milliseconds timespan.from_minutes timespan.from_seconds timespan.parse"),
        (typeof(IReadOnlyList<string>), "object.keys string.split"),
        (typeof(TemplateArray),
            "array.add array.add_range array.concat array.each array.insert_at array.map object.values regex.match regex.matches regex.split"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Type))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The functions whose result is known without looking at arguments.</summary>
    public static IEnumerable<string> Names => Types.Keys;

    /// <param name="function">The full name.</param>
    /// <param name="arguments">What is known of its arguments; null where nothing is.</param>
    /// <returns>Null when the type shows only while rendering.</returns>
    public static Type? Of(string function, IReadOnlyList<Type?> arguments)
    {
        if (Types.TryGetValue(function, out var type)) return type;
        var first = arguments.Count > 0 ? arguments[0] : null;
        return function switch
        {
            "array.compact" or "array.filter" or "array.limit" or "array.offset" or "array.remove_at" or "array.reverse" or "array.sort" or "array.uniq" =>
                ListOf(first),
            "array.cycle" or "array.first" or "array.last" => ItemOf(first),
            "object.default" when arguments.Count == 2 && first == arguments[1] => first,
            "string.pluralize" when arguments.Count == 3 && arguments[1] == arguments[2] => arguments[1],
            "math.plus" => OfOperator(BinaryOperator.Add, arguments),
            "math.minus" => OfOperator(BinaryOperator.Subtract, arguments),
            "math.times" => OfOperator(BinaryOperator.Multiply, arguments),
            "math.modulo" => OfOperator(BinaryOperator.Modulo, arguments),
            _ => null,
        };
    }

    /// <summary>The operator behind a function of <c>math</c>; null for other functions.</summary>
    public static BinaryOperator? OperatorOf(string function) => function switch
    {
        "math.plus" => BinaryOperator.Add,
        "math.minus" => BinaryOperator.Subtract,
        "math.times" => BinaryOperator.Multiply,
        "math.modulo" => BinaryOperator.Modulo,
        _ => null,
    };

    private static Type? OfOperator(BinaryOperator operation, IReadOnlyList<Type?> arguments) =>
        arguments.Count == 2 && OperatorTypes.HasMeaning(operation, arguments[0], arguments[1], out var result) ? result : null;

    private static Type ListOf(Type? list) => ModelTypes.KindOf(list) switch
    {
        StaticKind.List => list!,
        StaticKind.Text => typeof(IReadOnlyList<string>),
        _ => typeof(TemplateArray),
    };

    private static Type? ItemOf(Type? list) => ModelTypes.KindOf(list) switch
    {
        StaticKind.Text => typeof(string),
        StaticKind.Object => typeof(TemplateObject),
        _ => ModelTypes.ItemOf(list),
    };
}
