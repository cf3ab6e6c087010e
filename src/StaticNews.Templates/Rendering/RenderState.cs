namespace StaticNews.Templates;

/// <summary>Everything one rendering changes. Reused by one rendering after another, never by two at once.</summary>
internal sealed class RenderState
{
    private const int InitialArguments = 64;

    private readonly Dictionary<string, int> _cycles = new(StringComparer.Ordinal);
    private Value[] _arguments = new Value[InitialArguments];
    private int _argumentCount;

    public TemplateOptions Options { get; private set; } = TemplateOptions.Stock;

    public TemplateLimits Limits => Options.Limits;

    /// <summary>The regular expressions it has used so far.</summary>
    public RegexCache Patterns { get; } = new();

    /// <summary>Where the page is being written; <c>capture</c> puts another one here for a while.</summary>
    public Utf8Output Output { get; private set; } = new();

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

    /// <summary>Calls a function value with these arguments, as <c>array.each</c> and its siblings do.</summary>
    public Value Invoke(ITemplateFunction function, ReadOnlySpan<Value> arguments) =>
        function is BuiltinFunction builtin
            ? ArgumentBinder.Call(this, builtin, arguments)
            : throw TemplateErrors.CannotConvert(function.DisplayName, "a function");
}
