using System.Buffers;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates;

/// <summary>Templates that would run, grow or nest without end.</summary>
public sealed class TemplateLimitTests
{
    private static readonly TemplateOptions Tight = TemplateOptions.Html with { Limits = new TemplateLimits(1000, 100, 100_000, 10_000, TimeSpan.FromMilliseconds(200)) };

    [Theory]
    [InlineData("{{ while true }}{{ end }}", "page:1:4 SN3315")]
    [InlineData("{{ for i in 1..500 }}{{ for j in 1..500 }}{{ end }}{{ end }}", "page:1:25 SN3315")]
    [InlineData("{{ for i in 1..1000000000 }}{{ end }}", "page:1:14 SN3314")]
    [InlineData("{{ func f; f; end }}{{ f }}", "page:1:12 SN3316")]
    [InlineData("{{ func f(x); f (x + 1); end }}{{ f 1 }}", "page:1:15 SN3316")]
    [InlineData("{{ include 'page' }}", "page:1:4 SN3316")]
    [InlineData("{{ 'page' | include }}", "page:1:13 SN3316")]
    [InlineData("{{ x = 'aaaaaaaaaa'; while true; x = x + x; end }}", "page:1:40 SN3302")]
    [InlineData("{{ capture x }}{{ for i in 1..900 }}0123456789{{ end }}{{ end }}{{ for i in 1..90 }}{{ x }}{{ end }}", "page:1:88 SN3301")]
    [InlineData("{{ x = 3; while true; x = x * x; end }}", "page:1:29 SN3306")]
    [InlineData("{{ x = []; x[900000000] = 1 }}", "page:1:14 SN3313")]
    [InlineData("{{ x = []; x[0] = x; x }}", "page:1:22 SN3303")]
    [InlineData("{{ x = [1]; while true; x = x + x; end }}", "page:1:31 SN3314")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' | array.size }}", "")]
    [InlineData("{{ s = 'include \"x\"'; s | object.eval }}", "eval:1:1 SN3106")]
    [InlineData("{{ f = do; ret '{{ 1' | object.eval_template; end; f }}", "")]
    public void Every_rendering_ends(string template, string expected)
    {
        var result = new TemplateRun(("page", template)).Compile(null, Tight);
        Assert.Empty(result.Errors);
        var error = result.Template!.Render(null, new ArrayBufferWriter<byte>());
        Assert.StartsWith(expected, error is null ? "" : TemplateRun.Describe(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("-", "")]
    [InlineData("!", "")]
    [InlineData("1+", "")]
    [InlineData("1 ? 1 : ", "")]
    [InlineData("x.", "")]
    [InlineData("x | ", "")]
    [InlineData("x[", "]")]
    [InlineData("f (", ")")]
    [InlineData("$'{", "}'")]
    [InlineData("if 1;", "end;")]
    [InlineData("for x in y;", "end;")]
    [InlineData("func f;", "end;")]
    [InlineData("do;", "end;")]
    [InlineData("case 1; when 1;", "end;")]
    public void Deep_nesting_is_an_error_and_no_crash(string open, string close)
    {
        var code = new StringBuilder("{{ ").Insert(3, open, 20_000).Append(" x ").Insert(3 + (open.Length * 20_000) + 3, close, 20_000).Append(" }}").ToString();
        var errors = new TemplateRun(("page", code)).Compile(null).Errors;
        Assert.Contains(errors, error => error.Severity == TemplateSeverity.Error);
    }
}
