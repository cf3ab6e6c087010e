namespace StaticNews.Text;

/// <summary>
/// A path from the site's root, of which the part below a folder is a string that someone else keeps anyhow: a million warnings about pictures that are not
/// there make no million strings.
/// </summary>
/// <param name="folder">With a final '/', or empty.</param>
/// <param name="below">With '/'.</param>
internal readonly struct ShownPath(string folder, string below) : IEquatable<ShownPath>
{
    private readonly string _folder = folder;
    private readonly string _below = below;

    /// <summary>Ordinal, as the whole paths compare.</summary>
    public int Compare(ShownPath other) => string.Equals(_folder, other._folder, StringComparison.Ordinal)
        ? string.CompareOrdinal(_below, other._below)
        : string.CompareOrdinal(ToString(), other.ToString());

    public bool Equals(ShownPath other) => Compare(other) == 0;

    public override bool Equals(object? obj) => obj is ShownPath other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _folder.Length == 0 ? _below : _folder + _below;
}
