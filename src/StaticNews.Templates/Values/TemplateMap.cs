using System.Diagnostics.CodeAnalysis;

namespace StaticNews.Templates;

/// <summary>An object that a template made or that came from JSON; members keep the order in which they were first set.</summary>
internal sealed class TemplateMap : TemplateObject
{
    private readonly OrderedDictionary<string, Value> _members;
    private HashSet<string>? _readOnly;

    public TemplateMap() => _members = new OrderedDictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>A shallow copy.</summary>
    public TemplateMap(TemplateMap other) => _members = new OrderedDictionary<string, Value>(other._members, StringComparer.Ordinal);

    public override int Count => _members.Count;

    public override bool TryGet(string name, out Value value) => _members.TryGetValue(name, out value);

    public override string NameAt(int index) => _members.GetAt(index).Key;

    public override Value ValueAt(int index) => _members.GetAt(index).Value;

    public void Set(string name, Value value) => _members[name] = value;

    public void Remove(string name) => _members.Remove(name);

    public bool IsReadOnly(string name) => _readOnly?.Contains(name) ?? false;

    [SuppressMessage("Performance", "MA0159", Justification = "A set made once a map, on the rare 'readonly' statement.")]
    public void MakeReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
}
