using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>SN6xxx: what readers fetch.</summary>
internal static class WeightDiagnostics
{
    /// <summary>Named with their sizes; the rest is a number.</summary>
    private const int NamedPictures = 5;

    /// <summary>Of <see cref="PageTooHeavy"/>.</summary>
    public const string PageTooHeavyCode = "SN6001";

    /// <summary>Which budget it is: what is said of a page names it so.</summary>
    public static string BudgetOf(string kind) => $"the budget of its kind ({kind})";

    /// <summary>A page is over the limit that site.yml sets for its kind: a picture of 2 MB in an article.</summary>
    /// <param name="page">Its output path.</param>
    /// <param name="kind">As site.yml names it.</param>
    /// <param name="html">Bytes in brotli.</param>
    /// <param name="style">How many of these its styles make.</param>
    /// <param name="pictures">Each with the bytes of its file, the heaviest first.</param>
    /// <param name="limit">Bytes.</param>
    /// <param name="withPictures">
    /// Whether the limit is for the page with its pictures; else <paramref name="pictures"/> is empty.
    /// </param>
    public static Diagnostic PageTooHeavy(
        SourceLocation at,
        string page,
        string kind,
        int html,
        int style,
        IReadOnlyList<(string Path, long Bytes)> pictures,
        long limit,
        bool withPictures
    )
    {
        var weight = html + pictures.Sum(static picture => picture.Bytes);
        return Diagnostic.Warning(
            PageTooHeavyCode,
            at,
            $"'{page}' weighs {Exact(weight)}{(withPictures ? "" : " without its pictures")}, and {Exact(limit)} "
                + $"is {BudgetOf(kind)}: style {Exact(style)}, text and markup {Exact(html - style)}{Named(pictures)}",
            pictures.Count > 0 && pictures[0].Bytes > html
                ? $"Use smaller pictures, or raise budgets.{kind} in site.yml"
                : $"Shorten the page or the style, or raise budgets.{kind} in site.yml"
        );
    }

    private static string Named(IReadOnlyList<(string Path, long Bytes)> pictures)
    {
        if (pictures.Count == 0)
        {
            return "";
        }

        var named = string.Join(
            ", ",
            pictures.Take(NamedPictures).Select(static picture => $"{picture.Path} {Exact(picture.Bytes)}")
        );
        var others = pictures.Skip(NamedPictures).ToList();
        return others.Count == 0
            ? $"; pictures: {named}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; pictures: {named}, {others.Count} more {Exact(others.Sum(static picture => picture.Bytes))}"
            );
    }

    /// <summary>
    /// To the byte below a megabyte: a page of 10,040 bytes must not be told that it weighs 10 kB and may weigh 10 kB.
    /// </summary>
    private static string Exact(long bytes) =>
        bytes is >= 1_000 and < 1_000_000
            ? (bytes / 1_000m).ToString("0.###", CultureInfo.InvariantCulture) + " kB"
            : ByteSize.Format(bytes);
}
