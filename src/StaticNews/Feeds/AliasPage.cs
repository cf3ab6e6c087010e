using System.Text;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>
/// The page at an article's old address, for hosts that know no redirects: it leads on at once, by itself and by a link. Its only
/// words are the article's title, so that it is right in every language.
/// </summary>
internal static class AliasPage
{
    /// <param name="title">Of the article; plain text.</param>
    /// <param name="href">Where it is now, as a link of this site.</param>
    /// <param name="canonical">The same, absolute.</param>
    /// <param name="language">BCP 47, of the article.</param>
    public static byte[] Write(string title, string href, string canonical, string language)
    {
        var name = PlainText.AsHtml(XmlCharacters.Clean(title));
        var link = PlainText.AsHtml(WebUrl.Encode(href));
        return Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="{PlainText.AsHtml(language)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
            <meta name="referrer" content="same-origin">
            <meta name="viewport" content="width=device-width">
            <meta name="generator" content="StaticNews">
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url={link}">
            <link rel="canonical" href="{PlainText.AsHtml(WebUrl.Encode(canonical))}">
            <title>{name}</title>
            </head>
            <body>
            <main>
            <h1 dir="auto"><a href="{link}">{name}</a></h1>
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n"));
    }
}
