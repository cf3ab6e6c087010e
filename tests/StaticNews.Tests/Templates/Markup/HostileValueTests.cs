using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Markup;

/// <summary>
/// Whatever a value holds, a page has the elements and attributes that its template writes, and its links lead where
/// links may lead.
/// </summary>
public sealed class HostileValueTests
{
    private const string Page = """
        <!doctype html>
        <html><head><title>{{ x }} {{ h }}</title>
        <meta name="description" content="{{ x }}">
        <meta property="og:image" content="{{ x }}">
        <style>p { color: {{ x }}; width: {{ y }}px }</style>
        <script type="application/ld+json">{"a": {{ x | object.to_json }}, "b": "{{ x }}", "c": {{ l | object.to_json }}}</script>
        </head><body>
        <!-- {{ x }} -->
        <p title="{{ x }}" class='{{ x }}' data-h="{{ h }}" data-j="{{ l | object.to_json }}" style="color: {{ x }}">{{ x }}</p>
        <a href="{{ x }}">1</a>
        <a href='{{ x }}{{ y }}'>2</a>
        <a href="{{ if x != '' }}{{ x }}{{ end }}{{ for v in l }}{{ v }}{{ end }}">3</a>
        <a href="{{ h }}">4</a>
        <a href="/s?q={{ x }}">5</a>
        <a href="a{{ x }}">6</a>
        <img src="{{ x }}" alt="{{ x }}" srcset="{{ x }} 1x, {{ y }}{{ x }} 2x">
        <form action="{{ x }}#a"><textarea>{{ x }}{{ h }}</textarea></form>
        </body></html>
        """;

    private static readonly string[] Pieces =
    [
        "\"",
        "'",
        "<",
        ">",
        "&",
        "=",
        "`",
        " ",
        "\t",
        "\n",
        "\r",
        "\f",
        "\0",
        "\u0001",
        "\u00a0",
        "\u2028",
        "\\",
        "/",
        "//",
        "/*",
        "*/",
        "-",
        "--",
        "-->",
        "--!>",
        "<!--",
        "]]>",
        ":",
        ";",
        "#",
        "?",
        "%",
        "%3a",
        "&#58;",
        "&colon;",
        "&Tab;",
        "&quot;",
        "&lt;",
        "&amp;",
        "java",
        "script",
        "javascript:",
        "JAVASCRIPT:",
        "vbscript:",
        "data:text/html,",
        "data:image/svg+xml,",
        "</script>",
        "<script>",
        "</style>",
        "</title>",
        "</textarea>",
        "</p>",
        "<img src=x onerror=1>",
        " onclick=1 ",
        "url(",
        ")",
        "expression(",
        "{",
        "}",
        "$",
        "${",
        "alert(1)",
        "a",
        "é",
        "\ud83d",
        "\ude00",
        "https:",
        "http://",
        "mailto:",
        "1",
    ];

    public sealed record Model(string X, string Y, HtmlString H, IReadOnlyList<string> L);

    [Fact]
    public void No_value_changes_the_structure_of_a_page()
    {
        var result = new TemplateRun(("page", Page)).Compile(typeof(Model));
        Assert.Empty(result.Errors);
        var expected = Structure(Parse(result.Template!, "x", "y"));
        var random = new Random(20241123);
        for (var round = 0; round < 1500; round++)
        {
            var (x, y) = (Write(random), Write(random));
            var page = Parse(result.Template!, x, y);
            Assert.Equal(expected, Structure(page));
            foreach (var element in page.All)
                CheckAddresses(element);
            CheckTexts(page, Valid(x));
        }
    }

    private static string Write(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(7); i > 0; i--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    private static IDocument Parse(CompiledTemplate template, string x, string y)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Assert.Null(template.Render(new Model(x, y, new HtmlString(x), [y, x]), output));
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>Elements with their depth and attributes; of comments the number.</summary>
    private static string Structure(IDocument page)
    {
        var structure = new StringBuilder();
        foreach (var element in page.All)
        {
            structure.Append(element.GetAncestors().Count()).Append(element.LocalName);
            foreach (var attribute in element.Attributes)
                structure.Append(' ').Append(attribute.Name);
            structure.Append('\n');
        }
        return structure.Append(page.Descendants<IComment>().Count()).ToString();
    }

    /// <summary>
    /// As the URL standard reads them: control characters and blanks before it, tabs and line ends within it do not
    /// count.
    /// </summary>
    private static void CheckAddresses(IElement element)
    {
        foreach (var name in new[] { "href", "src", "action" })
        {
            if (element.GetAttribute(name) is not { } value)
                continue;
            Assert.DoesNotContain('"', value);
            Assert.DoesNotContain(' ', value);
            var address = string.Concat(value.SkipWhile(c => c <= ' ').Where(c => c is not ('\t' or '\n' or '\r')));
            var colon = address.AsSpan().IndexOfAny(":/?#");
            if (
                colon < 0
                || address[colon] != ':'
                || !address[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
            )
                continue;
            Assert.Contains(address[..colon].ToLowerInvariant(), new[] { "http", "https", "mailto", "about" });
            if (address.StartsWith("about", StringComparison.OrdinalIgnoreCase))
                Assert.StartsWith("about:invalid", address, StringComparison.Ordinal);
        }
    }

    private static void CheckTexts(IDocument page, string x)
    {
        // The parser itself turns line ends into '\n' and drops NUL.
        if (x.AsSpan().IndexOfAny('\r', '\0') < 0)
        {
            Assert.Equal(x, page.QuerySelector("p")!.GetAttribute("title"));
            Assert.Equal(x, page.QuerySelector("p")!.GetAttribute("class"));
            Assert.Equal(x, page.QuerySelector("p")!.TextContent);
        }
        using var json = JsonDocument.Parse(page.QuerySelector("script")!.TextContent);
        Assert.Equal(x, json.RootElement.GetProperty("a").GetString());
        if (!x.Contains('\0', StringComparison.Ordinal))
            Assert.Equal(x, json.RootElement.GetProperty("b").GetString());
        using var list = JsonDocument.Parse(page.QuerySelector("p")!.GetAttribute("data-j")!);
        Assert.Equal(x, list.RootElement[1].GetString());
    }

    /// <summary>Half a character becomes U+FFFD.</summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
