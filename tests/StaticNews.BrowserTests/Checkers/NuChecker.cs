using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests.Checkers;

/// <summary>
/// The Nu HTML checker, one run for every page of a site as it is served: a policy that allows a page's own host can be
/// judged in no other way.
/// </summary>
internal static class NuChecker
{
    /// <summary>
    /// Errors and warnings, each with address and line. What it calls "info" and no warning is advice on style, such as
    /// a needless slash in a void element, and is left to taste.
    /// </summary>
    public static async Task<string[]> ComplaintsAsync(SampleSite site)
    {
        var pages = Directory
            .EnumerateFiles(site.Folder, "*.html", SearchOption.AllDirectories)
            .Select(file =>
                new Uri(site.Address, Path.GetRelativePath(site.Folder, file).Replace('\\', '/')).AbsoluteUri
            )
            .Order(StringComparer.Ordinal);
        string[] arguments =
        [
            "-Xmx512m",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            CheckerPrograms.PathOf(Checker.NuChecker),
            "--format",
            "json",
            "--exit-zero-always",
            .. pages,
        ];
        var run = await ToolRun.OfAsync(CheckerPrograms.Program("java"), arguments);
        await File.WriteAllTextAsync(Repository.Result("html", "nu-checker.json"), run.Error);
        Assert.True(run.Status == 0 && run.Error.StartsWith('{'), $"the checker did not run: {run.Error}");

        using var said = JsonDocument.Parse(run.Error);
        return said
            .RootElement.GetProperty("messages")
            .EnumerateArray()
            .Where(message => IsComplaint(message) && !IsOfAStyleInPieces(message, site))
            .Select(Line)
            .ToArray();
    }

    private static bool IsComplaint(JsonElement message) =>
        Text(message, "type") is not "info" || Text(message, "subType") is "warning";

    /// <summary>
    /// The checker hashes a style element by the pieces in which it read it, so that any longer one "violates" a policy
    /// with its hash. Whether the hash is right is therefore looked at here.
    /// </summary>
    private static bool IsOfAStyleInPieces(JsonElement message, SampleSite site)
    {
        if (
            !Text(message, "message")
                .StartsWith("Inline style violates Content Security Policy", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var html = File.ReadAllText(
            Path.Join(site.Folder, Uri.UnescapeDataString(new Uri(Text(message, "url")).AbsolutePath))
        );
        var style = html.Split("<style>")[1].Split("</style>")[0];
        return html[..html.IndexOf("<style>", StringComparison.Ordinal)]
            .Contains(
                $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}",
                StringComparison.Ordinal
            );
    }

    private static string Line(JsonElement message)
    {
        var line = message.TryGetProperty("lastLine", out var last) ? last.GetInt32() : 0;
        return $"{Text(message, "url")}:{line}: {Text(message, "type")}: {Text(message, "message")} | "
            + $"{Text(message, "extract").ReplaceLineEndings(" ")}";
    }

    private static string Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
