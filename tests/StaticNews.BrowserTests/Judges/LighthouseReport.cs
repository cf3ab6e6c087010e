using System.Text.Json;

namespace StaticNews.BrowserTests.Judges;

/// <summary>What Lighthouse says of one page.</summary>
/// <param name="Shortfalls">Each category below 100, with the audits that cost it points; empty where all is well.</param>
internal sealed record LighthouseReport(IReadOnlyList<string> Shortfalls)
{
    /// <summary>Asks Lighthouse as it comes, a phone on a slow line (simulated). The report is kept among the test results.</summary>
    /// <param name="name">Of the report's file, without its ending.</param>
    /// <param name="indexed">A page that asks search engines to leave it out is not marked down for that.</param>
    public static async Task<LighthouseReport> OfAsync(Uri page, string name, bool indexed)
    {
        var file = Repository.Result("lighthouse", $"{name}.json");
        string[] skipped = indexed ? [] : ["--skip-audits=is-crawlable"];
        string[] arguments =
        [
            Bench.PathOf(Judge.Lighthouse), page.AbsoluteUri, "--output=json", $"--output-path={file}", "--quiet", "--no-enable-error-reporting",
            $"--chrome-flags=--headless {string.Join(' ', Browsing.Chromium.Flags)}", .. skipped,
        ];
        var run = await ToolRun.OfAsync(Bench.Program("node"), arguments, new Dictionary<string, string> { ["CHROME_PATH"] = Bench.PathOf(Judge.Chromium) });
        Assert.True(run.Status == 0, $"Lighthouse did not run: {run.Error}");

        using var said = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return new LighthouseReport(Below100(said.RootElement).ToList());
    }

    private static IEnumerable<string> Below100(JsonElement report)
    {
        var audits = report.GetProperty("audits");
        foreach (var category in report.GetProperty("categories").EnumerateObject().Select(each => each.Value))
        {
            if (Score(category) is var score and (null or < 1))
            {
                var causes = category.GetProperty("auditRefs").EnumerateArray()
                    .Where(reference => reference.GetProperty("weight").GetDouble() > 0)
                    .Select(reference => audits.GetProperty(reference.GetProperty("id").GetString()!))
                    .Where(audit => Score(audit) < 1)
                    .Select(audit => $"{audit.GetProperty("id").GetString()} {Value(audit)}");
                yield return FormattableString.Invariant($"{category.GetProperty("id").GetString()} {score * 100:0}: {string.Join(", ", causes)}");
            }
        }
    }

    private static double? Score(JsonElement rated) => rated.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : null;

    private static string Value(JsonElement audit) => audit.TryGetProperty("displayValue", out var shown) ? shown.GetString()! : audit.GetProperty("title").GetString()!;
}
