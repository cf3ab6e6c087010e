using System.Text;

namespace StaticNews.Text;

/// <summary>
/// A text that a million articles carry along, kept in UTF-8 (half of a string's bytes in most archives) and a string only while someone looks at it.
/// Lone surrogates do not survive: a source has none.
/// </summary>
internal readonly struct Utf8Text : IEquatable<Utf8Text>
{
    private readonly byte[]? _bytes;

    /// <param name="text">Null: no text, which is another thing than an empty one.</param>
    public Utf8Text(string? text) => _bytes = text is null ? null : Encoding.UTF8.GetBytes(text);

    /// <param name="utf8">Well-formed; copied.</param>
    public Utf8Text(ReadOnlySpan<byte> utf8) => _bytes = utf8.ToArray();

    public bool IsNull => _bytes is null;

    public ReadOnlySpan<byte> Utf8 => _bytes;

    public static implicit operator Utf8Text(string? text) => new(text);

    public bool Equals(Utf8Text other) => IsNull == other.IsNull && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>Empty for no text, too.</summary>
    public override string ToString() => _bytes is null ? "" : Encoding.UTF8.GetString(_bytes);
}
