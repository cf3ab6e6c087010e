using System.Runtime.CompilerServices;

namespace StaticNews.Templates;

/// <summary>Everything one rendering changes. Reused by one rendering after another, never by two at once.</summary>
internal sealed class RenderState
{
    private const int InitialArguments = 64;

    /// <summary>A page with more has one mistake in a loop or a function.</summary>
    private const int MostDoubts = 8;

    private readonly Dictionary<string, int> _cycles = new(StringComparer.Ordinal);
    private readonly List<Value> _withs = [];
    private readonly List<TemplateError> _doubts = [];
    private ValueKind _doubtful;
    private readonly List<Frame> _frames = [new Frame()];
    private readonly List<Utf8Output> _outputs = [new Utf8Output()];
    private VariableSlot[] _variables = new VariableSlot[32];
    private Value[] _arguments = new Value[InitialArguments];
    private int _argumentCount;
    private int _frame;
    private int _output;
    private int _loopDepth;
    private int _iterations;
    private TemplateObject _model = new TemplateMap();
    private bool _ownsModel;

    public CompiledTemplate Template { get; private set; } = null!;

    public TemplateOptions Options { get; private set; } = TemplateOptions.Stock;

    public TemplateLimits Limits => Options.Limits;

    /// <summary>The regular expressions it has used so far.</summary>
    public RegexCache Patterns { get; } = new();

    /// <summary>Where the page is being written; <c>capture</c> puts another one here for a while.</summary>
    public Utf8Output Output { get; private set; } = null!;

    public Frame Frame { get; private set; } = null!;

    /// <summary>The typed model; null for a dynamic one.</summary>
    public object? ModelRecord { get; private set; }

    /// <summary>Built-in objects that the model hides with members of the same name: one bit each, in the order of <see cref="NamespaceBits"/>.</summary>
    public int HiddenNamespaces { get; private set; }

    /// <summary>The value of the last <c>ret</c>.</summary>
    public Value Returned { get; set; }

    /// <summary>How what functions write is written at the place that is being written: as HTML of its own, or fitting into a tag, an address, a script.</summary>
    public MarkupSpot Spot { get; set; }

    /// <summary>What the template assigned to <c>date.format</c>; null for nothing.</summary>
    public string? DatePattern { get; set; }

    /// <summary>What was written and means nothing to readers; each place once, a few of them.</summary>
    public IReadOnlyList<TemplateError> Doubts => _doubts;

    /// <summary>Whether the value that was written last is such, and its place is to be told by <see cref="TellDoubt"/>.</summary>
    public bool IsDoubtful { get; private set; }

    public LoopState For;

    public LoopState While;

    /// <summary>Makes everything as new for one rendering.</summary>
    public void Begin(CompiledTemplate template, object? model)
    {
        Template = template;
        Options = template.Options;
        Array.Clear(_variables);
        Array.Clear(_arguments);
        _cycles.Clear();
        _withs.Clear();
        _argumentCount = _frame = _output = _loopDepth = _iterations = 0;
        Frame = _frames[0];
        Frame.Clear();
        Output = _outputs[0];
        Output.Reset(Options.AutoIndent, Limits.OutputBytes);
        For = While = default;
        Returned = default;
        Spot = MarkupSpot.Text;
        DatePattern = null;
        _doubts.Clear();
        IsDoubtful = false;
        _ownsModel = false;
        SetModel(model, template.ModelType is not null);
    }

    private void SetModel(object? model, bool isTyped)
    {
        ModelRecord = isTyped ? model : null;
        _model = model switch
        {
            null => new TemplateMap(),
            TemplateObject members => members,
            _ => ModelViews.ObjectOf(model)!,
        };
        HiddenNamespaces = isTyped ? 0 : NamespaceBits.HiddenBy(_model);
    }

    // --- names ---

    public Value Read(int slot, string name)
    {
        var variables = _variables;
        ref readonly var variable = ref slot < variables.Length ? ref variables[slot] : ref Unbound;
        if (_withs.Count > variable.WithDepth && TryReadWith(variable.IsBound ? variable.WithDepth : 0, name, out var member)) return member;
        return variable.IsBound ? variable.Value : ReadModel(name);
    }

    private static readonly VariableSlot Unbound;

    private Value ReadModel(string name)
    {
        if (_model.TryGet(name, out var value)) return value;
        return Builtins.Namespaces.TryGetValue(name, out var space) ? Value.Of(space) : Value.Null;
    }

    private bool TryReadWith(int above, string name, out Value value)
    {
        for (var i = _withs.Count - 1; i >= above; i--)
        {
            if (_withs[i].AsObject()!.TryGet(name, out value)) return true;
        }
        value = default;
        return false;
    }

    /// <summary>Assigns to a plain name.</summary>
    /// <returns>False when it is read-only.</returns>
    public bool TryAssign(int slot, string name, in Value value)
    {
        ref var variable = ref SlotAt(slot);
        if (variable.IsReadOnly) return false;
        if (_withs.Count > variable.WithDepth && _withs[^1].Reference is TemplateMap open)
        {
            if (open.IsReadOnly(name)) return false;
            open.Set(name, value);
            return true;
        }
        if (variable.IsBound || ModelRecord is not null)
        {
            variable.Value = value;
            variable.IsBound = true;
            return true;
        }
        if (_model is TemplateMap map && map.IsReadOnly(name)) return false;
        OwnModel().Set(name, value);
        return true;
    }

    /// <summary>Sets a name for a while.</summary>
    /// <returns>What <see cref="Restore"/> puts back.</returns>
    public VariableSlot Bind(int slot, in Value value)
    {
        ref var variable = ref SlotAt(slot);
        var before = variable;
        variable = new VariableSlot { Value = value, WithDepth = _withs.Count, IsBound = true };
        return before;
    }

    public void SetBound(int slot, in Value value) => _variables[slot].Value = value;

    public void Restore(int slot, in VariableSlot before) => _variables[slot] = before;

    public void MakeReadOnly(int slot, string name)
    {
        ref var variable = ref SlotAt(slot);
        variable.IsReadOnly = true;
        if (!variable.IsBound && ModelRecord is null) OwnModel().MakeReadOnly(name);
    }

    /// <summary>Whether anything has this plain name.</summary>
    private bool Exists(int slot, string name) =>
        SlotAt(slot).IsBound || _model.TryGet(name, out _) || TryReadWith(0, name, out _);

    /// <summary>Removes a name that a function with parameters made.</summary>
    private void Forget(int slot, string name)
    {
        SlotAt(slot) = default;
        if (_ownsModel) ((TemplateMap)_model).Remove(name);
    }

    private ref VariableSlot SlotAt(int slot)
    {
        if (slot >= _variables.Length) Array.Resize(ref _variables, Math.Max(slot + 1, _variables.Length * 2));
        return ref _variables[slot];
    }

    public Value This()
    {
        if (_withs.Count > 0) return _withs[^1];
        return ModelRecord is not null ? Value.OfRecord(ModelRecord) : Value.Of(OwnModel());
    }

    // The caller's model is not ours to change: its top level is copied before the first assignment.
    private TemplateMap OwnModel()
    {
        if (_ownsModel) return (TemplateMap)_model;
        var own = new TemplateMap();
        for (var i = 0; i < _model.Count; i++) own.Set(_model.NameAt(i), _model.ValueAt(i));
        _model = own;
        _ownsModel = true;
        return own;
    }

    public void PushWith(in Value value) => _withs.Add(value);

    public void PopWith() => _withs.RemoveAt(_withs.Count - 1);

    /// <summary>The object of an open <c>with</c>; 0 is the innermost.</summary>
    public Value WithTarget(int outward) => _withs[_withs.Count - 1 - outward];

    // --- writing ---

    /// <summary>Writes a value, escaped where the template asks for that.</summary>
    public void Write(in Value value)
    {
        if (value.Kind is ValueKind.Array or ValueKind.Object or ValueKind.Double or ValueKind.Float) Doubt(value);
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Function: break;
            case ValueKind.String when Options.EscapeHtml: Output.WriteEscaped(value.AsText()); break;
            case ValueKind.String: Output.Write(value.AsText()); break;
            case ValueKind.Array or ValueKind.Object when Options.EscapeHtml: Output.WriteEscaped(ValuePrinter.ToText(value, DatePattern)); break;
            case ValueKind.Date or ValueKind.Array or ValueKind.Object when DatePattern is not null: Write(Value.Of(ValuePrinter.ToText(value, DatePattern))); break;
            default: ValuePrinter.Write(value, Output); break;
        }
    }

    private void Doubt(in Value value)
    {
        if (ModelRecord is null || (value.Kind is ValueKind.Double or ValueKind.Float && double.IsFinite(value.AsDouble()))) return;
        (IsDoubtful, _doubtful) = (true, value.Kind);
    }

    /// <summary>Says where a doubtful value was written.</summary>
    public void TellDoubt(Expression printed)
    {
        IsDoubtful = false;
        // Of what is known to be a list or a record, the compiler has said it.
        if (ModelTypes.KindOf(printed.StaticType) is StaticKind.List or StaticKind.Object || _doubts.Count == MostDoubts) return;
        var text = printed.Place.Source.Text.Substring(printed.Place.Span.Start, printed.Place.Span.Length);
        var fault = _doubtful is ValueKind.Array or ValueKind.Object ? CheckErrors.CompoundPrinted(text, _doubtful) : TemplateErrors.NoFiniteNumber(text);
        var doubt = TemplateErrors.PlacedWarning(fault, printed.Place);
        if (!_doubts.Contains(doubt)) _doubts.Add(doubt);
    }

    /// <summary>Writes what an include wrote: it is final whatever its kind.</summary>
    public void Write(in Value value, bool isFinal)
    {
        if (isFinal) ValuePrinter.Write(value, Output);
        else Write(value);
    }

    /// <summary>Begins to collect what is written.</summary>
    public void PushOutput(byte[]? indent)
    {
        if (++_output == _outputs.Count) _outputs.Add(new Utf8Output());
        Output = _outputs[_output];
        Output.Reset(Options.AutoIndent, Limits.OutputBytes);
        Output.Indent = indent;
        Output.OuterSpot = Spot;
        Spot = MarkupSpot.Text;
    }

    /// <summary>Ends it.</summary>
    /// <returns>What was written: HTML on pages, else a text.</returns>
    public Value PopOutput()
    {
        var written = Output.Written;
        var value = Options.EscapeHtml
            ? Value.Of(new HtmlText(written.ToArray()))
            : Value.Of(System.Text.Encoding.UTF8.GetString(written));
        Spot = Output.OuterSpot;
        Output = _outputs[--_output];
        return value;
    }

    /// <summary>The text of a value as it prints.</summary>
    public string TextOf(in Value value)
    {
        if (value.Kind == ValueKind.Function) return "";
        return value.Kind == ValueKind.Date && DatePattern is not null ? Strftime.Format(value.AsDate(), DatePattern, EnglishCulture.Invariant) : ValuePrinter.ToText(value);
    }

    // --- loops ---

    public void EnterLoop()
    {
        if (_loopDepth++ == 0) _iterations = 0;
    }

    public void LeaveLoop() => _loopDepth--;

    /// <summary>Counts an iteration. Loops within one another share the limit.</summary>
    public void CountIteration(FaultPlace place)
    {
        if (++_iterations > Limits.LoopIterations) throw TemplateErrors.TooManyIterations(Limits.LoopIterations).At(place);
    }

    // --- calls ---

    /// <summary>Calls a function value with these arguments, as <c>array.each</c> and its siblings do.</summary>
    public Value Invoke(ITemplateFunction function, ReadOnlySpan<Value> arguments) => Call(function, arguments, null, null);

    /// <summary>Calls a value that stands alone.</summary>
    public Value CallBare(in Value function, Expression node)
    {
        try
        {
            return Call(function.AsFunction(), [], null, null);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            var span = node.Place.Span;
            throw fault.At(fault.Argument == RenderFault.AtEndOfCall ? node.Place with { Span = new TextSpan(span.End, span.End) } : node.Place);
        }
    }

    /// <summary>Calls a function.</summary>
    /// <param name="function">What to call.</param>
    /// <param name="arguments">By position.</param>
    /// <param name="named">By name, for functions of templates; null for none.</param>
    /// <param name="wrapped">The block handed over with <c>wrap</c>; null for none.</param>
    public Value Call(ITemplateFunction function, ReadOnlySpan<Value> arguments, TemplateMap? named, Statement? wrapped) =>
        function is TemplateFunction own ? CallOwn(own, arguments, named, wrapped) : ArgumentBinder.Call(this, (BuiltinFunction)function, arguments);

    private Value CallOwn(TemplateFunction function, ReadOnlySpan<Value> arguments, TemplateMap? named, Statement? wrapped)
    {
        if (Spot != MarkupSpot.Text) return CallApart(function, arguments, named, wrapped);
        var values = function.Declared is { } declared ? FunctionArguments.Bind(this, function, declared, arguments, named) : [];
        var outerWrapped = Frame.Wrapped;
        EnterFrame();
        Frame.Arguments = function.UsesArguments ? FunctionArguments.AsList(function.Declared is null ? arguments : values, named) : null;
        Frame.Wrapped = wrapped;
        Frame.OuterWrapped = outerWrapped;
        var result = values.Length == 0 && function.Declared is null ? Run(function.Body) : RunScoped(function, values);
        LeaveFrame();
        return result;
    }

    /// <summary>A call within a tag, an address or a script: what the function writes is HTML of its own, and is fitted in.</summary>
    private Value CallApart(TemplateFunction function, ReadOnlySpan<Value> arguments, TemplateMap? named, Statement? wrapped)
    {
        PushOutput(indent: null);
        var result = CallOwn(function, arguments, named, wrapped);
        var written = PopOutput();
        SpotWriter.Write(this, written, Spot);
        return result;
    }

    private Value Run(Statement body) => body.Execute(this) == Flow.Return ? Returned : Value.Null;

    private Value RunScoped(TemplateFunction function, Value[] values)
    {
        var parameters = function.Declared!;
        var before = new VariableSlot[parameters.Length];
        for (var i = 0; i < parameters.Length; i++) before[i] = Bind(parameters[i].Slot, values[i]);
        List<KeyValuePair<int, string>>? added = null;
        foreach (var name in function.OwnNames)
        {
            if (!Exists(name.Key, name.Value)) (added ??= []).Add(name);
        }
        var result = Run(function.Body);
        foreach (var (slot, name) in added ?? []) Forget(slot, name);
        for (var i = parameters.Length - 1; i >= 0; i--) Restore(parameters[i].Slot, before[i]);
        return result;
    }

    /// <summary>Runs an include at the current output.</summary>
    public void Include(Page page, TemplateList arguments)
    {
        EnterFrame();
        if (page.UsesArguments) Frame.Arguments = arguments;
        if (page.Body.Execute(this) == Flow.Return) Write(Returned);
        LeaveFrame();
    }

    private void EnterFrame()
    {
        if (_frame >= Limits.RecursionDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TemplateErrors.TooManyCalls(Limits.RecursionDepth);
        if (++_frame == _frames.Count) _frames.Add(new Frame());
        Frame = _frames[_frame];
        Frame.Clear();
    }

    private void LeaveFrame() => Frame = _frames[--_frame];

    /// <summary>The template of a name that shows while rendering.</summary>
    public Page FindPage(in Value name, FaultPlace place, MarkupPlace markup) => Template.FindPage(name, place, markup);

    /// <summary>The value of an expression given as text (<c>object.eval</c>).</summary>
    public Value Evaluate(string code)
    {
        var page = Template.CompileText(code, isCode: true);
        EnterFrame();
        PushOutput(indent: null);
        var value = page.Body.Execute(this) == Flow.Return ? Returned : Value.Null;
        var written = PopOutput();
        LeaveFrame();
        return value.IsNull && written.AsText() is { Length: > 0 } ? written : value;
    }

    /// <summary>What a template given as text writes (<c>object.eval_template</c>).</summary>
    public Value EvaluateTemplate(string template)
    {
        var page = Template.CompileText(template, isCode: false);
        EnterFrame();
        PushOutput(indent: null);
        page.Body.Execute(this);
        var written = PopOutput();
        LeaveFrame();
        return written;
    }

    // --- for built-in functions ---

    /// <summary>How often <c>array.cycle</c> was asked for this list or group before in this rendering; counts this time too.</summary>
    /// <returns>0 the first time, 1 the next.</returns>
    public int CountCycle(string group)
    {
        _cycles.TryGetValue(group, out var count);
        _cycles[group] = count + 1;
        return count;
    }

    /// <summary>The text, or a fault when it is longer than the limit.</summary>
    public string Checked(string text)
    {
        CheckLength(text.Length);
        return text;
    }

    /// <summary>Fails before a string of this many UTF-16 units is made.</summary>
    public void CheckLength(long chars)
    {
        if (chars > Limits.StringChars) throw TemplateErrors.StringTooLong(Limits.StringChars);
    }

    /// <summary>Room for arguments, to be given back in reverse order.</summary>
    public Span<Value> TakeArguments(int count)
    {
        if (_argumentCount + count > _arguments.Length) Array.Resize(ref _arguments, Math.Max(_arguments.Length * 2, _argumentCount + count));
        _argumentCount += count;
        return _arguments.AsSpan(_argumentCount - count, count);
    }

    public void ReturnArguments(int count)
    {
        _argumentCount -= count;
        _arguments.AsSpan(_argumentCount, count).Clear();
    }
}
