using StaticNews.Pages.Models;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// Which of its style sheet's rules a page needs: most are words alone, and need not carry how a table looks.
/// </summary>
/// <param name="IsRich">
/// Whether the page holds more than European words: a figure, a table, a list of terms, blocks of code, or a script
/// with rules of its own.
/// </param>
internal readonly record struct StyleVariant(PageKind Kind, bool IsRich)
{
    public static IEnumerable<StyleVariant> All { get; } =
    [
        .. PageKinds.All.SelectMany(kind =>
            new[] { new StyleVariant(kind, IsRich: false), new StyleVariant(kind, IsRich: true) }
        ),
    ];

    /// <summary>In <see cref="All"/>.</summary>
    public int Index => ((int)Kind * 2) + (IsRich ? 1 : 0);

    /// <param name="page">The whole page, UTF-8.</param>
    public static StyleVariant Of(PageKind kind, ReadOnlySpan<byte> page) =>
        new(kind, HoldsMoreThanWords(page) || HoldsOtherScripts(page));

    private static bool HoldsMoreThanWords(ReadOnlySpan<byte> page) =>
        page.IndexOf("<figure"u8) >= 0
        || page.IndexOf("<table"u8) >= 0
        || page.IndexOf("<pre"u8) >= 0
        || page.IndexOf("<dl"u8) >= 0;

    /// <summary>
    /// The page's own language, or one within its main part: the names of sections stand in the navigation of every
    /// page.
    /// </summary>
    private static bool HoldsOtherScripts(ReadOnlySpan<byte> page)
    {
        var isOwn = true;
        for (var at = page.IndexOf(Language); at >= 0; at = page.IndexOf(Language))
        {
            page = page[(at + Language.Length)..];
            if (WritingSystem.NeedsRules(page[..Math.Max(page.IndexOf((byte)'"'), 0)]))
            {
                return true;
            }

            if (isOwn)
            {
                isOwn = false;
                page = page[Math.Max(page.IndexOf("<main"u8), 0)..];
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Language => " lang=\""u8;
}

/// <summary>What pages of one <see cref="StyleVariant"/> have in common.</summary>
/// <param name="Element">The sheet's, UTF-8.</param>
/// <param name="Hash">The sheet's as a policy names it, without the quotation marks, which may be escaped.</param>
/// <param name="Site">With the sheet and the policy in it.</param>
internal sealed record StyleVariantSheet(
    StyleSheet Sheet,
    byte[] Element,
    byte[] Hash,
    ContentSecurityPolicy Policy,
    SiteModel Site
);
