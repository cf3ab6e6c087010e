using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>Id paths of sections: <c>world/us-news</c>, each part a slug.</summary>
internal static class SectionPath
{
    /// <summary>Readers do not use deeper navigation, and every level lengthens each URL.</summary>
    private const int MaxDepth = 8;

    /// <summary>
    /// The id path of a section as an article names it (<c>World/US News</c>), or null where it is no such path.
    /// </summary>
    public static string? Of(string written)
    {
        if (written.Contains('\\', StringComparison.Ordinal) || WebAddress.HasDots(written))
        {
            return null;
        }

        var parts = written.Split('/');
        if (parts.Length > MaxDepth)
        {
            return null;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Slug.Of(parts[i]);
            if (parts[i].Length == 0)
            {
                return null;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>
    /// The section that a folder means: its parts up to the first that is a year, a month or a day
    /// (<c>world/2014/05</c> is the section <c>world</c>). Empty for content/ itself; parts without a letter or digit,
    /// and those beyond the depth, are left out.
    /// </summary>
    public static string OfFolder(ReadOnlySpan<char> folder)
    {
        var section = "";
        var depth = 0;
        foreach (var range in folder.Split('/'))
        {
            var part = folder[range];
            if (part.IsEmpty || IsCalendar(part) || depth == MaxDepth)
            {
                break;
            }

            var slug = Slug.Of(part.ToString());
            section = section.Length == 0 || slug.Length == 0 ? section + slug : $"{section}/{slug}";
            depth++;
        }

        return section;
    }

    /// <summary><c>2014</c>, <c>2014-05</c>, <c>2014-05-17</c>.</summary>
    private static bool IsCalendar(ReadOnlySpan<char> part)
    {
        if (part.Length is not (4 or 7 or 10) || part[0] is not ('1' or '2'))
        {
            return false;
        }

        for (var i = 0; i < part.Length; i++)
        {
            if (i is 4 or 7 ? part[i] != '-' : !char.IsAsciiDigit(part[i]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The folder whose section a text is about.</summary>
internal static class SectionFolder
{
    /// <summary>
    /// With a slash at its end: <c>world/asia/</c>. Null for a text that is about no section, and for the front page's.
    /// </summary>
    /// <param name="path">Below content/.</param>
    public static string? Of(string path) =>
        path.EndsWith("/_index.md", StringComparison.Ordinal) && path[0] != '_' ? path[..^"_index.md".Length] : null;
}
