using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace StaticNews.Text;

/// <summary>
/// The XxHash128 of a text's UTF-16 code units, in the place of a path where there are millions of paths: a string has a hundred bytes, this has sixteen. Among a million
/// paths the chance that two have the same hash is below 10⁻²⁶. It is no guard against forgery; for that there is <see cref="ContentHash"/>. Kept in the build log.
/// </summary>
internal readonly record struct TextHash(ulong High, ulong Low)
{
    /// <summary>The same on every machine whose numbers are little-endian.</summary>
    public static TextHash Of(ReadOnlySpan<char> text)
    {
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text));
        return new TextHash((ulong)(hash >> 64), (ulong)hash);
    }
}
