using System.Buffers;
using System.Collections.Concurrent;

namespace StaticNews.Templates;

/// <summary>A template ready to render, by any number of threads at once.</summary>
public sealed class CompiledTemplate
{
    /// <summary>Texts for <c>object.eval</c> that stay compiled; those beyond are compiled each time.</summary>
    private const int MaxTexts = 256;

    private readonly CompileUnit _unit;
    private readonly Page _page;
    private readonly ConcurrentDictionary<(string Name, MarkupPlace Markup), LatePage> _latePages = new();
    private readonly ConcurrentDictionary<(string Text, bool IsCode), LatePage> _texts = new();
    private readonly ConcurrentQueue<RenderState> _spare = new();

    internal CompiledTemplate(CompileUnit unit, Page page)
    {
        _unit = unit;
        _page = page;
        Fingerprint = unit.Fingerprint();
    }

    public string Name => _unit.Name;

    /// <summary>The type of the model; null for a dynamic one.</summary>
    public Type? ModelType => _unit.ModelType;

    public TemplateOptions Options => _unit.Options;

    /// <summary>
    /// A hash of the template's text, the texts it includes by constant names, and the options: equal for equal results, in every run and on every machine.
    /// </summary>
    public UInt128 Fingerprint { get; }

    internal NameTable Names => _unit.Names;

    /// <summary>Renders a page as UTF-8.</summary>
    /// <param name="model">An instance of <see cref="ModelType"/>, or for a dynamic model what <see cref="JsonModel"/> gives, a dictionary, or null.</param>
    /// <param name="output">Where the page goes; nothing is written when there is an error.</param>
    /// <returns>Null, or the error that ended the rendering.</returns>
    public TemplateError? Render(object? model, IBufferWriter<byte> output) => Render(model, output, new List<TemplateError>());

    /// <summary>Renders a page as UTF-8.</summary>
    /// <param name="model">As above.</param>
    /// <param name="output">As above.</param>
    /// <param name="doubts">Gets what was written to the page and means nothing to readers, each a warning: a list with its brackets, a number divided by zero.</param>
    public TemplateError? Render(object? model, IBufferWriter<byte> output, ICollection<TemplateError> doubts)
    {
        if (ModelType is not null && !ModelType.IsInstanceOfType(model)) throw new ArgumentException($"The model must be a {ModelType.Name}.", nameof(model));
        if (!_spare.TryDequeue(out var state)) state = new RenderState();
        try
        {
            state.Begin(this, model);
            if (_page.Body.Execute(state) == Flow.Return) state.Write(state.Returned);
            output.Write(state.Output.Written);
            foreach (var doubt in state.Doubts) doubts.Add(doubt);
            return null;
        }
        catch (RenderFault fault)
        {
            return TemplateErrors.Placed(fault, fault.Place ?? new FaultPlace(_page.Source, default));
        }
        finally
        {
            if (_spare.Count < Environment.ProcessorCount) _spare.Enqueue(state);
        }
    }

    /// <summary>An include whose name shows while rendering.</summary>
    internal Page FindPage(in Value name, FaultPlace place, MarkupPlace markup)
    {
        var text = ValuePrinter.ToText(name);
        if (text.Length == 0) throw TemplateErrors.IncludeWithoutName().At(place);
        var late = _latePages.GetOrAdd((text, markup), static (key, unit) => unit.CompileLate(key.Name, key.Markup), _unit);
        if (late.Page is { } page) return page;
        throw (late.Error is { } error ? TemplateErrors.IncludeBroken(text, error) : TemplateErrors.IncludeMissing(text)).At(place);
    }

    /// <summary>A template or an expression given as text.</summary>
    internal Page CompileText(string text, bool isCode)
    {
        if (!_texts.TryGetValue((text, isCode), out var late))
        {
            late = _unit.CompileText(text, isCode);
            if (_texts.Count < MaxTexts) _texts.TryAdd((text, isCode), late);
        }
        return late.Page ?? throw CheckErrors.EvalBroken(isCode ? "object.eval" : "object.eval_template", late.Error!);
    }
}
