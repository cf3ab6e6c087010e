using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>What pages of one <see cref="PageLook"/> have in common.</summary>
/// <param name="Element">The sheet's, UTF-8.</param>
/// <param name="Hash">The sheet's as a policy names it, without the quotation marks, which may be escaped.</param>
/// <param name="Site">With the sheet and the policy in it.</param>
internal sealed record PageDress(StyleSheet Sheet, byte[] Element, byte[] Hash, ContentPolicy Policy, SiteModel Site);
