using System.Globalization;

namespace StaticNews.Templates;

/// <summary>
/// How one English-speaking country writes numbers and short dates. The table is ours, so that no machine's language data can change a page;
/// cultures outside it are an error. The figures follow the Unicode CLDR, with a plain space before AM and PM.
/// <c>ShortDate</c> and <c>Time</c> are .NET date patterns.
/// </summary>
internal sealed record EnglishCulture(string Name, NumberFormatInfo Numbers, bool DayFirst, string ShortDate, string Time)
{
    /// <summary>The default: what .NET calls the invariant culture.</summary>
    public static readonly EnglishCulture Invariant = new("", NumberFormatInfo.InvariantInfo, DayFirst: false, "MM/dd/yyyy", "HH:mm:ss");

    private static readonly EnglishCulture[] Known =
    [
        Invariant,
        new("en", English("¤", [3]), DayFirst: false, "M/d/yyyy", "h:mm:ss tt"),
        new("en-US", English("$", [3]), DayFirst: false, "M/d/yyyy", "h:mm:ss tt"),
        new("en-GB", English("£", [3]), DayFirst: true, "dd/MM/yyyy", "HH:mm:ss"),
        new("en-IE", English("€", [3]), DayFirst: true, "d/M/yyyy", "HH:mm:ss"),
        new("en-AU", English("$", [3]), DayFirst: true, "d/M/yyyy", "h:mm:ss tt"),
        new("en-CA", English("$", [3]), DayFirst: false, "yyyy-MM-dd", "h:mm:ss tt"),
        new("en-IN", English("₹", [3, 2]), DayFirst: true, "dd/MM/yyyy", "h:mm:ss tt"),
    ];

    /// <summary>The names that <see cref="Find"/> knows, for the hint of an error.</summary>
    public static string Names => string.Join(", ", Known.Skip(1).Select(culture => culture.Name));

    /// <summary>The culture of that name, any case; null or "" is the invariant one; null comes back for a name outside the table.</summary>
    public static EnglishCulture? Find(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Equals("invariant", StringComparison.OrdinalIgnoreCase))
            return Invariant;
        foreach (var culture in Known)
        {
            if (culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return culture;
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, but a name outside the table is a fault about that argument.</summary>
    public static EnglishCulture Required(string? name, int argument) => Find(name) ?? throw FunctionErrors.UnknownCulture(name!, argument);

    private static NumberFormatInfo English(string currency, int[] groups) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        CurrencySymbol = currency,
        CurrencyGroupSizes = groups,
        CurrencyNegativePattern = 1,
        NumberGroupSizes = groups,
        NumberDecimalDigits = 3,
        PercentGroupSizes = groups,
        PercentDecimalDigits = 3,
        PercentPositivePattern = 1,
        PercentNegativePattern = 1,
    });
}
