using System.Text;

namespace StaticNews.Tests.Templates.Fuzz;

/// <summary>
/// Templates drawn by chance that write tags in every way that a template can: in branches, loops, includes, functions
/// and captured texts, with values of several parts. Most of them compile.
/// </summary>
internal sealed class ObservedTemplates(int seed)
{
    private static readonly string[] Elements = ["img", "IMG", "p", "link", "meta", "figure", "h1", "preX", "pre", "a"];

    private static readonly string[] Attributes =
    [
        "lang",
        "LANG",
        "src",
        "srcset",
        "href",
        "rel",
        "content",
        "style",
        "alt",
        "data-src",
        "title",
    ];

    private static readonly string[] Words =
    [
        "a",
        "é",
        "/x.png",
        "&amp;",
        "&lt;img src=y&gt;",
        "1",
        "😀",
        "/a.png 1x, /b.png",
    ];

    private static readonly string[] Texts =
    [
        "Text ",
        "é ",
        "\n",
        "a < b > c ",
        "<!-- <img src=\"c\"> --> ",
        "<!--> ",
        "<!-- - --!> ",
        "<!doctype \"html\"> ",
        "<?php <img src=x> ?> ",
        "<title><img src=\"t\"></title> ",
        "<TEXTAREA><pre lang=x></p></textarea > ",
        "<style>a{}<figure></style> ",
        "<script>if (a < b) '<img src=s>'</script> ",
        "<noscript><img src=\"n\"></noscript> ",
        "</p lang=\"x\" src='<img src=e>'> ",
        "</ x><img src=q> ",
        "<br/><img src=\"/1.png\"alt=x/> ",
        "<img src = '/2.png' src=\"/3.png\" lang> ",
    ];

    private static readonly string[] Values = ["x", "y", "html", "html | string.upcase", "html + x", "n", "none"];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);
    private int _names;

    /// <summary>By their names; the page is <c>page</c>.</summary>
    public (string Name, string Text)[] Draw()
    {
        _templates["attributes"] = Repeated(2, () => Attribute(1));
        _templates["value"] = Value(1, "\"");
        _templates["content"] = Content(1);
        var functions = "{{ func f(z) }}" + Content(1) + "{{ z }}{{ end }}{{ func g }}{{ $$ }}{{ end }}";
        var page = functions + Repeated(5, () => Content(3)) + (Chance(8) ? "{{ ret html }}" : "");
        return [("page", page), .. _templates.Select(entry => (entry.Key, entry.Value))];
    }

    private string Content(int depth)
    {
        var inner = depth - 1;
        return (depth <= 0 ? 0 : _random.Next(12)) switch
        {
            0 => Pick(Texts),
            1 or 2 or 3 => Tag(inner) + Content(inner),
            4 => $"{{{{ {Pick(Values)} }}}}",
            5 => If(() => Content(inner)),
            6 => For(Content(inner)),
            7 => Captured(inner),
            8 => "{{ include 'content' }}",
            9 => Pick(["{{ f x }}", "{{ f html }}", "{{ include 'content' | string.append x }}"]),
            10 => "{{ wrap g }}" + Content(inner) + "{{ end }}",
            _ => Content(inner) + Content(inner),
        };
    }

    private string Captured(int depth)
    {
        var name = "c" + (_names++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var use = Pick([
            $"{{{{ {name} }}}}",
            $"<p title=\"{{{{ {name} }}}}\" lang=\"{{{{ {name} }}}}\">",
            $"{{{{ {name} | string.replace 'img' 'pre' }}}}",
            $"<title>{{{{ {name} }}}}</title>",
            "",
        ]);
        return $"{{{{ capture {name} }}}}{Content(depth)}{{{{ end }}}}{Tag(0)}{use}{use}";
    }

    private string Tag(int depth) => "<" + Name() + " " + Repeated(4, () => Attribute(depth)) + Pick([">", "/>", " >"]);

    /// <summary>The name, which may be chosen by a branch.</summary>
    private string Name() =>
        _random.Next(6) switch
        {
            0 => Choice(() => Pick(Elements)),
            1 => Choice(() => Pick(Elements) + " " + Attribute(0)),
            2 => Pick(["p{{ k = 1 }}re", "pre{{ k = 1 }}X", "pre{{ if yes }}X{{ end }}"]),
            3 => "{{ k = 1 }}" + Pick(Elements) + If(() => " " + Attribute(0)),
            _ => Pick(Elements),
        };

    /// <summary>An attribute or what makes some, with a blank behind.</summary>
    private string Attribute(int depth) =>
        (depth <= 0 ? 10 : _random.Next(14)) switch
        {
            0 => If(() => Attribute(depth - 1)) + " ",
            1 => For(Attribute(depth - 1)) + " ",
            2 => "{{ include 'attributes' }} ",
            3 => Choice(() => Pick(Attributes)) + " ",
            4 => $"{Pick(Attributes)}={Choice(() => Pick(["/a", "b", "&lt;"]))} ",
            5 => $"{Pick(Attributes)}={{{{ k = 2 }}}}\"{Value(depth, "\"")}\" ",
            6 => $"{Pick(Attributes)}=\"{Choice(() => Value(depth, "\"") + "\"")} ",
            7 => $"{Pick(Attributes)} = '{Value(depth, "'")}' ",
            8 => $"{Pick(Attributes)}=\"{{{{ f x }}}}\" ",
            9 => $"{Pick(Attributes)}=/{Pick(["a", "b'c", "d\"e"])} ",
            _ => $"{Pick(Attributes)}=\"{Value(depth, "\"")}\" ",
        };

    private string Value(int depth, string quote) =>
        Repeated(
            3,
            () =>
                (depth <= 0 ? _random.Next(3) : _random.Next(8)) switch
                {
                    0 or 1 => Pick(Words),
                    2 or 3 => $"{{{{ {Pick(Values)} }}}}",
                    4 => If(() => Value(depth - 1, quote)),
                    5 => For(Value(depth - 1, quote)),
                    6 when quote == "\"" => "{{ include 'value' }}",
                    _ => quote == "\"" ? "'" : "\"",
                }
        );

    private string If(Func<string> branch) =>
        Chance(3) ? $"{{{{ if {Pick(["yes", "no"])} }}}}{branch()}{{{{ end }}}}" : Choice(branch);

    private string Choice(Func<string> branch) =>
        $"{{{{ if {Pick(["yes", "no", "x"])} }}}}{branch()}{{{{ else }}}}{branch()}{{{{ end }}}}";

    private string For(string body) =>
        $"{{{{ for i in {Pick(["items", "(1..2)", "empty"])} }}}}{body}{(Chance(5) ? "{{ break }}" : "")}{{{{ end }}}}";

    private string Repeated(int most, Func<string> piece)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(most + 1); i > 0; i--)
            text.Append(piece());
        return text.ToString();
    }

    private bool Chance(int outOf) => _random.Next(outOf) == 0;

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
