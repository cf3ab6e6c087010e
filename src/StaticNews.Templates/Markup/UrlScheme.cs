namespace StaticNews.Templates;

/// <summary>
/// Where an address may lead. Browsers pass over control characters and blanks at its beginning and over tabs and line ends anywhere (URL standard,
/// "basic URL parser"), so both are passed over here.
/// </summary>
internal static class UrlScheme
{
    /// <summary>What stands in place of an address that may not be followed: it leads nowhere, and it shows that something was refused.</summary>
    public static ReadOnlySpan<byte> Refused => "about:invalid"u8;

    private const int LongestScheme = 16;

    /// <summary>Whether a scheme that a template writes out may be followed by printed values.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> scheme)
    {
        Span<byte> lower = stackalloc byte[LongestScheme];
        if (scheme.Length > LongestScheme) return false;
        for (var i = 0; i < scheme.Length; i++) lower[i] = char.IsAscii(scheme[i]) ? (byte)char.ToLowerInvariant(scheme[i]) : (byte)'?';
        return IsAllowed(lower[..scheme.Length]);
    }

    /// <summary>Whether an address as it was written into an attribute (percent-encoded, entities for markup) may be followed.</summary>
    public static bool IsHarmless(ReadOnlySpan<byte> written)
    {
        Span<byte> scheme = stackalloc byte[LongestScheme];
        var length = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var b = written[i];
            switch (b)
            {
                case (byte)'/' or (byte)'?' or (byte)'#': return true;
                case (byte)':': return IsAllowed(scheme[..Math.Min(length, LongestScheme)]) && length <= LongestScheme || IsPicture(scheme[..Math.Min(length, LongestScheme)], written[(i + 1)..]);
                // Only '&' itself is written as an entity in an address; any other one stands in the template and may be a disguise.
                case (byte)'&' when !written[i..].StartsWith("&amp;"u8): return false;
                case (byte)'\t' or (byte)'\n' or (byte)'\r': continue;
                case <= (byte)' ' when length == 0: continue;
            }
            if (length < LongestScheme) scheme[length] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
            length++;
        }
        return true;
    }

    private static bool IsAllowed(ReadOnlySpan<byte> scheme) =>
        scheme.SequenceEqual("https"u8) || scheme.SequenceEqual("http"u8) || scheme.SequenceEqual("mailto"u8) || scheme.SequenceEqual("tel"u8)
        || scheme.SequenceEqual("sms"u8) || scheme.SequenceEqual("geo"u8) || scheme.SequenceEqual("ftp"u8);

    /// <summary>Pictures made of dots can be written into the page itself: no code can be in them, as there can in SVG.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> rest) =>
        scheme.SequenceEqual("data"u8)
        && (rest.StartsWith("image/png;base64,"u8) || rest.StartsWith("image/gif;base64,"u8) || rest.StartsWith("image/jpeg;base64,"u8)
            || rest.StartsWith("image/webp;base64,"u8) || rest.StartsWith("image/avif;base64,"u8));
}
