using System.Text.Json;

namespace StaticNews.BrowserTests.Checkers;

/// <summary>What Lighthouse says of one page.</summary>
/// <param name="Shortfalls">By category below 100 the audits that cost it points; empty where all is well.</param>
internal sealed record LighthouseReport(IReadOnlyDictionary<string, string> Shortfalls)
{
    /// <summary>
    /// Without a screen, a browser that has just started paints once a second, and a page would be blamed for the wait.
    /// </summary>
    private const string AtOnce = "--run-all-compositor-stages-before-draw --disable-features=PaintHolding";

    /// <summary>
    /// A browser on a busy machine now and then paints nothing before Lighthouse loses patience, which says nothing of
    /// the page.
    /// </summary>
    private const int MostRestarts = 2;

    /// <summary>
    /// What neither of two reports grants: what a machine that is busy elsewhere costs a page is not the page's fault.
    /// </summary>
    public LighthouseReport Best(LighthouseReport other) =>
        new(
            other
                .Shortfalls.Where(shortfall => Shortfalls.ContainsKey(shortfall.Key))
                .ToDictionary(StringComparer.Ordinal)
        );

    /// <summary>
    /// Asks Lighthouse for a phone on a slow line (simulated). The report is kept among the test results.
    /// </summary>
    /// <param name="name">Of the report's file, without its ending.</param>
    /// <param name="slowdown">
    /// By how much this machine's processor is taken to be faster than the phone's; Lighthouse's own default is 4.
    /// </param>
    /// <param name="waived">Audits that ask for what the page must not do.</param>
    public static async Task<LighthouseReport> OfAsync(
        Uri page,
        string name,
        int slowdown,
        IReadOnlyCollection<string> waived
    )
    {
        var file = Repository.Result("lighthouse", $"{name}.json");
        string[] skipped = waived.Count == 0 ? [] : [$"--skip-audits={string.Join(',', waived)}"];
        string[] arguments =
        [
            CheckerPrograms.PathOf(Checker.Lighthouse),
            page.AbsoluteUri,
            "--output=json",
            $"--output-path={file}",
            "--quiet",
            "--no-enable-error-reporting",
            FormattableString.Invariant($"--throttling.cpuSlowdownMultiplier={slowdown}"),
            $"--chrome-flags=--headless {string.Join(' ', Browsing.Chromium.Flags)} {AtOnce}",
            .. skipped,
        ];
        var run = await RunAsync(arguments);
        for (var again = 0; again < MostRestarts && run.Status != 0; again++)
        {
            run = await RunAsync(arguments);
        }

        Assert.True(run.Status == 0, $"Lighthouse did not run: {run.Error}");

        using var said = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return new LighthouseReport(Below100(said.RootElement).ToDictionary(StringComparer.Ordinal));
    }

    private static Task<ToolRun> RunAsync(string[] arguments) =>
        ToolRun.OfAsync(
            CheckerPrograms.Program("node"),
            arguments,
            new Dictionary<string, string> { ["CHROME_PATH"] = CheckerPrograms.PathOf(Checker.Chromium) }
        );

    private static IEnumerable<KeyValuePair<string, string>> Below100(JsonElement report)
    {
        var audits = report.GetProperty("audits");
        foreach (var category in report.GetProperty("categories").EnumerateObject().Select(each => each.Value))
        {
            if (Score(category) is var score and (null or < 1))
            {
                var causes = category
                    .GetProperty("auditRefs")
                    .EnumerateArray()
                    .Where(reference => reference.GetProperty("weight").GetDouble() > 0)
                    .Select(reference => audits.GetProperty(reference.GetProperty("id").GetString()!))
                    .Where(audit => Score(audit) < 1)
                    .Select(audit => $"{audit.GetProperty("id").GetString()} {Value(audit)}");
                yield return new(
                    category.GetProperty("id").GetString()!,
                    FormattableString.Invariant($"{score * 100:0}: {string.Join(", ", causes)}")
                );
            }
        }
    }

    private static double? Score(JsonElement rated) =>
        rated.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : null;

    private static string Value(JsonElement audit) =>
        audit.TryGetProperty("displayValue", out var shown)
            ? shown.GetString()!
            : audit.GetProperty("title").GetString()!;
}
