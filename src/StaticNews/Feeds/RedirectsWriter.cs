using System.Text;

namespace StaticNews.Feeds;

/// <summary>The <c>_redirects</c> file that Netlify, Cloudflare Pages and others read: a line a redirect, <c>/old /new 301</c>.</summary>
internal static class RedirectsWriter
{
    /// <summary>By old address, ordinal. An address that leads to itself is left out: a host would follow it for ever.</summary>
    public static byte[] Write(IEnumerable<Redirect> redirects)
    {
        var lines = new StringBuilder();
        foreach (var redirect in redirects.OrderBy(static redirect => redirect.From, StringComparer.Ordinal))
        {
            var from = Literal(redirect.From);
            var to = WebUrl.Encode(redirect.To);
            if (!string.Equals(from, to, StringComparison.Ordinal))
            {
                lines.Append(from).Append(' ').Append(to).Append(" 301\n");
            }
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    // '*' and ':' are patterns in that file, '#' begins a comment and '?' a condition; in an address they are meant as they are.
    private static string Literal(string from) => WebUrl.Encode(from)
        .Replace("*", "%2A", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace("#", "%23", StringComparison.Ordinal)
        .Replace("?", "%3F", StringComparison.Ordinal);
}
