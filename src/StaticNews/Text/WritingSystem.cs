using System.Collections.Frozen;

namespace StaticNews.Text;

/// <summary>Which languages are written in scripts that a page set for Latin, Greek and Cyrillic letters does not do justice: taller ones, ones without italics, ones that break lines their own way.</summary>
internal static class WritingSystem
{
    /// <summary>By the letters of ISO 639, the most spoken ones: a style sheet names each.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        ["ar", "bn", "fa", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ne", "pa", "ps", "ta", "te", "th", "ur", "zh"];

    private static readonly FrozenSet<string> Known = Languages.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="language">A BCP 47 tag; its first subtag decides.</param>
    public static bool NeedsRules(ReadOnlySpan<byte> language)
    {
        var end = language.IndexOf((byte)'-');
        Span<char> primary = stackalloc char[3];
        return System.Text.Ascii.ToUtf16(end < 0 ? language : language[..end], primary, out var length) == System.Buffers.OperationStatus.Done
            && Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(primary[..length]);
    }
}
