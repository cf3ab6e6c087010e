namespace StaticNews.BrowserTests.Checkers;

/// <summary>
/// Finds the browsers and checkers on this machine. Their tests run with <c>BROWSERTESTS_JUDGES=available</c>, where a
/// program that is missing makes a skipped test with a reason, and with <c>BROWSERTESTS_JUDGES=required</c> (continuous
/// integration), where it makes a failure.
/// </summary>
internal static class CheckerPrograms
{
    private const string Variable = "BROWSERTESTS_JUDGES";

    private const string ByNpm = "'npm ci' in tests/StaticNews.BrowserTests";

    /// <summary>Why a test that needs these is skipped; null where it is to run.</summary>
    public static string? WhySkipped(IEnumerable<Checker> checkers) =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            "required" => null,
            "available" => checkers.Select(Missing).FirstOrDefault(reason => reason is not null),
            _ => $"takes minutes; {Variable}=available runs it where the programs are installed",
        };

    /// <summary>The program or, where it needs another to run it (java, node, a page), its file.</summary>
    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static string PathOf(Checker checker) =>
        Missing(checker) is { } reason ? throw new InvalidOperationException(reason) : Find(checker)!;

    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static string Program(string name) =>
        OnPath(name) ?? throw new InvalidOperationException($"needs {name}, which is not on the path");

    private static string? Missing(Checker checker) =>
        checker switch
        {
            _ when Find(checker) is null => $"needs {Name(checker)}",
            Checker.NuChecker when OnPath("java") is null =>
                "needs Java to run the Nu HTML checker (Debian: default-jre-headless)",
            Checker.Lighthouse when OnPath("node") is null => "needs Node.js to run Lighthouse (Debian: nodejs)",
            _ => null,
        };

    private static string Name(Checker checker) =>
        checker switch
        {
            Checker.Chromium => "Chromium at /usr/bin/chromium or where the variable CHROMIUM says (Debian: chromium)",
            Checker.Axe => $"axe-core: {ByNpm}",
            Checker.NuChecker => $"the Nu HTML checker: {ByNpm}",
            Checker.Lighthouse => $"Lighthouse: {ByNpm}",
            Checker.W3m => "w3m (Debian: w3m)",
            Checker.Lynx => "lynx (Debian: lynx)",
            _ => throw new ArgumentOutOfRangeException(nameof(checker), checker, "a checker without a name"),
        };

    private static string? Find(Checker checker) =>
        checker switch
        {
            Checker.Chromium => IfThere(
                Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium"
            ),
            Checker.Axe => FromNpm("axe-core", "axe.min.js"),
            Checker.NuChecker => FromNpm("vnu-jar", "build", "dist", "vnu.jar"),
            Checker.Lighthouse => FromNpm("lighthouse", "cli", "index.js"),
            Checker.W3m => OnPath("w3m"),
            Checker.Lynx => OnPath("lynx"),
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
