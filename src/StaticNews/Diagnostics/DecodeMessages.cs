using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>The message and the hint for a file that is not UTF-8 text.</summary>
internal static class DecodeMessages
{
    public static string Message(DecodeFault fault) =>
        fault.Kind switch
        {
            DecodeFaultKind.TooLarge => string.Create(
                CultureInfo.InvariantCulture,
                $"the file is larger than {SourceDecoder.MaxBytes / (1024 * 1024)} MB, the limit for a text"
            ),
            DecodeFaultKind.Utf16 => "the file is UTF-16, not UTF-8",
            DecodeFaultKind.InvalidUtf8 =>
                $"the byte 0x{fault.Byte.ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8",
            _ => "a NUL character cannot be a part of a text",
        };

    public static string Hint(DecodeFault fault) =>
        fault.Kind switch
        {
            DecodeFaultKind.TooLarge => "Split it into several files",
            DecodeFaultKind.Nul => "Delete it, or save the file as UTF-8 again",
            _ => "Save the file as UTF-8; older files are often Windows-1252",
        };
}
