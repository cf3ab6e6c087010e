namespace StaticNews.Templates;

/// <summary>An ordered list of values. Only <see cref="TemplateList"/> can be changed.</summary>
internal abstract class TemplateArray
{
    public abstract int Count { get; }

    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public abstract Value this[int index] { get; }

    /// <summary>What <c>object.kind</c> and messages call it.</summary>
    public virtual string KindName => "array";
}
