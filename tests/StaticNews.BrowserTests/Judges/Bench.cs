namespace StaticNews.BrowserTests.Judges;

/// <summary>
/// Finds the browsers and checkers on this machine. Their tests run with <c>BROWSERTESTS_JUDGES=available</c>, where a
/// program that is missing makes a skipped test with a reason, and with <c>BROWSERTESTS_JUDGES=required</c> (continuous
/// integration), where it makes a failure.
/// </summary>
internal static class Bench
{
    private const string Variable = "BROWSERTESTS_JUDGES";

    private const string ByNpm = "'npm ci' in tests/StaticNews.BrowserTests";

    /// <summary>Why a test that needs these is skipped; null where it is to run.</summary>
    public static string? WhySkipped(IEnumerable<Judge> judges) =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            "required" => null,
            "available" => judges.Select(Missing).FirstOrDefault(reason => reason is not null),
            _ => $"takes minutes; {Variable}=available runs it where the programs are installed",
        };

    /// <summary>The program or, where it needs another to run it (java, node, a page), its file.</summary>
    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static string PathOf(Judge judge) =>
        Missing(judge) is { } reason ? throw new InvalidOperationException(reason) : Find(judge)!;

    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static string Program(string name) =>
        OnPath(name) ?? throw new InvalidOperationException($"needs {name}, which is not on the path");

    private static string? Missing(Judge judge) =>
        judge switch
        {
            _ when Find(judge) is null => $"needs {Name(judge)}",
            Judge.NuChecker when OnPath("java") is null =>
                "needs Java to run the Nu HTML checker (Debian: default-jre-headless)",
            Judge.Lighthouse when OnPath("node") is null => "needs Node.js to run Lighthouse (Debian: nodejs)",
            _ => null,
        };

    private static string Name(Judge judge) =>
        judge switch
        {
            Judge.Chromium => "Chromium at /usr/bin/chromium or where the variable CHROMIUM says (Debian: chromium)",
            Judge.Axe => $"axe-core: {ByNpm}",
            Judge.NuChecker => $"the Nu HTML checker: {ByNpm}",
            Judge.Lighthouse => $"Lighthouse: {ByNpm}",
            Judge.W3m => "w3m (Debian: w3m)",
            Judge.Lynx => "lynx (Debian: lynx)",
            _ => throw new ArgumentOutOfRangeException(nameof(judge), judge, "a judge without a name"),
        };

    private static string? Find(Judge judge) =>
        judge switch
        {
            Judge.Chromium => IfThere(
                Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium"
            ),
            Judge.Axe => FromNpm("axe-core", "axe.min.js"),
            Judge.NuChecker => FromNpm("vnu-jar", "build", "dist", "vnu.jar"),
            Judge.Lighthouse => FromNpm("lighthouse", "cli", "index.js"),
            Judge.W3m => OnPath("w3m"),
            Judge.Lynx => OnPath("lynx"),
            _ => null,
        };

    private static string? FromNpm(params string[] parts) =>
        IfThere(Path.Join([Repository.Project, "node_modules", .. parts]));

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Join(folder, program), Path.Join(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);

    private static string? IfThere(string path) => File.Exists(path) ? path : null;
}
