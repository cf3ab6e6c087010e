using System.Diagnostics;
using System.Text;

namespace StaticNews.BrowserTests;

/// <summary>One call of another program: what it said and how it ended.</summary>
internal sealed record ToolRun(int Status, string Output, string Error)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <exception cref="TimeoutException">It took more than five minutes, and was ended.</exception>
    public static async Task<ToolRun> OfAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeLimit);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{Path.GetFileName(program)} took more than {TimeLimit.TotalMinutes} minutes",
                exception
            );
        }
    }
}
