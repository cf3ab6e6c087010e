namespace StaticNews.Templates;

/// <summary>The numbers of <c>a..b</c> or <c>a..&lt;b</c>, up or down, without a list of them.</summary>
internal sealed class TemplateRange(long first, int count, int step) : TemplateArray
{
    public override int Count => count;

    public override Value this[int index] => Value.OfInteger(first + ((long)index * step));

    public override string KindName => "range";
}
