using System.Collections.Concurrent;

namespace StaticNews.Templates;

/// <summary>The numbers of all names of a template and its includes. Numbers never change; names met while rendering are added.</summary>
internal sealed class NameTable
{
    private readonly ConcurrentDictionary<string, int> _plain = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _local = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The slot of a plain name.</summary>
    public int SlotOf(string name) => NumberOf(_plain, name);

    /// <summary>The index of a name that begins with <c>$</c>.</summary>
    public int LocalIndexOf(string name) => NumberOf(_local, name);

    private int NumberOf(ConcurrentDictionary<string, int> numbers, string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        lock (_gate)
        {
            return numbers.GetOrAdd(name, static (_, numbers) => numbers.Count, numbers);
        }
    }
}
