using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StaticNews.Templates;

/// <summary>Hashes of a text's UTF-8 bytes, as lower-case hexadecimal digits.</summary>
internal static class TextDigest
{
    [SuppressMessage("Security", "CA5351", Justification = "string.md5 names things (avatars, cache keys); it protects nothing.")]
    public static string Md5(string text) => Hex(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    [SuppressMessage("Security", "CA5350", Justification = "string.sha1 names things; it protects nothing.")]
    public static string Sha1(string text) => Hex(SHA1.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Sha256(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Sha512(string text) => Hex(SHA512.HashData(Encoding.UTF8.GetBytes(text)));

    [SuppressMessage("Security", "CA5350", Justification = "The algorithm is the template's choice.")]
    public static string HmacSha1(string text, string key) => Hex(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    public static string HmacSha256(string text, string key) => Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    public static string HmacSha512(string text, string key) => Hex(HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
