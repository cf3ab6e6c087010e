using System.Globalization;

namespace StaticNews.Text;

/// <summary>
/// What tells names apart that a <see cref="Slug"/> makes equal: <c>#</c>, <c>%</c>, signs of arithmetic and of money. Spaces, hyphens, quotes and
/// points are ways to spell one name, and so is the sign before a hashtag.
/// </summary>
internal static class NameSigns
{
    /// <summary>Whether two names of one slug look like two things: <c>C#</c> and <c>C++</c>.</summary>
    public static bool Differ(string left, string right) => !Of(left).SequenceEqual(Of(right));

    private static IEnumerable<char> Of(string name) => CompatibilityForms.Unfold(name).TrimStart('#').Where(static unit =>
        unit is '#' or '%' || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol);
}
