using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>A style sheet as pages carry it.</summary>
/// <param name="Element">The <c>style</c> element, from tag to tag.</param>
/// <param name="Source">
/// The source expression that allows it and no other: <c>'sha256-…'</c> (CSP Level 3, 2.3.1).
/// </param>
internal sealed record StyleSheet(HtmlString Element, string Source)
{
    public const string StartTag = "<style>";
    public const string EndTag = "</style>";

    /// <summary>Of a theme whose pages carry their style themselves.</summary>
    public static StyleSheet None { get; } = new(new HtmlString(""), "'none'");

    /// <summary>Of the element, for a page's key.</summary>
    public ContentHash Hash { get; } = new FingerprintBuilder().Add(Source).Finish();

    /// <param name="element">UTF-8, from <see cref="StartTag"/> to <see cref="EndTag"/>.</param>
    public static StyleSheet Of(ReadOnlySpan<byte> element)
    {
        // As a browser reads it before it hashes: line ends become LF (HTML standard, 13.2.3.5). One that follows a
        // rule says nothing; no string of CSS can hold it (CSS Syntax, 4.3.5).
        var text = Encoding
            .UTF8.GetString(element)
            .ReplaceLineEndings("\n")
            .Replace('\0', '\uFFFD')
            .Replace("}\n", "}", StringComparison.Ordinal);
        return new StyleSheet(
            PageObserver.Examined(text),
            SourceOf(Encoding.UTF8.GetBytes(text[StartTag.Length..^EndTag.Length]))
        );
    }

    /// <summary>
    /// What a browser compares with: the hash of the characters between the tags, or of an attribute's value.
    /// </summary>
    public static string SourceOf(ReadOnlySpan<byte> css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(css))}'";
}

/// <summary>
/// A style sheet of the theme, compiled within a <c>style</c> element, so that values are written as style asks for,
/// and rendered once per build for each style variant of a page: all pages of one variant contain the same bytes, and
/// one hash allows them.
/// </summary>
internal sealed class StyleTemplate
{
    private StyleTemplate(CompileResult result) => Result = result;

    public CompileResult Result { get; }

    /// <param name="file">Path below <c>templates/</c>.</param>
    public static StyleTemplate Compile(string file, ITemplateLoader loader, TemplateOptions options) =>
        new(TemplateCompiler.Compile($"({file})", new Frame(file, loader), typeof(StylePage), options));

    /// <summary>The sheet, or what stopped it.</summary>
    public (StyleSheet? Sheet, TemplateError? Error) Render(SiteModel site, StyleVariant look)
    {
        var element = new ArrayBufferWriter<byte>();
        return
            Result.Template!.Render(
                new StylePage(site, PageKinds.NameOf(look.Kind), look.IsRich, WritingSystem.Languages),
                element
            )
                is { } error
            ? (null, error)
            : (StyleSheet.Of(element.WrittenSpan), null);
    }

    /// <summary>The element around the sheet, as a template that no folder holds.</summary>
    private sealed class Frame(string file, ITemplateLoader loader) : ITemplateLoader
    {
        public string? Load(string name) =>
            string.Equals(name, $"({file})", StringComparison.Ordinal)
                ? $"{StyleSheet.StartTag}{{{{ include '{file}' }}}}{StyleSheet.EndTag}"
                : loader.Load(name);
    }
}

/// <summary>
/// Looks in CSS for what is opened and not closed. A browser reports nothing and leaves rules out, far from the mistake
/// (CSS Syntax, 5.4). Strings, comments and addresses without quotes hold braces that mean nothing.
/// </summary>
internal static class StyleBraces
{
    /// <summary>What is wrong first, and where; null for nothing.</summary>
    public static (StyleFault Fault, int Offset)? Find(ReadOnlySpan<char> css)
    {
        var open = new Stack<int>();
        for (var at = 0; at < css.Length; at++)
        {
            switch (css[at])
            {
                case '{':
                    open.Push(at);
                    break;
                case '}' when open.Count == 0:
                    return (StyleFault.Stray, at);
                case '}':
                    open.Pop();
                    break;
                case '\\':
                    at++;
                    break;
                case '"' or '\'':
                    at = EndOfString(css, at);
                    break;
                case '(' when EndsWithUrl(css[..at]):
                    at = EndOfAddress(css, at);
                    break;
                case '/' when css[at..].StartsWith("/*"):
                    var end = css[(at + 2)..].IndexOf("*/");
                    if (end < 0)
                    {
                        return (StyleFault.Comment, at);
                    }

                    at += end + 3;
                    break;
                default:
                    break;
            }
        }

        return open.TryPop(out var brace) ? (StyleFault.Brace, brace) : null;
    }

    /// <summary>At the closing quote, or at the line end that ends a string without one (CSS Syntax, 4.3.5).</summary>
    private static int EndOfString(ReadOnlySpan<char> css, int start)
    {
        for (var at = start + 1; at < css.Length; at++)
        {
            if (css[at] == css[start] || css[at] is '\n' or '\r')
            {
                return at;
            }

            at += css[at] == '\\' ? 1 : 0;
        }

        return css.Length;
    }

    private static bool EndsWithUrl(ReadOnlySpan<char> before) =>
        before.EndsWith("url", StringComparison.OrdinalIgnoreCase);

    /// <summary>At the ')' of an address without quotes; one with quotes is a string like others.</summary>
    private static int EndOfAddress(ReadOnlySpan<char> css, int start)
    {
        var address = css[(start + 1)..];
        var first = address.IndexOfAnyExcept(" \t\r\n");
        var isQuoted = first >= 0 && address[first] is '"' or '\'';
        return isQuoted || address.IndexOf(')') is not (>= 0 and var end) ? start : start + 1 + end;
    }
}

/// <summary>What is not closed in a style sheet, or closes nothing.</summary>
internal enum StyleFault
{
    /// <summary><c>{</c>.</summary>
    Brace,

    /// <summary><c>/*</c>.</summary>
    Comment,

    /// <summary><c>}</c> without <c>{</c>.</summary>
    Stray,
}
