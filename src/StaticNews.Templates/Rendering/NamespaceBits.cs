using System.Collections.Frozen;

namespace StaticNews.Templates;

/// <summary>A bit for each built-in object, so that a rendering knows at once which of them its model hides.</summary>
internal static class NamespaceBits
{
    private static readonly FrozenDictionary<string, int> Bits =
        Builtins.Namespaces.Keys.Order(StringComparer.Ordinal).Select((name, index) => KeyValuePair.Create(name, 1 << index)).ToFrozenDictionary(StringComparer.Ordinal);

    public static int Of(string name) => Bits.GetValueOrDefault(name);

    public static int HiddenBy(TemplateObject model)
    {
        var hidden = 0;
        foreach (var (name, bit) in Bits)
        {
            if (model.TryGet(name, out _)) hidden |= bit;
        }
        return hidden;
    }
}
