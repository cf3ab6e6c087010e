namespace StaticNews.Templates;

/// <summary>What belongs to one call of a function or one include: <c>$</c> and everything that begins with it.</summary>
internal sealed class Frame
{
    private Value[] _locals = new Value[8];

    /// <summary>The arguments; null when there are none or nobody asks.</summary>
    public TemplateList? Arguments { get; set; }

    /// <summary>The block handed over with <c>wrap</c>.</summary>
    public Statement? Wrapped { get; set; }

    /// <summary>The block that was handed over to whoever wrote the <c>wrap</c>.</summary>
    public Statement? OuterWrapped { get; set; }

    public Value LocalAt(int index) => index < _locals.Length ? _locals[index] : Value.Null;

    public void SetLocal(int index, in Value value)
    {
        if (index >= _locals.Length) Array.Resize(ref _locals, Math.Max(index + 1, _locals.Length * 2));
        _locals[index] = value;
    }

    public void Clear()
    {
        Array.Clear(_locals);
        Arguments = null;
        Wrapped = null;
        OuterWrapped = null;
    }
}
