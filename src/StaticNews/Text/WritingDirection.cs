namespace StaticNews.Text;

/// <summary>Which way a language is written.</summary>
internal static class WritingDirection
{
    /// <summary>As HTML spells them.</summary>
    public static readonly IReadOnlyList<string> Choices = ["ltr", "rtl"];

    /// <summary>Languages written from right to left in their usual script (Unicode CLDR, layout/orientation).</summary>
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "lrc", "mzn", "ps", "sd", "syr", "ug", "ur", "yi",
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
