using System.Security.Cryptography;
using System.Text;

namespace StaticNews.Offline;

/// <summary>A book's lasting identity: a UUID of version 5 (RFC 9562, section 5.5) made from its URL.</summary>
internal static class BookId
{
    /// <summary>The namespace of URLs: RFC 9562, section 6.6.</summary>
    private static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <returns><c>urn:uuid:…</c></returns>
    public static string Of(string url)
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The version asks for SHA-1, and nothing is to be kept secret.
        SHA1.HashData([.. UrlNamespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(url)], digest);
#pragma warning restore CA5350
        digest[6] = (byte)((digest[6] & 0x0f) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(digest[..16], bigEndian: true):D}";
    }
}
