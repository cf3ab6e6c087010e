using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// A key of front matter: how its value is read, what counts where the key occurs twice, and the value that it has in
/// the source that is read now. The rows of <see cref="FrontMatter"/> are the table of all keys.
/// </summary>
internal abstract class FrontMatterField
{
    private readonly NoticeUse _notice;

    /// <param name="table">By key; this field is added.</param>
    protected FrontMatterField(FrontMatterField[] table, FrontMatterKey key, RepeatedKey repeated, NoticeUse notice)
    {
        (Repeated, _notice) = (repeated, notice);
        table[(int)key] = this;
    }

    /// <summary>
    /// Whether other keys that stand for this one add to its value: categories and tags are one list.
    /// </summary>
    public virtual bool IsList => false;

    /// <summary>The position of the value, or the key that has none; null where there is no key.</summary>
    public SourceLocation? At => Place.Source?.LocationOf(Place.Span);

    protected RepeatedKey Repeated { get; }

    protected (SourceText? Source, TextSpan Span) Place { get; set; }

    /// <summary>
    /// Reads the value at the current position; one that is wrong is reported, and the key is without one.
    /// </summary>
    public abstract void Read(FrontMatterValueReader values, YamlToken key);

    /// <summary>
    /// Reads what another key for the same list gives, or this key once more, and joins both. False where that cannot
    /// be used.
    /// </summary>
    /// <param name="firstKey">The key that gave the items so far.</param>
    public virtual bool Add(FrontMatterValueReader values, YamlToken key, string firstKey)
    {
        Read(values, key);
        return true;
    }

    /// <summary>
    /// After the same key was read a second time: decides which of the two values counts, and returns it.
    /// </summary>
    /// <param name="isReported">Whether something was wrong with the second value.</param>
    public virtual DuplicateUse Choose(bool isReported) => Use;

    /// <summary>The use of a duplicate with a valid second value.</summary>
    public DuplicateUse Use =>
        Repeated switch
        {
            RepeatedKey.Stricter => DuplicateUse.Stricter,
            RepeatedKey.Both => DuplicateUse.Both,
            _ => DuplicateUse.Last,
        };

    /// <summary>For the next source.</summary>
    public virtual void Clear() => Place = default;

    /// <summary>Takes the value away where the page of a withdrawn article may not show it.</summary>
    public void LeaveNotice()
    {
        if (_notice == NoticeUse.Dropped)
        {
            Clear();
        }
    }
}

/// <param name="read">The value after the key, or null.</param>
internal class FrontMatterField<T>(
    FrontMatterField[] table,
    FrontMatterKey key,
    Func<FrontMatterValueReader, YamlToken, T?> read,
    NoticeUse notice = NoticeUse.Dropped,
    RepeatedKey repeated = RepeatedKey.LastUsable
) : FrontMatterField(table, key, repeated, notice)
{
    private (SourceText? Source, TextSpan Span) _earlierPlace;

    /// <summary>Null where the source has none, and where it is refused.</summary>
    public T? Value { get; protected set; }

    /// <summary>Before the last reading.</summary>
    protected T? Earlier { get; private set; }

    public override void Read(FrontMatterValueReader values, YamlToken key)
    {
        (Earlier, _earlierPlace) = (Value, Place);
        var yaml = values.Fields.Yaml;
        Place = (yaml.Source, yaml.Current.IsNull ? key.Span : yaml.Current.Span);
        Value = read(values, key);
    }

    public override DuplicateUse Choose(bool isReported)
    {
        if (Repeated == RepeatedKey.Stricter && Comparer<T>.Default.Compare(Earlier, Value) > 0)
        {
            Value = Earlier;
        }

        if (Repeated != RepeatedKey.LastUsable || !isReported || !IsNone(Value) || IsNone(Earlier))
        {
            return Use;
        }

        (Value, Place) = (Earlier, _earlierPlace);
        return DuplicateUse.EarlierThanWrong;
    }

    public override void Clear()
    {
        base.Clear();
        (Value, Earlier, _earlierPlace) = (default, default, default);
    }

    private static bool IsNone(T? value) => EqualityComparer<T>.Default.Equals(value, default);
}

/// <summary>
/// A key whose value is a list. The lists that several keys of one front matter give for it are joined, in the order in
/// which the keys stand; a key that occurs twice gives its last list only.
/// </summary>
/// <param name="read">The items that stand after the key.</param>
/// <param name="join">The items of one key and those of a later one, each once.</param>
internal sealed class FrontMatterList<T>(
    FrontMatterField[] table,
    FrontMatterKey key,
    Func<FrontMatterValueReader, YamlToken, T[]> read,
    Func<FrontMatterValueReader, T[], T[], T[]> join,
    NoticeUse notice = NoticeUse.Dropped
) : FrontMatterField<T[]>(table, key, read, notice, RepeatedKey.Last)
{
    private readonly List<(string Key, T[] Items)> _parts = [];

    public T[] Items => Value ?? [];

    public override bool IsList => true;

    public override void Read(FrontMatterValueReader values, YamlToken key)
    {
        _parts.Clear();
        base.Read(values, key);
    }

    public override bool Add(FrontMatterValueReader values, YamlToken key, string firstKey)
    {
        if (_parts.Count == 0)
        {
            _parts.Add((firstKey, Items));
        }

        var reported = values.Fields.Yaml.Reported;
        base.Read(values, key);
        var isUsed = Items.Length > 0 || values.Fields.Yaml.Reported == reported;
        if (isUsed)
        {
            _parts.RemoveAll(part => string.Equals(part.Key, key.Value, StringComparison.Ordinal));
            _parts.Add((key.Value, Items));
        }

        Value = _parts.Aggregate(Array.Empty<T>(), (joined, part) => join(values, joined, part.Items));
        return isUsed;
    }

    public override void Clear()
    {
        base.Clear();
        _parts.Clear();
    }
}

/// <summary>The date of publication, whose faults are reported when its replacement is known.</summary>
internal sealed class PublicationDateField(FrontMatterField[] table)
    : FrontMatterField<ArticleDate?>(
        table,
        FrontMatterKey.Date,
        static (values, key) => values.ReadDate(key),
        NoticeUse.Kept,
        RepeatedKey.Last
    )
{
    /// <summary>
    /// The fault of the date that stands there, at its place; null where nothing is, or none is written.
    /// </summary>
    public Diagnostic? Fault { get; set; }

    public override DuplicateUse Choose(bool isReported) =>
        Fault is not null && Earlier is not null ? DuplicateUse.EarlierThanWrong : DuplicateUse.Last;

    public override void Clear()
    {
        base.Clear();
        Fault = null;
    }
}

/// <summary>Which value counts of a key that occurs twice.</summary>
internal enum RepeatedKey
{
    /// <summary>The last one; where it is wrong, the one before it.</summary>
    LastUsable,

    Last,

    /// <summary>The stricter one, for keys that decide who may see the article.</summary>
    Stricter,

    /// <summary>Both, whose own keys come together.</summary>
    Both,
}

/// <summary>
/// Whether the page of a withdrawn article shows a value. What it may not show, no other page shows either.
/// </summary>
internal enum NoticeUse
{
    Dropped,
    Kept,
}
