using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>What becomes of a slug that somebody wrote: a URL is a promise, so only harmless differences are put right.</summary>
internal static class SlugCheck
{
    /// <summary>
    /// The slug to use (case, accents, blanks and dots put right; <c>%e0%a4…</c> of older systems decoded), or null where it must be refused: it
    /// leaves its folder, is a device's name, is too long for a file, or has no letter and no digit.
    /// </summary>
    public static string? Of(string written)
    {
        var text = written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;
        var isRefused = text.AsSpan().ContainsAny('/', '\\')
            || text is "." or ".."
            || DeviceName.IsOne(text)
            || System.Text.Encoding.UTF8.GetByteCount(text) > Slug.MaxBytes;
        return !isRefused && Slug.Of(text) is { Length: > 0 } slug ? slug : null;
    }
}
