using System.Globalization;

namespace StaticNews.Templates;

/// <summary>Reads members and items of any value. What is not there is null.</summary>
internal static class Members
{
    public static Value Read(in Value target, string name)
    {
        switch (target.Kind)
        {
            case ValueKind.Object: return ReadObject(target, name);
            case ValueKind.Array: return ReadArray(target, name);
            case ValueKind.String or ValueKind.Html: return ReadText(target.AsText()!, name);
            case ValueKind.Date: return DateMembers.TryGet(target.AsDate(), name, out var part) ? part : Value.Null;
            case ValueKind.TimeSpan: return TimeSpanMembers.TryGet(target.AsTimeSpan(), name, out var piece) ? piece : Value.Null;
            default: return Value.Null;
        }
    }

    /// <summary>An item of an array (from its end when negative), a member of an object, a character of a text.</summary>
    public static Value ReadIndex(in Value target, in Value index)
    {
        switch (target.Kind)
        {
            case ValueKind.Object: return index.IsNull ? Value.Null : Read(target, ValuePrinter.ToText(index));
            case ValueKind.Array when index.IsText && !int.TryParse(index.AsText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _):
                return ReadArray(target, index.AsText()!);
            case ValueKind.Array: return ItemAt(target.AsArray()!, ArgumentBinder.ToInt(index, -1));
            case ValueKind.String or ValueKind.Html: return CharacterAt(target.AsText()!, ArgumentBinder.ToInt(index, -1));
            default: return Value.Null;
        }
    }

    /// <summary>Whether members can be assigned, and the assignment.</summary>
    public static void Write(in Value target, string name, in Value value)
    {
        switch (target.Reference)
        {
            case TemplateMap map when map.IsReadOnly(name): throw TemplateErrors.ReadOnlyVariable(name);
            case TemplateMap map: map.Set(name, value); break;
            case TemplateList list: list.Attach(name, value); break;
            default: throw TemplateErrors.CannotAssignMember(ArgumentBinder.KindName(target), name);
        }
    }

    public static void WriteIndex(RenderState state, in Value target, in Value index, in Value value)
    {
        if (target.Reference is not TemplateList list)
        {
            Write(target, ValuePrinter.ToText(index), value);
            return;
        }
        if (index.IsText)
        {
            list.Attach(index.AsText()!, value);
            return;
        }
        var at = ArgumentBinder.ToInt(index, -1);
        if (at < 0) at += list.Count;
        if (at < 0 || at > list.Count + state.Limits.LoopIterations) throw TemplateErrors.IndexOutOfRange(at, list.Count);
        list.SetOrGrow(at, value);
    }

    private static Value ReadObject(in Value target, string name)
    {
        if (target.Reference is TemplateMap map && map.TryGet(name, out var member)) return member;
        // The usual open model: without a view of it for every member that is read.
        if (target.Reference is Dictionary<string, object?> open && open.TryGetValue(name, out var item)) return ModelViews.ValueOf(item);
        var members = target.AsObject()!;
        if (members.TryGet(name, out member)) return member;
        return name is "empty?" ? Value.Of(members.Count == 0) : Value.Null;
    }

    private static Value ReadArray(in Value target, string name)
    {
        var array = target.AsArray()!;
        switch (name)
        {
            case "size": return Value.Of(array.Count);
            case "empty?": return Value.Of(array.Count == 0);
            default: return array is TemplateList { Attached: { } attached } ? attached.Get(name) : Value.Null;
        }
    }

    private static Value ReadText(string text, string name) => name switch
    {
        "size" => Value.Of(text.Length),
        "empty?" => Value.Of(text.Length == 0),
        _ => Value.Null,
    };

    private static Value ItemAt(TemplateArray array, int index)
    {
        if (index < 0) index += array.Count;
        return index >= 0 && index < array.Count ? array[index] : Value.Null;
    }

    private static Value CharacterAt(string text, int index)
    {
        if (index < 0) index += text.Length;
        return index >= 0 && index < text.Length ? Value.Of(text[index].ToString()) : Value.Null;
    }
}
