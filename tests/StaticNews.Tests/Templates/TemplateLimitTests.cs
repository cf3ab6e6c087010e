using System.Buffers;
using System.Diagnostics;
using System.Text;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Tests.Templates;

/// <summary>
/// Templates that would run, grow or nest without end. They run alone: what other tests do would count as their time.
/// </summary>
[CollectionDefinition(nameof(TemplateLimitTests), DisableParallelization = true)]
[Collection(nameof(TemplateLimitTests))]
public sealed class TemplateLimitTests
{
    private const int MaxAttempts = 3;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private static readonly TemplateLimits Tight = new(1000, 100, 100_000, 10_000, TimeSpan.FromMilliseconds(200));

    [Theory]
    [InlineData("{{ while true }}{{ end }}", "page:1:4 SN3315")]
    [InlineData("{{ for i in 1..500 }}{{ for j in 1..500 }}{{ end }}{{ end }}", "page:1:25 SN3315")]
    [InlineData("{{ for i in 1..1000000000 }}{{ end }}", "page:1:14 SN3314")]
    [InlineData("{{ func f; f; end }}{{ f }}", "page:1:12 SN3316")]
    [InlineData("{{ func f(x); f (x + 1); end }}{{ f 1 }}", "page:1:15 SN3316")]
    [InlineData("{{ include 'page' }}", "page:1:4 SN3316")]
    [InlineData("{{ 'page' | include }}", "page:1:4 SN3316", "page:1:13 SN3316")]
    [InlineData("{{ x = 'aaaaaaaaaa'; while true; x = x + x; end }}", "page:1:38 SN3302")]
    [InlineData(
        "{{ capture x }}{{ for i in 1..900 }}0123456789{{ end }}{{ end }}{{ for i in 1..90 }}{{ x }}{{ end }}",
        "page:1:88 SN3301",
        "page:1:83 SN3301"
    )]
    [InlineData("{{ x = 3; while true; x = x * x; end }}", "page:1:27 SN3306")]
    [InlineData("{{ x = []; x[900000000] = 1 }}", "page:1:14 SN3315")]
    [InlineData("{{ x = []; x[0] = x; x }}", "page:1:22 SN3303", "page:1:1 SN3303")]
    [InlineData("{{ x = []; x[0] = x; x | object.to_json }}", "page:1:26 SN3224")]
    [InlineData("{{ x = [1]; while true; x = x + x; end }}", "page:1:13 SN3315")]
    [InlineData("{{ x = 'aaaaaaaaaa'; for i in 1..9; x = x | string.replace 'a' x; end }}", "page:1:45 SN3302")]
    [InlineData("{{ string.pad_left 'a' 2147483647 }}", "page:1:4 SN3302", "page:1:24 SN3302")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' | array.size }}", "")]
    public void Every_rendering_ends(string template, string expected, string? expectedOfStock = null)
    {
        var (page, stock) = (
            TemplateOptions.Html with
            {
                Limits = Tight,
            },
            TemplateOptions.Stock with
            {
                Limits = Tight,
            }
        );
        Assert.StartsWith(expected, EndOf(template, page), StringComparison.Ordinal);
        Assert.StartsWith(expectedOfStock ?? expected, EndOf(template, stock), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ s = 'x | object.eval'; x = s; s | object.eval }}", "page:1:34 SN3316")]
    [InlineData("{{ f = do; ret '{{ 1' | object.eval_template; end; f }}", "")]
    public void A_text_that_is_evaluated_ends_in_stock_mode(string template, string expected) =>
        Assert.StartsWith(
            expected,
            EndOf(template, TemplateOptions.Stock with { Limits = Tight }),
            StringComparison.Ordinal
        );

    /// <summary>With the limits that pages and stock mode have.</summary>
    [SlowTheory]
    [InlineData("{{ func f(n); if n > 0; f (n - 1); f (n - 1); end; end }}{{ f 40 }}", "SN3330")]
    [InlineData("{{ func f(n); if n > 0; ret (f (n - 1)) + (f (n - 1)); end; ret 'a'; end }}{{ f 40 }}", "SN3330")]
    [InlineData("{{ x = [1]; for i in 1..60; x = [x, x]; end }}{{ x }}", "SN3303")]
    [InlineData("{{ x = [1]; y = [1]; for i in 1..60; x = [x, x]; y = [y, y]; end }}{{ x == y }}", "SN3303")]
    [InlineData("{{ x = [1]; for i in 1..60; x = [x, x]; end }}{{ x | object.to_json }}", "SN3302")]
    [InlineData("{{ x = [1]; for i in 1..60; x = [x, x]; end }}{{ x | array.join ',' }}", "SN3303")]
    [InlineData(
        "{{ x = 'a' }}{{ for i in 1..60 }}{{ capture y }}{{ x }}{{ x }}{{ end }}{{ x = y }}{{ end }}{{ x }}",
        "SN3301",
        "SN3302"
    )]
    [InlineData("{{ 'a' * 1000000000 }}", "SN3302")]
    [InlineData("{{ x = 1..1000000000; x }}", "SN3314")]
    [InlineData("{{ 1..1000000000 | array.size }}", "SN3314")]
    [InlineData("{{ x = 'a,' * 500000; for i in 1..100000; y = x | string.md5; end }}", "SN3330", "SN3314")]
    [InlineData("{{ x = ' ' * 1000000; for i in 1..100000; y = x | string.whitespace; end }}", "SN3330", "SN3314")]
    [InlineData("{{ x = 1..100000; for i in 1..10000; y = x | array.last; end }}", "SN3330", "SN3314")]
    [InlineData("{{ x = '&' * 3000000; for i in 1..3000; y = x | html.escape; end }}", "SN3330", "SN3302")]
    [InlineData(
        "{{ capture x }}{{ 'a' * 1000000 }}{{ end }}{{ for i in 1..3000; y = x + 'b'; end }}",
        "SN3330",
        "SN3314"
    )]
    public void Every_program_that_grows_ends_within_seconds(
        string template,
        string expected,
        string? expectedOfStock = null
    )
    {
        Assert.Contains(expected, TimedEndOf(template, TemplateOptions.Html), StringComparison.Ordinal);
        Assert.Contains(
            expectedOfStock ?? expected,
            TimedEndOf(template, TemplateOptions.Stock),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{ if ")]
    [InlineData("{{ f ")]
    [InlineData("{{ end }}")]
    [InlineData("{{ a b c | }}")]
    public void A_text_of_nothing_but_mistakes_is_told_of_within_bounds(string mistake)
    {
        var run = new TemplateRun(("page", new StringBuilder().Insert(0, mistake, 10_000).ToString()));
        foreach (var options in new[] { TemplateOptions.Html, TemplateOptions.Stock })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.InRange(run.Compile(null, options).Errors.Count, 1, 200);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 30);
        }
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
        var code = new StringBuilder("{{ ")
            .Insert(3, open, 20_000)
            .Append(" x ")
            .Insert(3 + (open.Length * 20_000) + 3, close, 20_000)
            .Append(" }}")
            .ToString();
        foreach (var options in new[] { TemplateOptions.Html, TemplateOptions.Stock })
        {
            var errors = new TemplateRun(("page", code)).Compile(null, options).Errors;
            Assert.Contains(errors, error => error.Severity == TemplateSeverity.Error);
        }
    }

    /// <summary>How a rendering ended: empty when with a page.</summary>
    private static string EndOf(string template, TemplateOptions options)
    {
        var result = new TemplateRun(("page", template)).Compile(null, options);
        Assert.Empty(result.Errors);
        var error = result.Template!.Render(null, new ArrayBufferWriter<byte>());
        return error is null ? "" : TemplateRun.Describe(error);
    }

    // A machine that is busy with something else makes any template slow once; one that is slow itself is slow each
    // time.
    private static string TimedEndOf(string template, TemplateOptions options)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (started, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var end = EndOf(template, options);
            var isInTime =
                Stopwatch.GetElapsedTime(started) <= MaxTime || Environment.CpuUsage.TotalTime - worked <= MaxTime;
            Assert.True(isInTime || attempt < MaxAttempts, "It takes too long.");
            if (isInTime)
                return end;
        }
    }
}
