using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// The rules of the style sheet that a page needs: most pages are words alone and need no rules for tables.
/// </summary>
/// <param name="IsRich">
/// Whether the page holds more than European words; see <see cref="PageObserver.IsRich"/>.
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
