using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Templates;

/// <summary>
/// Which start tags and attributes an <see cref="IHtmlObserver"/> receives. The <c>tr</c> and <c>td</c> that
/// <c>tablerow</c> writes by itself are not among them.
/// </summary>
public sealed class ObservedHtml
{
    private readonly FrozenSet<string> _elements;
    private readonly FrozenDictionary<string, AttributeFilter> _attributes;
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _nameLookup;
    private readonly FrozenDictionary<string, AttributeFilter>.AlternateLookup<ReadOnlySpan<char>> _attributeLookup;

    /// <param name="elements">Names in lower case.</param>
    /// <param name="attributes">One of each name.</param>
    public ObservedHtml(IEnumerable<string> elements, IEnumerable<AttributeFilter> attributes)
    {
        _elements = elements.ToFrozenSet(StringComparer.Ordinal);
        _attributes = attributes.ToFrozenDictionary(attribute => attribute.Name, StringComparer.Ordinal);
        _names = _elements.Concat(_attributes.Values.SelectMany(of => of.Elements)).ToFrozenSet(StringComparer.Ordinal);
        _nameLookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _attributeLookup = _attributes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether start tags of an element are observed.</summary>
    internal bool Wants(string element) => _elements.Contains(element);

    /// <summary>The attribute of a name in lower case; null where no element's is observed.</summary>
    internal AttributeFilter? AttributeOf(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>The same for a name as it is written.</summary>
    internal AttributeFilter? AttributeOf(ReadOnlySpan<byte> name)
    {
        Span<char> lower = stackalloc char[LongestName];
        return
            Ascii.ToLower(name, lower, out var length) == System.Buffers.OperationStatus.Done
            && _attributeLookup.TryGetValue(lower[..length], out var attribute)
            ? attribute
            : null;
    }

    /// <summary>
    /// The name in lower case of an element that is named here or whose attribute is; null for all others.
    /// </summary>
    /// <param name="element">As it is written.</param>
    internal string? NameOf(ReadOnlySpan<byte> element)
    {
        Span<char> lower = stackalloc char[LongestName];
        return
            Ascii.ToLower(element, lower, out var length) == System.Buffers.OperationStatus.Done
            && _nameLookup.TryGetValue(lower[..length], out var known)
            ? known
            : null;
    }

    /// <summary>Longer than the name of any element or attribute of HTML.</summary>
    private const int LongestName = 32;
}

/// <summary>An attribute that is observed.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Elements">The elements whose attribute it is, in lower case; none for all elements.</param>
public sealed record AttributeFilter(string Name, params IReadOnlyList<string> Elements)
{
    internal bool IsOf(string element) => Elements.Count == 0 || Elements.Contains(element, StringComparer.Ordinal);
}
