using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>What pages of one <see cref="PageLook"/> have in common.</summary>
/// <param name="Element">The sheet's, UTF-8.</param>
/// <param name="Site">With the sheet and the policy in it.</param>
internal sealed record PageDress(StyleSheet Sheet, byte[] Element, ContentPolicy Policy, SiteModel Site);
