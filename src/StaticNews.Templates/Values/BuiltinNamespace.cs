using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>One of the built-in objects: <c>string</c>, <c>array</c> and so on. Its members are functions and a few constants (<c>date.format</c>).</summary>
internal sealed class BuiltinNamespace : TemplateObject
{
    private readonly KeyValuePair<string, Value>[] _members;
    private readonly FrozenDictionary<string, Value> _byName;

    public BuiltinNamespace(string name, IEnumerable<KeyValuePair<string, Value>> members)
    {
        Name = name;
        _members = [.. members];
        _byName = _members.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Name { get; }

    public override int Count => _members.Length;

    public override bool TryGet(string name, out Value value) => _byName.TryGetValue(name, out value);

    public override string NameAt(int index) => _members[index].Key;

    public override Value ValueAt(int index) => _members[index].Value;
}
