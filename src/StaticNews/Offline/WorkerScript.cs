using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StaticNews.Offline;

/// <summary>
/// The only script of a page: it tells the browser of the service worker. Inline, so that a page stays one request; a Content-Security-Policy allows it by its
/// <see cref="Hash"/>, with <c>worker-src 'self'</c> and <c>connect-src 'self'</c> for what the worker does.
/// </summary>
/// <param name="Text">What stands between the tags.</param>
/// <param name="Hash">As a policy names it (CSP Level 3, section 2.3.1), without quotes: <c>sha256-…</c>.</param>
internal sealed record WorkerScript(string Text, string Hash)
{
    public string Element => $"<script>{Text}</script>";

    /// <param name="href">Of the worker, from the root of its host.</param>
    public static WorkerScript Of(string href)
    {
        var text = $"\"serviceWorker\"in navigator&&navigator.serviceWorker.register(\"{JsonEncodedText.Encode(href)}\").catch(function(){{}})";
        return new WorkerScript(text, "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
