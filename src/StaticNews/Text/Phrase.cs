namespace StaticNews.Text;

/// <summary>
/// A sentence with one thing named in it, kept apart until someone reads it: where an archive lacks all its pictures, a million sentences differ in a name only,
/// and the archive keeps these anyhow.
/// </summary>
/// <param name="before">What stands before the name; the whole sentence where there is none.</param>
/// <param name="after">What follows the name.</param>
internal readonly struct Phrase(string before, Utf8Text name = default, string after = "") : IEquatable<Phrase>
{
    private readonly string _before = before;
    private readonly Utf8Text _name = name;
    private readonly string _after = after;

    public static implicit operator Phrase(string sentence) => new(sentence);

    public bool Equals(Phrase other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Phrase other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _after.Length == 0 ? _before : $"{_before}{_name}{_after}";
}
