namespace StaticNews.Templates;

/// <summary>An array that a template made or that came from JSON: it can grow, and members can be attached to it (<c>xs.label = 'pair'</c>).</summary>
internal sealed class TemplateList : TemplateArray
{
    private readonly List<Value> _items;
    private TemplateMap? _attached;

    public TemplateList() => _items = [];

    public TemplateList(int capacity) => _items = new List<Value>(capacity);

    public TemplateList(IEnumerable<Value> items) => _items = [.. items];

    public override int Count => _items.Count;

    public override Value this[int index] => _items[index];

    /// <summary>Members attached to the array itself; null when there are none.</summary>
    public TemplateMap? Attached => _attached;

    public void Add(Value item) => _items.Add(item);

    public void Insert(int index, Value item) => _items.Insert(index, item);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Sets an item; a list that is too short grows with nulls. The caller bounds <paramref name="index"/>.</summary>
    public void SetOrGrow(int index, Value item)
    {
        while (_items.Count <= index) _items.Add(Value.Null);
        _items[index] = item;
    }

    public void Attach(string name, Value value) => (_attached ??= new TemplateMap()).Set(name, value);
}
