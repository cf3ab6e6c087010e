namespace StaticNews.Pages;

/// <summary>
/// All that decides a page's bytes, as one 64-bit hash a <see cref="KeyPart"/> (0 for a part the page has not). By parts rather than
/// as one number, so that <c>--explain</c> can say which of them changed since the page was written.
/// </summary>
internal readonly record struct PageKey(ulong[] Parts)
{
    public const int PartCount = (int)KeyPart.Items + 1;

    public bool Equals(PageKey other) => Parts.AsSpan().SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts[0].GetHashCode();
}
