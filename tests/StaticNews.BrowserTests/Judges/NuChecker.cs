using System.Text.Json;

namespace StaticNews.BrowserTests.Judges;

/// <summary>The Nu HTML checker, one run for a folder.</summary>
internal static class NuChecker
{
    /// <summary>
    /// Errors and warnings, each with file and line. What it calls "info" and no warning is advice on style, such as a needless slash in a void element, and is left to taste.
    /// </summary>
    public static async Task<string[]> ComplaintsAsync(string folder)
    {
        string[] arguments = ["-Xmx512m", "-jar", Bench.PathOf(Judge.NuChecker), "--format", "json", "--exit-zero-always", "--skip-non-html", folder];
        var run = await ToolRun.OfAsync(Bench.Program("java"), arguments);
        await File.WriteAllTextAsync(Repository.Result("html", "nu-checker.json"), run.Error);
        Assert.True(run.Status == 0 && run.Error.StartsWith('{'), $"the checker did not run: {run.Error}");

        using var said = JsonDocument.Parse(run.Error);
        return said.RootElement.GetProperty("messages").EnumerateArray().Where(IsComplaint).Select(message => Line(message, folder)).ToArray();
    }

    private static bool IsComplaint(JsonElement message) => Text(message, "type") is not "info" || Text(message, "subType") is "warning";

    private static string Line(JsonElement message, string folder)
    {
        var file = Path.GetRelativePath(folder, new Uri(Text(message, "url")).LocalPath);
        var line = message.TryGetProperty("lastLine", out var last) ? last.GetInt32() : 0;
        return $"{file}:{line}: {Text(message, "type")}: {Text(message, "message")} | {Text(message, "extract").ReplaceLineEndings(" ")}";
    }

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
