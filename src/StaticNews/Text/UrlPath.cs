using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// The one way from a path to its URL. A path is what a file system holds, and any character in it stands for itself; in a URL, <c>%</c>, <c>#</c>, <c>?</c> and
/// others mean something, so they are percent-encoded (RFC 3986, 2.1 and 3.3). Links are decoded once when they are read, and encoded here once when they are shown.
/// </summary>
internal static class UrlPath
{
    // pchar and '/' of RFC 3986, 3.3, without the apostrophe, which ends texts in CSS, scripts and attributes, and the comma, at which many readers of srcset cut.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&()*+;=:@/");

    /// <summary>
    /// The path with every character encoded that would not stand for itself in a URL. Letters of all scripts stay as they are, in the normal form that they have: HTML
    /// allows them, readers see them in the address bar, and who needs ASCII (feeds, sitemaps, books) encodes them on top.
    /// </summary>
    /// <param name="path">Decoded, with '/' between its parts.</param>
    public static string Encode(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(Plain))
        {
            return path;
        }

        var encoded = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii ? Plain.Contains((char)rune.Value) : IsVisible(rune))
            {
                encoded.Append(rune);
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>
    /// The path that a written link means: percent-decoded once. A percent sign that begins no encoding stands for itself, and so does one that would decode to
    /// anything but UTF-8.
    /// </summary>
    public static string Decode(string written) => written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;

    /// <summary>Blanks, controls and signs that turn the direction of writing would deceive who reads the address; joiners are part of how some scripts spell.</summary>
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };
}
