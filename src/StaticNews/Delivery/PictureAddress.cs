using StaticNews.Configuration;

namespace StaticNews.Delivery;

/// <summary>Which file of the site an address on a page means.</summary>
internal static class PictureAddress
{
    /// <param name="site">Where the site stands.</param>
    /// <param name="page">The page's output path.</param>
    /// <param name="address">As the page has it: from the root, relative, or whole.</param>
    /// <returns>Below the output folder, with '/'; null for an address of another site, and for a picture that is part of the page (<c>data:</c>).</returns>
    public static string? OutputPathOf(BaseUrl site, string page, string address)
    {
        var root = new Uri(site.Absolute("/"));
        var pageUrl = new Uri(root, Uri.EscapeDataString(page).Replace("%2F", "/", StringComparison.Ordinal));
        if (!Uri.TryCreate(pageUrl, address, out var url))
        {
            return null;
        }

        var (whole, prefix) = (url.GetLeftPart(UriPartial.Path), root.AbsoluteUri);
        return whole.StartsWith(prefix, StringComparison.Ordinal) && whole.Length > prefix.Length ? Uri.UnescapeDataString(whole[prefix.Length..]) : null;
    }
}
