namespace StaticNews.Templates;

/// <summary>Looks, with a typed model, whether the arguments of a built-in function fit it.</summary>
internal sealed class BuiltinCheck(Binding binding)
{
    /// <summary>What may not, or had better not, stand in a template at all.</summary>
    public void Use(BuiltinFunction function, TextSpan at)
    {
        if (function.DisplayName is ("math.random" or "math.uuid") && (binding.IsTyped || binding.Options.EscapeHtml))
        {
            binding.ReportAlways(at, FunctionErrors.NotReproducible(function.DisplayName));
        }
        if (function.DisplayName is "date.now") binding.Warn(at, TemplateWarnings.TellsBuildInstant());
    }

    /// <summary>The types and, where they are constants, the meaning of arguments that found their parameters.</summary>
    /// <returns>The type of the result; null when it is unknown.</returns>
    public Type? Call(BuiltinFunction function, Expression?[] arguments, TextSpan at)
    {
        var name = function.DisplayName;
        var isFitting = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } argument) isFitting &= Argument(name, function.Parameters[Math.Min(i, function.Parameters.Count - 1)], argument);
        }
        if (isFitting && name is ("array.map" or "array.sort")) MemberOfItems(name, arguments);
        Constants(function, arguments);
        if (name is "date.to_string" or "date.parse_to_string") DatePattern(arguments);
        if (name is ("object.eval" or "object.eval_template") && arguments[0] is { } text) Text(name, text);
        var types = Array.ConvertAll(arguments, argument => argument?.StaticType);
        if (BuiltinResults.OperatorOf(name) is { } operation && types.Length == 2 && !OperatorTypes.HasMeaning(operation, types[0], types[1], out _))
        {
            binding.Report(at, CheckErrors.NoMeaning(operation, types[0]!, types[1]!));
        }
        return BuiltinResults.Of(name, types);
    }

    private bool Argument(string function, Parameter parameter, Expression argument)
    {
        if (parameter.Kind == ParameterKind.Text) new OperandCheck(binding).Print(argument.Place.Span, argument.StaticType);
        if (argument.StaticType is not { } type || Fits(parameter.Kind, type, argument)) return true;
        binding.Report(argument.Place.Span, TemplateErrors.WrongArgument(function, parameter, type, binding.TextOf(argument.Place.Span)));
        return false;
    }

    private static bool Fits(ParameterKind kind, Type type, Expression argument) => (kind, ModelTypes.KindOf(type)) switch
    {
        (ParameterKind.Any or ParameterKind.Text or ParameterKind.Bool, _) or (_, StaticKind.Unknown) => true,
        (ParameterKind.Int, StaticKind.Text) => argument is not ConstantExpression { Value: var constant } || IsWholeNumber(constant.AsText()),
        (ParameterKind.Int or ParameterKind.Double, StaticKind.Number or StaticKind.Bool) => true,
        (ParameterKind.Number, StaticKind.Number) => true,
        (ParameterKind.Array, StaticKind.Text or StaticKind.List or StaticKind.Object) => true,
        (ParameterKind.Object, StaticKind.Object) => true,
        (ParameterKind.Function, StaticKind.Function) => true,
        (ParameterKind.Date, StaticKind.Date) => true,
        (ParameterKind.TimeSpan, StaticKind.TimeSpan) => true,
        _ => false,
    };

    public static bool IsWholeNumber(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary><c>stories | array.sort 'section.title'</c>: each name of the path must be a member.</summary>
    private void MemberOfItems(string function, Expression?[] arguments)
    {
        if (arguments is not [{ } list, ConstantExpression { Value.Kind: ValueKind.String } path, ..]) return;
        var type = ModelTypes.ItemOf(list.StaticType);
        // 'map' takes one name, 'sort' a path of them.
        var names = function is "array.sort" ? path.Value.AsText()!.Split('.') : [path.Value.AsText()!];
        foreach (var name in names)
        {
            if (name.Length > 0 && ModelTypes.KindOf(type) is StaticKind.Text or StaticKind.Number or StaticKind.Bool)
            {
                binding.Report(path.Place.Span, CheckErrors.ItemWithoutMembers(function, name, type!));
                return;
            }
            if (name.Length == 0 || type is null || !ModelTypes.IsRecord(type)) return;
            if (!RecordShape.Of(type).TryFind(name, out var member))
            {
                var known = RecordShape.Of(type).Members.Select(candidate => candidate.Name);
                binding.Report(path.Place.Span, TemplateErrors.UnknownMember("item", ModelTypes.Describe(type), name, Spelling.Nearest(name, known)));
                return;
            }
            type = ModelTypes.Known(member.Type);
        }
    }

    /// <summary>Patterns and cultures are mostly written out, so what is wrong with them can be said now.</summary>
    private void Constants(BuiltinFunction function, Expression?[] arguments)
    {
        for (var i = 0; i < Math.Min(arguments.Length, function.Parameters.Count); i++)
        {
            if (ConstantText(arguments, i) is not { } text) continue;
            try
            {
                var parameter = function.Parameters[i].Name;
                if (parameter.EndsWith("culture", StringComparison.Ordinal)) EnglishCulture.Required(text, i);
                if (parameter is "pattern" && function.DisplayName is ("regex.match" or "regex.matches" or "regex.replace" or "regex.split"))
                {
                    new RegexCache().Get(text, ConstantText(arguments, ArgumentBinder.IndexOf(function.Parameters, "options")), binding.Options.Limits.RegexTime);
                }
            }
            catch (RenderFault fault)
            {
                binding.Report(arguments[i]!.Place.Span, fault);
            }
        }
    }

    /// <summary>A letter that means nothing is no mistake to stock Scriban: it stays in the text.</summary>
    private void DatePattern(Expression?[] arguments)
    {
        if (ConstantText(arguments, 1) is { } text && Strftime.UnknownPart(text) is { } part) binding.Warn(arguments[1]!.Place.Span, TemplateWarnings.UnknownDateLetter(part));
    }

    private static string? ConstantText(Expression?[] arguments, int index) =>
        index >= 0 && index < arguments.Length && arguments[index] is ConstantExpression { Value.Kind: ValueKind.String } constant ? constant.Value.AsText() : null;

    private void Text(string function, Expression text)
    {
        if (text is not ConstantExpression { Value.Kind: ValueKind.String } constant)
        {
            binding.Report(text.Place.Span, CheckErrors.EvalNotConstant(function));
            return;
        }
        var errors = new ErrorList();
        var source = new TemplateSource("eval", constant.Value.AsText()!);
        _ = function is "object.eval" ? TemplateParser.ParseCode(source, errors) : TemplateParser.Parse(source, errors);
        if (errors.HasErrors) binding.Report(text.Place.Span, CheckErrors.EvalBroken(function, errors.InOrder([])[0]));
    }
}
