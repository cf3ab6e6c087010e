namespace StaticNews.Text;

/// <summary>Language tags as RFC 5646 section 2.1 forms them (BCP 47). Only the form is checked: the registry of subtags changes every year.</summary>
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

        return string.Create(tag.Length, tag, static (target, source) =>
        {
            source.AsSpan().ToLowerInvariant(target);
            CaseSubtags(target);
        });
    }

    /// <summary>
    /// The tag of a locale as operating systems write it (POSIX: <c>zh_CN</c>, <c>de_DE.UTF-8@euro</c>); null where it is none. The encoding and the variant after '@' are
    /// not part of the language.
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

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

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
            // Longer first subtags are reserved, and none was ever registered: "english" is a slip.
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
            ( >= 5, _) => Place.Variant,
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
