using System.Collections.Concurrent;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace StaticNews.Templates;

/// <summary>How the values of a model look to a template.</summary>
internal static class ModelValues
{
    public static readonly object True = true;
    public static readonly object False = false;

    private static readonly ConcurrentDictionary<Enum, string> EnumNames = new();

    /// <summary>
    /// Dates become <see cref="TemplateDate"/>, names of an enumeration texts in snake_case, lists of anything arrays
    /// whose items are converted alike; anything else stays.
    /// </summary>
    public static object? Of(object? value) =>
        value switch
        {
            null or string or HtmlString => value,
            bool flag => flag ? True : False,
            DateTimeOffset date => new TemplateDate(date),
            Enum name => EnumNames.GetOrAdd(name, static name => SnakeCase.Of(name.ToString())),
            IReadOnlyList<object?> list
            and not ScriptArray when list.Any(static item => item is DateTimeOffset or Enum) => new ScriptArray(
                list.Select(Of)
            ),
            _ => value,
        };

    /// <summary>
    /// Whether it is a record of a model: an object that templates read through its <see cref="RecordShape"/>.
    /// </summary>
    public static bool IsRecord(object value) => ModelTypes.IsRecord(value.GetType());
}

/// <summary>
/// Reads and lists the members of records and dictionaries of a model; nothing of them can be assigned.
/// </summary>
internal sealed class ModelAccessor : IObjectAccessor
{
    public static readonly ModelAccessor Instance = new();

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) =>
        GetMembers(context, span, target).Count();

    /// <summary>The names in ordinal order: a dictionary has no order of its own.</summary>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        target is IReadOnlyDictionary<string, object?> members
            ? members.Keys.Order(StringComparer.Ordinal)
            : RecordShape.Of(target.GetType()).Members.Select(member => member.Name);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        TryGetValue(context, span, target, member, out _);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        if (target is IReadOnlyDictionary<string, object?> members)
        {
            if (!members.TryGetValue(member, out var found))
                return false;
            value = ModelValues.Of(found);
            return true;
        }
        if (!RecordShape.Of(target.GetType()).TryFind(member, out var known))
            return false;
        value = known.Get(target);
        return true;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return context.ObjectToString(index) is { } name && TryGetValue(context, span, target, name, out value);
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) =>
        false;
}

/// <summary>HTML has the members of its text.</summary>
internal sealed class HtmlTextAccessor : IObjectAccessor
{
    public static readonly HtmlTextAccessor Instance = new();

    private static readonly StringAccessor Text = StringAccessor.Default;

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) =>
        Text.GetMemberCount(context, span, target.ToString()!);

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        Text.GetMembers(context, span, target.ToString()!);

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        Text.HasMember(context, span, target.ToString()!, member);

    public bool TryGetValue(
        TemplateContext context,
        SourceSpan span,
        object target,
        string member,
        out object? value
    ) => Text.TryGetValue(context, span, target.ToString()!, member, out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) =>
        false;
}

/// <summary>Reads a list of a model by index, and its <c>size</c>; nothing in it can be assigned.</summary>
internal sealed class ModelListAccessor : IListAccessor, IObjectAccessor
{
    public static readonly ModelListAccessor Instance = new();

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetLength(TemplateContext context, SourceSpan span, object target) =>
        ((IReadOnlyList<object?>)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index)
    {
        var list = (IReadOnlyList<object?>)target;
        return index >= 0 && index < list.Count ? list[index] : null;
    }

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
        throw new ScriptRuntimeException(span, "A list of the page cannot be changed.");

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 1;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ["size"];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => member is "size";

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = member is "size" ? GetLength(context, span, target) : null;
        return value is not null;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) =>
        false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = GetValue(context, span, target, context.ToInt(span, index));
        return true;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) =>
        false;
}

/// <summary>
/// A record or dictionary of a model as the target of <c>with</c>, for which Scriban wants an object of its own.
/// </summary>
/// <param name="target">The record or dictionary.</param>
/// <param name="names">Takes what is assigned: a model cannot be changed.</param>
internal sealed class ModelObject(object target, ScriptObject names) : IScriptObject
{
    public int Count => GetMembers().Count();

    public bool IsReadOnly
    {
        get => false;
        set => throw new NotSupportedException();
    }

    public IEnumerable<string> GetMembers() => ModelAccessor.Instance.GetMembers(null!, default, target);

    public bool Contains(string member) => TryGetValue(null, default, member, out _);

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value) =>
        ModelAccessor.Instance.TryGetValue(context!, span, target, member, out value);

    public bool CanWrite(string member) => !Contains(member) && names.CanWrite(member);

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        CanWrite(member) && names.TrySetValue(context, span, member, value, readOnly);

    public bool Remove(string member) => names.Remove(member);

    public void SetReadOnly(string member, bool readOnly) => names.SetReadOnly(member, readOnly);

    public IScriptObject Clone(bool deep) => this;
}

/// <summary>All plain names of a page: what the template assigned, and the members of its model.</summary>
internal sealed class PageNames() : ScriptObject(StringComparer.Ordinal)
{
    /// <summary>The typed model; null for a dynamic one, whose members are copied: they can be assigned.</summary>
    public object? Record { get; private set; }

    /// <summary>Makes everything as new for a page.</summary>
    /// <param name="model">A record, a dictionary, an object of Scriban's, or null.</param>
    public void Begin(object? model, bool isTyped)
    {
        Clear();
        Record = isTyped ? model : null;
        if (isTyped)
            return;
        foreach (var (name, value) in model as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            SetValue(name, ModelValues.Of(value), readOnly: false);
        }
    }

    public override bool Contains(string member) => TryGetValue(null, default, member, out _);

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (base.TryGetValue(context, span, member, out value))
            return true;
        return Record is not null && ModelAccessor.Instance.TryGetValue(context!, span, Record, member, out value);
    }
}
