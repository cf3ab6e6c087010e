using System.Collections.Frozen;

namespace StaticNews.Svg;

/// <summary>Which addresses an SVG file may name. They are read as browsers read them (URL Standard, "basic URL parser"): blanks around and line ends within do not count.</summary>
internal static class SvgAddress
{
    private static readonly FrozenSet<string> LinkSchemes = FrozenSet.Create(StringComparer.Ordinal, "http", "https", "mailto", "tel");

    /// <summary>Pictures made of pixels. SVG is not among them: it would be a document that nobody has cleaned.</summary>
    private static readonly FrozenSet<string> PictureTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "image/png", "image/x-png", "image/apng", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon", "image/jxl", "image/tiff");

    private static readonly FrozenSet<string> FontTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "application/font-woff", "application/font-woff2", "application/font-sfnt", "application/x-font-woff", "application/x-font-woff2", "application/x-font-ttf",
        "application/x-font-truetype", "application/x-font-otf", "application/x-font-opentype", "application/vnd.ms-fontobject", "application/vnd.ms-opentype", "application/octet-stream");

    /// <summary>A place in the file itself, or nothing.</summary>
    public static bool IsInside(string written) => Normalized(written) is "" or ['#', ..];

    /// <summary>Where a link may lead: anywhere, as long as nothing runs.</summary>
    public static bool IsLink(string written) => SchemeOf(Normalized(written)) is not { } scheme || LinkSchemes.Contains(scheme);

    /// <summary>What a picture may be loaded from: the file itself, the site, or bytes that stand in the address.</summary>
    public static bool IsPicture(string written)
    {
        var address = Normalized(written);
        return SchemeOf(address) is { } scheme
            ? scheme is "data" && PictureTypes.Contains(TypeOf(address))
            : !(address is ['/' or '\\', '/' or '\\', ..]);
    }

    /// <summary>What a style may load: a place in the file itself, or a picture or font whose bytes stand in the address.</summary>
    public static bool IsInStyle(string written)
    {
        var address = Normalized(written);
        return address is "" or ['#', ..]
            || (SchemeOf(address) is "data" && TypeOf(address) is var type && (PictureTypes.Contains(type) || FontTypes.Contains(type) || type.StartsWith("font/", StringComparison.Ordinal)));
    }

    /// <summary>The scheme in lower case, or null for an address that continues the file's own.</summary>
    private static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(address[0]))
        {
            return null;
        }

        foreach (var c in address.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return address[..colon].ToLowerInvariant();
    }

    /// <summary>The media type of a data: address, in lower case.</summary>
    private static string TypeOf(string address)
    {
        var start = "data:".Length;
        var end = address.AsSpan(start).IndexOfAny(',', ';');
        return end < 0 ? "" : address.Substring(start, end).Trim().ToLowerInvariant();
    }

    private static string Normalized(string written)
    {
        var (start, end) = (0, written.Length);
        while (start < end && written[start] <= ' ')
        {
            start++;
        }

        while (end > start && written[end - 1] <= ' ')
        {
            end--;
        }

        var text = written.AsSpan(start, end - start);

        // The address of a picture may hold megabytes, and what matters stands at its beginning.
        text = text[..Math.Min(text.Length, 1024)];
        return text.ContainsAny('\t', '\n', '\r')
            ? string.Concat(text.ToString().Where(static c => c is not ('\t' or '\n' or '\r')))
            : text.ToString();
    }
}
