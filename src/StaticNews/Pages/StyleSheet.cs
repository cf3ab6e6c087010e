using System.Security.Cryptography;
using System.Text;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>A style sheet as pages carry it.</summary>
/// <param name="Element">The <c>style</c> element, from tag to tag.</param>
/// <param name="Source">The source expression that allows it and no other: <c>'sha256-…'</c> (CSP Level 3, 2.3.1).</param>
internal sealed record StyleSheet(HtmlText Element, string Source)
{
    public const string StartTag = "<style>";
    public const string EndTag = "</style>";

    /// <summary>Of a theme whose pages carry their style themselves.</summary>
    public static StyleSheet None { get; } = new(new HtmlText(""), "'none'");

    /// <summary>Of the element, for a page's key.</summary>
    public ContentHash Hash { get; } = new FingerprintBuilder().Add(Source).Finish();

    /// <param name="element">UTF-8, from <see cref="StartTag"/> to <see cref="EndTag"/>.</param>
    public static StyleSheet Of(ReadOnlySpan<byte> element)
    {
        // As a browser reads it before it hashes: line ends become LF (HTML standard, 13.2.3.5). One that follows a rule says nothing; no string of CSS can hold it (CSS Syntax, 4.3.5).
        var text = Encoding.UTF8.GetString(element).ReplaceLineEndings("\n").Replace('\0', '\uFFFD')
            .Replace("}\n", "}", StringComparison.Ordinal);
        return new StyleSheet(new HtmlText(text), SourceOf(Encoding.UTF8.GetBytes(text[StartTag.Length..^EndTag.Length])));
    }

    /// <summary>What a browser compares with: the hash of the characters between the tags, or of an attribute's value.</summary>
    public static string SourceOf(ReadOnlySpan<byte> css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(css))}'";
}
