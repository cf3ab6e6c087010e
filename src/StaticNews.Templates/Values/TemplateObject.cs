namespace StaticNews.Templates;

/// <summary>A set of named members in a fixed order. Only <see cref="TemplateMap"/> can be changed.</summary>
internal abstract class TemplateObject
{
    public abstract int Count { get; }

    public abstract bool TryGet(string name, out Value value);

    /// <summary>The name of the member at <paramref name="index"/>, in order.</summary>
    public abstract string NameAt(int index);

    /// <summary>The value of the member at <paramref name="index"/>, in order.</summary>
    public abstract Value ValueAt(int index);

    /// <summary>What <c>object.kind</c> and messages call it.</summary>
    public virtual string KindName => "object";

    /// <summary>The member, or null when there is none.</summary>
    public Value Get(string name) => TryGet(name, out var value) ? value : Value.Null;
}
