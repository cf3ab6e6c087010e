using System.Collections.Frozen;

namespace StaticNews.Text;

/// <summary>
/// Language tags as RFC 5646 section 2.1 forms them (BCP 47). Only the form is checked: the registry of subtags changes
/// every year.
/// </summary>
internal static class LanguageTag
{
    /// <summary>Longer tags exist only as attacks; RFC 5646 section 4.4.1 asks for room for 35 characters.</summary>
    private const int MaxChars = 64;

    /// <summary>
    /// The tag in the case that section 2.1.1 recommends (<c>zh-Hant-TW</c>), or null where its form is wrong.
    /// The irregular tags of 1995 (<c>i-klingon</c>) are not accepted.
    /// </summary>
    public static string? Normalize(string tag)
    {
        if (tag.Length is < 2 or > MaxChars || !IsWellFormed(tag))
        {
            return null;
        }

        return string.Create(
            tag.Length,
            tag,
            static (target, source) =>
            {
                source.AsSpan().ToLowerInvariant(target);
                CaseSubtags(target);
            }
        );
    }

    /// <summary>
    /// The tag of a locale as operating systems write it (POSIX: <c>zh_CN</c>, <c>de_DE.UTF-8@euro</c>); null where it
    /// is none. The encoding and the variant after '@' are not part of the language.
    /// </summary>
    public static string? OfLocale(string locale)
    {
        var end = locale.AsSpan().IndexOfAny('.', '@');
        var name = (end < 0 ? locale : locale[..end]).Trim().Replace('_', '-');
        return Normalize(name);
    }

    private static bool IsWellFormed(ReadOnlySpan<char> tag)
    {
        var place = Place.Language;
        var isFirst = true;
        foreach (var range in tag.Split('-'))
        {
            var subtag = tag[range];
            if (subtag.Length is < 1 or > 8 || subtag.ContainsAnyExcept(LettersAndDigits))
            {
                return false;
            }

            if (!Accepts(ref place, subtag, isFirst))
            {
                return false;
            }

            isFirst = false;
        }

        return place != Place.Singleton;
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    /// <summary>The subtags come in this order; each but the first may be left out.</summary>
    private enum Place
    {
        Language,
        ExtendedLanguage,
        Script,
        Region,
        Variant,
        Singleton,
        Extension,
    }

    private static bool Accepts(ref Place place, ReadOnlySpan<char> subtag, bool isFirst)
    {
        var isAlphabetic = !subtag.ContainsAnyInRange('0', '9');
        if (isFirst)
        {
            // Longer first subtags are reserved, and none was ever registered: "english" is a mistake.
            return isAlphabetic && subtag.Length is 2 or 3;
        }

        if (subtag.Length == 1)
        {
            place = place == Place.Singleton ? Place.Language : Place.Singleton;
            return place == Place.Singleton;
        }

        if (place >= Place.Singleton)
        {
            place = Place.Extension;
            return true;
        }

        Place? found = (subtag.Length, isAlphabetic) switch
        {
            (3, true) when place <= Place.ExtendedLanguage => Place.ExtendedLanguage,
            (4, true) when place < Place.Script => Place.Script,
            (2, true) when place < Place.Region => Place.Region,
            (3, false) when place < Place.Region && !subtag.ContainsAnyExceptInRange('0', '9') => Place.Region,
            (>= 5, _) => Place.Variant,
            (4, false) when char.IsAsciiDigit(subtag[0]) => Place.Variant,
            _ => null,
        };
        place = found ?? place;
        return found is not null;
    }

    private static void CaseSubtags(Span<char> tag)
    {
        var start = tag.IndexOf('-') + 1;
        while (start > 0 && start < tag.Length)
        {
            var length = tag[start..].IndexOf('-') is var hyphen and >= 0 ? hyphen : tag.Length - start;
            if (length == 1)
            {
                return;
            }

            if (length == 2)
            {
                tag[start] = char.ToUpperInvariant(tag[start]);
                tag[start + 1] = char.ToUpperInvariant(tag[start + 1]);
            }
            else if (length == 4)
            {
                tag[start] = char.ToUpperInvariant(tag[start]);
            }

            start += length + 1;
        }
    }
}

/// <summary>The language of a site, section or article, and which way it is written there.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal readonly record struct PageLanguage(string Tag, string Direction)
{
    /// <summary>Written as its script is.</summary>
    public static PageLanguage Of(string tag) => new(tag, WritingDirection.Of(tag));

    /// <summary>
    /// What stands inside this one: its own language and direction where it names them, else those around it.
    /// </summary>
    /// <param name="tag">BCP 47, or null: the same language.</param>
    /// <param name="direction">
    /// <c>ltr</c> or <c>rtl</c>; null: as a language of its own is written, else the same.
    /// </param>
    public PageLanguage Inside(string? tag, string? direction) =>
        new(tag ?? Tag, direction ?? (tag is null ? Direction : WritingDirection.Of(tag)));
}

/// <summary>Which way a language is written.</summary>
internal static class WritingDirection
{
    /// <summary>As HTML spells them.</summary>
    public static readonly IReadOnlyList<string> Choices = ["ltr", "rtl"];

    /// <summary>
    /// Languages written from right to left in their usual script (Unicode CLDR, layout/orientation).
    /// </summary>
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    };

    private static readonly string[] RightToLeftScripts = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"];

    /// <summary><c>rtl</c> or <c>ltr</c>; a script subtag (BCP 47) wins over the language.</summary>
    public static string Of(string language)
    {
        var parts = language.Split('-');
        if (parts.Length > 1 && parts[1].Length == 4)
        {
            return RightToLeftScripts.Contains(parts[1], StringComparer.OrdinalIgnoreCase) ? "rtl" : "ltr";
        }

        return RightToLeft.Contains(parts[0]) ? "rtl" : "ltr";
    }
}

/// <summary>
/// Which languages are written in scripts that a page set for Latin, Greek and Cyrillic letters does not do justice:
/// taller ones, ones without italics, ones that break lines their own way.
/// </summary>
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
        return System.Text.Ascii.ToUtf16(end < 0 ? language : language[..end], primary, out var length)
                == System.Buffers.OperationStatus.Done
            && Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(primary[..length]);
    }
}
