using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StaticNews.Storage;

/// <summary>
/// Whether a file says of itself that StaticNews wrote it: <c>&lt;meta name=generator content=StaticNews&gt;</c> in a page, <c>&lt;generator&gt;StaticNews&lt;/generator&gt;</c> in a
/// feed. It is asked only where no ledger tells whose a file is, as after a fresh clone with a committed output folder.
/// </summary>
internal static class GeneratorMark
{
    /// <summary>Both stand in the head of a file, before or right behind its style sheet.</summary>
    private const int HeadBytes = 1 << 16;

    public static bool IsIn(SafeFileHandle file)
    {
        var head = new byte[Math.Min(HeadBytes, RandomAccess.GetLength(file))];
        return IsIn(Encoding.UTF8.GetString(head, 0, DiskFile.ReadFully(file, head, 0)));
    }

    public static bool IsIn(ReadOnlySpan<char> head)
    {
        if (head.Contains("<generator>StaticNews", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        while (head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            head = head[(at + "<meta".Length)..];
            var tag = head[..(head.IndexOf('>') is var end and >= 0 ? end : head.Length)];
            if (ValueOf("name", tag).Equals("generator", StringComparison.OrdinalIgnoreCase) && ValueOf("content", tag).StartsWith("StaticNews", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute's value, with or without quotes around it; empty where the tag has no such attribute.</summary>
    private static ReadOnlySpan<char> ValueOf(string attribute, ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf($" {attribute}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return [];
        }

        var value = tag[(at + attribute.Length + 2)..];
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var quote = value[0];
            value = value[1..];
            return value[..(value.IndexOf(quote) is var close and >= 0 ? close : value.Length)];
        }

        return value[..(value.IndexOfAny(' ', '/') is var end and >= 0 ? end : value.Length)];
    }
}
