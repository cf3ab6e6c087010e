using System.Text;

namespace StaticNews.Text;

/// <summary>
/// The part of a URL that a name becomes: lower-case letters and digits of any script, with single hyphens between.
/// Rules:
/// <list type="bullet">
/// <item>
/// Latin letters lose their accents (Inês → ines, Łódź → lodz, Straße → strasse); letters of other scripts stay as they
/// are.
/// </item>
/// <item>An apostrophe inside a word goes (what's → whats); every other run of characters becomes one hyphen.</item>
/// <item>A result over <see cref="MaxBytes"/> is cut, at a hyphen where there is one in its second half.</item>
/// <item>Names that Windows keeps for devices (<c>con</c>, <c>lpt1</c>) get <c>-x</c> at the end.</item>
/// </list>
/// Case is mapped by the invariant culture, so the same name gives the same slug on every machine.
/// </summary>
internal static class Slug
{
    /// <summary>
    /// File systems give a name 255 bytes (ext4, APFS) or 255 UTF-16 units (NTFS); this leaves room for a date, a
    /// number, <c>.html</c> and the suffix of a temporary file.
    /// </summary>
    public const int MaxBytes = 200;

    /// <summary>The slug of a name; empty where the name has no letter and no digit.</summary>
    public static string Of(string name)
    {
        var slug = IsSlug(name) ? name : Fold(name);
        slug = Encoding.UTF8.GetByteCount(slug) > MaxBytes ? Cut(slug) : slug;
        return DeviceName.IsOne(slug) ? slug + "-x" : slug;
    }

    /// <summary>True for most file names of an archive, which then cost nothing.</summary>
    private static bool IsSlug(string name)
    {
        var before = '-';
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && (c != '-' || before == '-'))
            {
                return false;
            }

            before = c;
        }

        return before != '-';
    }

    private static string Fold(string name)
    {
        var slug = new StringBuilder(name.Length);
        var gap = false;

        // Lower case first: some letters with a mark are one character in lower case and two in upper case.
        foreach (var rune in NormalForm.Compose(name.ToLowerInvariant()).EnumerateRunes())
        {
            if (IsPartOfWord(rune, slug, gap))
            {
                if (gap && slug.Length > 0)
                {
                    slug.Append('-');
                }

                gap = false;
                AppendFolded(slug, rune);
            }
            else if (!IsSilent(rune, slug))
            {
                gap = true;
            }
        }

        return slug.ToString();
    }

    /// <summary>A vowel sign or virama belongs to the letter before it (Devanagari, Arabic, Thai).</summary>
    private static bool IsPartOfWord(Rune rune, StringBuilder slug, bool gap) =>
        Rune.IsLetterOrDigit(rune) || (IsMark(rune) && !gap && slug.Length > 0 && !char.IsAscii(slug[^1]));

    /// <summary>
    /// Takes no place: apostrophes, joiners inside words, accents that no composed Latin letter carries.
    /// </summary>
    private static bool IsSilent(Rune rune, StringBuilder slug) =>
        rune.Value is '\'' or '’' or '\u00AD' or '\u200C' or '\u200D' || (IsMark(rune) && slug.Length > 0);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static void AppendFolded(StringBuilder slug, Rune rune)
    {
        if (LatinLetters.Fold(rune) is { } ascii)
        {
            slug.Append(ascii);
            return;
        }

        Span<char> units = stackalloc char[2];
        slug.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
    }

    private static string Cut(string slug)
    {
        var bytes = 0;
        var end = 0;
        foreach (var rune in slug.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        var hyphen = slug.LastIndexOf('-', end);
        return (hyphen > end / 2 ? slug[..hyphen] : slug[..end]).TrimEnd('-');
    }
}

/// <summary>
/// Names that Windows keeps for devices, in any folder and with any extension (Microsoft, "Naming Files, Paths, and
/// Namespaces").
/// </summary>
internal static class DeviceName
{
    /// <param name="name">One part of a path.</param>
    public static bool IsOne(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "con") || Is(stem, "prn") || Is(stem, "aux") || Is(stem, "nul"),
            4 => (Is(stem[..3], "com") || Is(stem[..3], "lpt"))
                && (char.IsAsciiDigit(stem[3]) || stem[3] is '\u00b9' or '\u00b2' or '\u00b3'),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> stem, string device) =>
        stem.Equals(device, StringComparison.OrdinalIgnoreCase);
}
