namespace StaticNews.Pages;

/// <summary>
/// All that decides a page's bytes, as one 64-bit hash a <see cref="KeyPart"/> (0 for a part the page has not). By parts rather than
/// as one number, so that <c>--explain</c> can say which of them changed since the page was written.
/// </summary>
internal readonly record struct PageKey(ulong[] Parts)
{
    public const int PartCount = (int)KeyPart.Vicinity + 1;

    /// <summary>Whether an earlier key is the same but for one part; false for one of another length.</summary>
    public bool Agrees(ReadOnlySpan<ulong> earlier, KeyPart except)
    {
        var at = (int)except;
        return earlier.Length == PartCount
            && earlier[..at].SequenceEqual(Parts.AsSpan(0, at))
            && earlier[(at + 1)..].SequenceEqual(Parts.AsSpan(at + 1));
    }

    public bool Equals(PageKey other) => Parts.AsSpan().SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts[0].GetHashCode();
}
