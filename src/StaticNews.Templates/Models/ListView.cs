namespace StaticNews.Templates;

/// <summary>A typed list of a model as an array.</summary>
internal sealed class ListView(object list, ListAccess access) : TemplateArray
{
    public override int Count => access.Count(list);

    public override Value this[int index] => access.At(list, index);
}
