using System.Buffers;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>
/// A template that does what stock Scriban makes of it, ready to render by any number of threads at once.
/// </summary>
internal sealed class StockTemplate : ITemplateRenderer
{
    private readonly Template _template;
    private readonly StockSources _sources;
    private readonly TemplateOptions _options;

    private StockTemplate(Template template, StockSources sources, TemplateOptions options) =>
        (_template, _sources, _options) = (template, sources, options);

    /// <summary>Reads a template. What it includes is read when it renders.</summary>
    /// <param name="name">As the loader knows it.</param>
    /// <param name="loader">Asked again in each rendering that includes something.</param>
    /// <param name="errors">The fault of the text, in the order of the places.</param>
    /// <returns>Null when there are errors.</returns>
    public static StockTemplate? Parse(
        string name,
        ITemplateLoader loader,
        TemplateOptions options,
        out IReadOnlyList<TemplateError> errors
    )
    {
        var text = loader.Load(name);
        var sources = new StockSources(loader) { Root = new TemplateSource(name, text ?? "") };
        errors = text is null
            ? [sources.ErrorOf(new TemplateMessage("SN3014", $"there is no template '{name}'", null))]
            : [];
        if (text is null)
            return null;
        try
        {
            var template = Template.Parse(text, name);
            if (!template.HasErrors)
                return new StockTemplate(template, sources, options);
            errors = sources.ErrorsOf(template.Messages);
        }
        catch (InsufficientExecutionStackException)
        {
            errors = [sources.ErrorOf(LimitErrors.TooDeep().Content)];
        }
        return null;
    }

    /// <summary>Renders a page as UTF-8.</summary>
    /// <param name="model">What <see cref="JsonModel"/> gives, or null. It is not changed.</param>
    /// <param name="output">Where the page goes; nothing is written when there is an error.</param>
    /// <param name="doubts">Stays empty: a dynamic model has no names to check.</param>
    /// <returns>Null, or the error that ended the rendering.</returns>
    public TemplateError? Render(
        object? model,
        IBufferWriter<byte> output,
        ICollection<TemplateError> doubts,
        IHtmlObserver? observer
    )
    {
        var context = new LimitedContext(StockBuiltins.Create(_options), _options) { TemplateLoader = _sources };
        context.PushGlobal((model as ScriptObject)?.Clone(deep: true) ?? new ScriptObject(StringComparer.Ordinal));
        try
        {
            // Template.Render would make a string of the whole page first.
            context.PushSourceFile(_template.SourceFilePath!);
            var result = context.Evaluate(_template.Page!);
            if (result is not null)
                context.Write(_template.Page!.Span, result);
            foreach (var chunk in ((StringBuilderOutput)context.Output).Builder.GetChunks())
                Encoding.UTF8.GetBytes(chunk.Span, output);
            return null;
        }
        catch (Exception failure)
        {
            return _sources.ErrorOf(failure);
        }
    }
}

/// <summary>Where the templates of one rendering come from, and where in them a mistake is.</summary>
internal sealed class StockSources(ITemplateLoader loader) : Scriban.Runtime.ITemplateLoader
{
    private const int MostMessageChars = 400;

    public TemplateSource Root { get; set; } = new("", "");

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        loader.Load(templatePath);

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan span, string path) =>
        new(loader.Load(path));

    /// <summary>What the parser found.</summary>
    public IReadOnlyList<TemplateError> ErrorsOf(LogMessageBag messages) =>
        [
            .. messages
                .Where(found => found.Type == ParserMessageType.Error)
                .Take(ErrorList.MostErrors)
                .Select(found => ErrorAt(found.Span, Shortened(found.Message))),
        ];

    /// <summary>What ended a rendering.</summary>
    public TemplateError ErrorOf(Exception failure)
    {
        var located = failure as ScriptRuntimeException;
        var place = located?.Span ?? new SourceSpan(Root.Name, default, default);
        var fault = FaultOf(failure);
        var message = fault?.Message ?? Shortened(located?.OriginalMessage ?? failure.Message);
        var error = RenderErrors.From(new ScriptRuntimeException(place, message, fault), SourceOf);
        var inner = failure is ScriptParserRuntimeException broken ? ErrorsOf(broken.ParserMessages) : [];
        return inner.Count > 0 ? error with { Inner = inner[0] } : error;
    }

    /// <summary>A message about the root when there is no text to point into.</summary>
    public TemplateError ErrorOf(TemplateMessage message) => Root.Error(default, message);

    /// <summary>The innermost cause that this layer has words for.</summary>
    private static RenderFault? FaultOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is RenderFault fault)
                return fault;
            if (failure is InsufficientExecutionStackException)
                return LimitErrors.TooDeep();
        }
        return null;
    }

    /// <summary>Scriban quotes whole values in its messages, whatever their length.</summary>
    private static string Shortened(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= MostMessageChars ? line : string.Concat(line.AsSpan(0, MostMessageChars), "…");
    }

    /// <summary>Scriban has no offset for the end of the text.</summary>
    private TemplateError ErrorAt(SourceSpan span, string message)
    {
        var source = SourceOf(span.FileName ?? "");
        var place =
            span.Start.Offset < 0 ? new TemplateSpan(source.Text.Length, source.Text.Length) : TemplateSpan.Of(span);
        return source.Error(place, new TemplateMessage("SN3001", RenderErrors.InPlainWords(message), null));
    }

    private TemplateSource SourceOf(string file) =>
        file.Length == 0 || file.Equals(Root.Name, StringComparison.Ordinal)
            ? Root
            : new TemplateSource(file, loader.Load(file) ?? "");
}

/// <summary>
/// The functions of stock mode: Scriban's, without clock, chance, the machine's zone and language data.
/// </summary>
internal static class StockBuiltins
{
    /// <summary>A table for one rendering: templates may write into it.</summary>
    public static ScriptObject Create(TemplateOptions options)
    {
        var builtins = ScribanBuiltins.Create();
        builtins.SetValue("date", new StockDates(options.BuildInstant), readOnly: true);
        NumberBuiltins.Add(builtins);
        JsonBuiltins.Add(builtins, options, isStock: true);
        RegexBuiltins.Add(builtins, isStock: true);
        new StockEval().Add(builtins);
        return builtins;
    }
}

/// <summary>
/// <c>object.eval</c> and <c>object.eval_template</c>. A mistake in the text is one of the argument, as in Scriban; but
/// only the outermost of several within one another catches it, for each catch that throws again takes some of the
/// stack.
/// </summary>
internal sealed class StockEval
{
    // To read a character of a text takes as long as this many steps.
    private const int StepsPerChar = 5;

    private int _depth;

    public void Add(ScriptObject builtins) =>
        ScribanBuiltins.Replace(
            builtins,
            "object",
            Function("eval", ScriptMode.ScriptOnly),
            Function("eval_template", ScriptMode.Default)
        );

    private Builtin Function(string name, ScriptMode mode) =>
        new(name, typeof(object), [Need<object>("value")], (context, span, a) => Guarded(context, span, a[0], mode));

    private object? Guarded(TemplateContext context, SourceSpan span, object? value, ScriptMode mode)
    {
        var node = context.CurrentNode;
        if (value is IScriptCustomFunction)
            return ScriptFunctionCall.Call(context, node, value, processPipeArguments: false, null);
        if (value is not string text)
            return value;
        context.EnterRecursive(node);
        _depth++;
        try
        {
            ((LimitedContext)context).CountItems((long)text.Length * StepsPerChar);
            var template = Template.Parse(text, null, null, new LexerOptions { Lang = context.Language, Mode = mode });
            if (template.HasErrors && mode == ScriptMode.ScriptOnly)
                throw new ScriptRuntimeException(span, template.Messages.ToString());
            return template.Page is not { } page ? null
                : mode == ScriptMode.Default ? Written(context, page)
                : Result(context, page);
        }
        catch (Exception failure) when (_depth == 1)
        {
            throw new ArgumentException(failure.Message, nameof(value), failure);
        }
        finally
        {
            _depth--;
            context.ExitRecursive(node);
        }
    }

    private static object? Result(TemplateContext context, ScriptPage page) =>
        page.Body is not { } body ? null
        : body.Statements.Count == 1 ? context.Evaluate(body.Statements[0])
        : context.Evaluate(page);

    private static string Written(TemplateContext context, ScriptPage page)
    {
        var output = new StringBuilderOutput();
        context.PushOutput(output);
        context.Evaluate(page);
        context.PopOutput();
        return output.ToString();
    }
}

/// <summary>
/// The <c>date</c> object as it is on a machine whose zone is UTC. Scriban completes a time alone, and a day without a
/// year, from today's date; there is no today here, so these are faults. A text that is no date is the first of January
/// of year 1, as in Scriban.
/// </summary>
internal sealed class StockDates : DateFormatter
{
    public StockDates(DateTimeOffset now)
        : base(now, typeof(DateTime?)) => Add(Printer<DateTime?>(Need<string>("pattern")));

    protected override object Made(DateTimeOffset date) => date.UtcDateTime;

    protected override DateTimeOffset? Read(
        TemplateContext context,
        object? value,
        string? pattern,
        EnglishCulture culture
    )
    {
        var text = context.ObjectToString(value);
        if (string.IsNullOrEmpty(text))
            return null;
        var format = pattern is null
            ? null
            : Strftime.ToNative(pattern, isStrict: true) ?? throw FunctionErrors.NotADateOf(text, pattern);
        return DateReader.ReadWhole(text, format, culture.First, culture.Second) ?? default(DateTimeOffset);
    }

    protected override string Complete(string? pattern) => pattern ?? DefaultFormat;
}
