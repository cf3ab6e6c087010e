using System.Text;

namespace StaticNews.Text;

/// <summary>
/// A text that a million articles carry along, kept in UTF-8 (half of a string's bytes in most archives) and a string only while someone looks at it.
/// Lone surrogates do not survive: a source has none.
/// </summary>
internal readonly struct Utf8Text(string text) : IEquatable<Utf8Text>
{
    private readonly byte[]? _bytes = text.Length == 0 ? null : Encoding.UTF8.GetBytes(text);

    public bool Equals(Utf8Text other) => _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => _bytes is null ? "" : Encoding.UTF8.GetString(_bytes);
}
