using System.Globalization;
using System.Text;

namespace StaticNews.Output;

/// <summary>A line of the ledger as a text; <see cref="OutputLedger"/> has the layout.</summary>
internal static class LedgerLine
{
    public const string First = "StaticNews outputs 2\n";

    public const int CodeDigits = 2 * AuthenticationChain.CodeBytes;

    public const int HeadBytes = CodeDigits + 3;

    public static long? TicksOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : null;

    public static string Owned(string path, string? owner) => owner is null ? path : $"{path}\t{owner}";

    /// <summary>No path of an output holds a tab.</summary>
    public static OwnedFile FileOf(string text) =>
        text.IndexOf('\t', StringComparison.Ordinal) is var tab and >= 0
            ? new OwnedFile(text[..tab], text[(tab + 1)..])
            : new OwnedFile(text, null);

    public static string CodeText(UInt128 code) => code.ToString("x32", CultureInfo.InvariantCulture);

    public static string Of(AuthenticationChain chain, char sign, string text)
    {
        var rest = $"{sign} {text}";
        return $"{CodeText(chain.Append(Encoding.UTF8.GetBytes(rest)))} {rest}\n";
    }

    public static bool IsAuthentic(AuthenticationChain chain, ReadOnlySpan<byte> line) =>
        line.Length >= HeadBytes
        && UInt128.TryParse(
            line[..CodeDigits],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
        && chain.TryAppend(line[(HeadBytes - 2)..], code);

    /// <summary>Every file that a line of the ledger names as ours or accepted, again for each such line.</summary>
    /// <param name="ledger">The whole file.</param>
    public static IEnumerable<OwnedFile> FilesIn(ReadOnlyMemory<byte> ledger)
    {
        for (var start = First.Length; start < ledger.Length; )
        {
            var rest = ledger.Span[start..];
            var length = rest.IndexOf((byte)'\n') is var end and >= 0 ? end : rest.Length;
            if (length > HeadBytes && rest[HeadBytes - 2] is (byte)'+' or (byte)'~')
            {
                yield return FileOf(Encoding.UTF8.GetString(rest[HeadBytes..length]));
            }

            start += length + 1;
        }
    }
}

/// <param name="Path">Below the output folder.</param>
/// <param name="Owner">
/// The source, below content/, without which it would not be there; null where it has no single one.
/// </param>
internal readonly record struct OwnedFile(string Path, string? Owner);
