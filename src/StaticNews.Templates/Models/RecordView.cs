namespace StaticNews.Templates;

/// <summary>A typed record of a model as an object.</summary>
internal sealed class RecordView(object record, RecordShape shape) : TemplateObject
{
    public override int Count => shape.Members.Count;

    public override bool TryGet(string name, out Value value)
    {
        if (shape.TryFind(name, out var member))
        {
            value = member.Access.Get(record);
            return true;
        }
        value = default;
        return false;
    }

    public override string NameAt(int index) => shape.Members[index].Name;

    public override Value ValueAt(int index) => shape.Members[index].Access.Get(record);
}
