using System.Collections.Frozen;

namespace StaticNews.Text;

/// <summary>Which languages are written in scripts that a page set for Latin, Greek and Cyrillic letters does not do justice: taller ones, ones without italics, ones that break lines their own way.</summary>
internal static class WritingSystem
{
    /// <summary>By the two or three letters of ISO 639: right to left, India and Tibet, South-East Asia, East Asia, Caucasus and Ethiopia.</summary>
    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
        "as", "bn", "bo", "dz", "gu", "hi", "kn", "ml", "mr", "ne", "or", "pa", "sa", "si", "ta", "te",
        "km", "lo", "my", "th",
        "ja", "ko", "yue", "zh",
        "am", "hy", "ka", "ti");

    /// <param name="language">A BCP 47 tag; its first subtag decides.</param>
    public static bool NeedsRules(ReadOnlySpan<byte> language)
    {
        var end = language.IndexOf((byte)'-');
        Span<char> primary = stackalloc char[3];
        return System.Text.Ascii.ToUtf16(end < 0 ? language : language[..end], primary, out var length) == System.Buffers.OperationStatus.Done
            && Languages.GetAlternateLookup<ReadOnlySpan<char>>().Contains(primary[..length]);
    }
}
