using System.Buffers;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>What functions do with HTML and plain text where pages are escaped.</summary>
public sealed class PageEscapingTests
{
    [Theory]
    [InlineData("{{ '<b> \"café\"' | html.escape }}", "&lt;b&gt; &quot;café&quot;")]
    [InlineData("{{ x = '<b>' | html.escape; x }}", "&lt;b&gt;")]
    [InlineData("{{ 'a & b' | html.escape | html.escape }}", "a &amp; b")]
    [InlineData("{{ html.escape null }}", "")]
    [InlineData("{{ 'a\\n<b>' | html.newline_to_br }}", "a<br />\n&lt;b&gt;")]
    [InlineData("{{ capture x }}<b>{{ '&' }}</b>{{ end }}{{ x | html.newline_to_br }}", "<b>&amp;</b>")]
    [InlineData("{{ capture x }}<b>{{ '&' }}</b>{{ end }}{{ x | html.strip }}", "&amp;")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | string.append '<i>' }}", "<b>x</b>&lt;i&gt;")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ '<i>' | string.append x }}", "&lt;i&gt;<b>x</b>")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | string.prepend '<i>' }}", "&lt;i&gt;<b>x</b>")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | math.plus '<i>' }}", "<b>x</b>&lt;i&gt;")]
    [InlineData("{{ capture x }} <b>x</b> {{ end }}{{ x | string.strip }}", "<b>x</b>")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | string.replace 'x' '<script>' }}", "<b>&lt;script&gt;</b>")]
    [InlineData(
        "{{ capture x }}<b>x</b>{{ end }}{{ x | string.replace_first 'x' '<script>' }}",
        "<b>&lt;script&gt;</b>"
    )]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | string.upcase }}", "&lt;B&gt;X&lt;/B&gt;")]
    [InlineData("{{ capture x }}<b>x</b>{{ end }}{{ x | string.size }}", "8")]
    [InlineData("{{ ['a&b', 'c'] | array.join '<br>' }}", "a&amp;b&lt;br&gt;c")]
    [InlineData("{{ ['a&b', 'c'] | array.each @html.escape | array.join ', ' }}", "a&amp;b, c")]
    [InlineData("{{ ['a&b', 'c'] | array.join '<br>' @html.escape }}", "a&amp;b&lt;br&gt;c")]
    [InlineData("{{ {a: '<&\\''} | object.to_json }}", "{\"a\":\"\\u003C\\u0026\\u0027\"}")]
    [InlineData("{{ '<p>it' | object.default 'x' }}", "&lt;p&gt;it")]
    [InlineData("{{ date.parse '2024-03-09' | date.to_string '<%d>' }}", "&lt;09&gt;")]
    [InlineData("{{ p = '<%d>'; date.parse '2024-03-09' | date.to_string p }}", "&lt;09&gt;")]
    [InlineData("{{ date.parse '2024-03-09' | date.to_string '%d %B' }}", "09 March")]
    [InlineData("{{ 'a<b' | regex.replace 'a' '<i>' }}", "&lt;i&gt;&lt;b")]
    public void Nothing_is_written_unescaped_and_nothing_escaped_twice(string template, string expected) =>
        Assert.Equal(expected, Render(template, TemplateOptions.Html));

    [Theory]
    [InlineData("{{ '<b> café' | html.escape }}", "&lt;b&gt; caf&#233;")]
    [InlineData("{{ 'a & b' | html.escape | html.escape }}", "a &amp;amp; b")]
    [InlineData("{{ 'a & b' | html.escape | string.append '<br>' }}", "a &amp; b<br>")]
    [InlineData("{{ 'a\\n<b>' | html.newline_to_br }}", "a<br />\n<b>")]
    [InlineData("{{ capture x }}<b>&amp;</b>{{ end }}{{ x | html.strip }}", "&amp;")]
    public void Elsewhere_text_is_text(string template, string expected) =>
        Assert.Equal(expected, Render(template, TemplateOptions.Stock));

    private static string Render(string template, TemplateOptions options)
    {
        var compiled = TemplateCompiler.Compile("test", new OneTemplate(template), null, options);
        Assert.NotNull(compiled.Template);
        var output = new ArrayBufferWriter<byte>();
        Assert.Null(compiled.Template.Render(null, output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed class OneTemplate(string text) : ITemplateLoader
    {
        public string? Load(string name) => string.Equals(name, "test", StringComparison.Ordinal) ? text : null;
    }
}
