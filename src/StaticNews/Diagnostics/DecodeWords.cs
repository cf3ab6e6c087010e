using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>The words for an article or a profile that is not text.</summary>
internal static class DecodeWords
{
    public static string Message(DecodeFault fault) => fault.Kind switch
    {
        DecodeFaultKind.TooLarge => string.Create(
            CultureInfo.InvariantCulture, $"the file is larger than {SourceDecoder.MaxBytes / (1024 * 1024)} MB, more than one article can be"),
        DecodeFaultKind.Utf16 => "the file is UTF-16, not UTF-8",
        DecodeFaultKind.InvalidUtf8 => $"the byte 0x{fault.Byte.ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8",
        _ => "a NUL character, which no text has",
    };

    public static string Hint(DecodeFault fault) => fault.Kind switch
    {
        DecodeFaultKind.TooLarge => "split it",
        DecodeFaultKind.Nul => "delete it, or save the file as UTF-8 again",
        _ => "save the file as UTF-8; older files are often Windows-1252",
    };
}
