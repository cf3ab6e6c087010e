using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticNews.Epub;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// The service worker (<c>sw.js</c>, W3C "Service Workers"): its text with what it has to know of the site.
/// </summary>
internal static class ServiceWorker
{
    private static readonly string Template = Read();

    /// <param name="title">The site's.</param>
    /// <param name="language">BCP 47, the site's.</param>
    /// <param name="start">The page that a reader without a network begins with, a site URL: <c>/lite/</c>.</param>
    public static byte[] Write(string title, string language, string start, OfflinePhrases words)
    {
        var fallback =
            $"<!doctype html><html lang={language} dir={WritingDirection.Of(language)}><meta name=viewport "
            + $"content=width=device-width>"
            + $"<title>{WebUtility.HtmlEncode(title)}</title><p>{WebUtility.HtmlEncode(words.NotKept)}";
        var text = Template
            .Replace("@START", start[1..], StringComparison.Ordinal)
            .Replace(
                "@FALLBACK",
                $"\"{JsonEncodedText.Encode(fallback, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
                StringComparison.Ordinal
            );

        // Of everything but itself: another text is another version, and has caches of its own.
        var version = ContentHash.Of(Encoding.UTF8.GetBytes(text)).ToString()[..8];
        return Encoding.UTF8.GetBytes(text.Replace("@VERSION", version, StringComparison.Ordinal));
    }

    private static string Read()
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("sw.js")!,
            Encoding.UTF8
        );
        return Shortened(reader.ReadToEnd());
    }

    /// <summary>Without indents and comments, which are for us: readers load it.</summary>
    private static string Shortened(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var code = (line.IndexOf("// ") is var comment and >= 0 ? line[..comment] : line).Trim();
            kept.Append(code).Append(code.IsEmpty ? "" : "\n");
        }

        return kept.ToString();
    }
}

/// <summary>
/// The only script of a page: it registers the service worker. Inline, so that a page stays one request; a
/// Content-Security-Policy allows it by its <see cref="Hash"/>, with <c>worker-src 'self'</c> and <c>connect-src
/// 'self'</c> for what the worker does.
/// </summary>
/// <param name="Text">What stands between the tags.</param>
/// <param name="Hash">As a policy names it (CSP Level 3, section 2.3.1), without quotes: <c>sha256-…</c>.</param>
internal sealed record ServiceWorkerScript(string Text, string Hash)
{
    public string Element => $"<script>{Text}</script>";

    /// <param name="href">Of the worker, from the root of its host.</param>
    public static ServiceWorkerScript Of(string href)
    {
        var text =
            $"\"serviceWorker\"in "
            + $"navigator&&navigator.serviceWorker.register(\"{JsonEncodedText.Encode(href)}\").catch(function(){{}})";
        return new ServiceWorkerScript(
            text,
            "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        );
    }
}
