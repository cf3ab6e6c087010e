namespace StaticNews.Cli;

/// <summary>The world around the command, so that a test can be one.</summary>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: progress and messages.</param>
/// <param name="IsTerminal">Whether <paramref name="Error"/> is one: only then is progress shown.</param>
/// <param name="Variables">Environment variables.</param>
/// <param name="Clock">Read once a command, and only where no <c>--as-of</c> or SOURCE_DATE_EPOCH is given.</param>
/// <param name="Stop">Cancelled by Ctrl-C or a request to end.</param>
internal sealed record Shell(
    TextWriter Output,
    TextWriter Error,
    bool IsTerminal,
    IReadOnlyDictionary<string, string> Variables,
    TimeProvider Clock,
    CancellationToken Stop);
