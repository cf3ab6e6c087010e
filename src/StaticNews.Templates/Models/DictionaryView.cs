namespace StaticNews.Templates;

/// <summary>The open part of a model as an object. Members come in ordinal order: a dictionary has none of its own.</summary>
internal sealed class DictionaryView(IReadOnlyDictionary<string, object?> members) : TemplateObject
{
    private string[]? _names;

    public override int Count => members.Count;

    private string[] Names => _names ??= [.. members.Keys.Order(StringComparer.Ordinal)];

    public override bool TryGet(string name, out Value value)
    {
        if (members.TryGetValue(name, out var member))
        {
            value = ModelViews.ValueOf(member);
            return true;
        }
        value = default;
        return false;
    }

    public override string NameAt(int index) => Names[index];

    public override Value ValueAt(int index) => ModelViews.ValueOf(members[Names[index]]);
}
