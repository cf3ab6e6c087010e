using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>The messages <c>SN6xxx</c> about the bytes that readers load.</summary>
internal static class WeightDiagnostics
{
    /// <summary>How many images a message names with their sizes; the rest is counted.</summary>
    private const int NamedImages = 5;

    /// <summary>The code of <see cref="PageTooHeavy"/>.</summary>
    public const string PageTooHeavyCode = "SN6001";

    /// <summary>The name of a budget in a message: "the budget of its kind (article)".</summary>
    public static string BudgetOf(string kind) => $"the budget of its kind ({kind})";

    /// <summary>
    /// A page has more bytes than the budget that site.yml sets for its kind, for example because of an image of 2 MB.
    /// </summary>
    /// <param name="page">The output path of the page.</param>
    /// <param name="kind">The kind of page, as site.yml names it.</param>
    /// <param name="html">The size of the HTML in bytes, compressed with brotli.</param>
    /// <param name="style">How many of these bytes are styles.</param>
    /// <param name="images">The path and the size in bytes of each image, the largest first.</param>
    /// <param name="limit">The budget in bytes.</param>
    /// <param name="withImages">
    /// Whether the budget includes images; otherwise <paramref name="images"/> is empty.
    /// </param>
    public static Diagnostic PageTooHeavy(
        SourceLocation at,
        string page,
        string kind,
        int html,
        int style,
        IReadOnlyList<(string Path, long Bytes)> images,
        long limit,
        bool withImages
    )
    {
        var weight = html + images.Sum(static image => image.Bytes);
        return Diagnostic.Warning(
            PageTooHeavyCode,
            at,
            $"'{page}' has {Exact(weight)}{(withImages ? "" : " without its images")}, and {Exact(limit)} is "
                + $"{BudgetOf(kind)}: style {Exact(style)}, text and markup {Exact(html - style)}{Named(images)}",
            images.Count > 0 && images[0].Bytes > html
                ? $"Use smaller images, or raise budgets.{kind} in site.yml"
                : $"Shorten the page or the style, or raise budgets.{kind} in site.yml"
        );
    }

    private static string Named(IReadOnlyList<(string Path, long Bytes)> images)
    {
        if (images.Count == 0)
        {
            return "";
        }

        var named = string.Join(
            ", ",
            images.Take(NamedImages).Select(static image => $"{image.Path} {Exact(image.Bytes)}")
        );
        var others = images.Skip(NamedImages).ToList();
        return others.Count == 0
            ? $"; images: {named}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; images: {named}, {others.Count} more {Exact(others.Sum(static image => image.Bytes))}"
            );
    }

    /// <summary>
    /// A size that is exact to the byte below one megabyte: the message for a page of 10,040 bytes must not say that
    /// the page has 10 kB and its budget is 10 kB.
    /// </summary>
    private static string Exact(long bytes) =>
        bytes is >= 1_000 and < 1_000_000
            ? (bytes / 1_000m).ToString("0.###", CultureInfo.InvariantCulture) + " kB"
            : ByteSize.Format(bytes);
}
