namespace StaticNews.Cli;

/// <summary>The world around the command, so that a test can be one.</summary>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: progress and messages.</param>
/// <param name="Columns">The width of the terminal that <paramref name="Error"/> is, in columns. It is 0 where it is no terminal: then no progress is shown.</param>
/// <param name="Variables">Environment variables.</param>
/// <param name="Clock">Read once a command, and only where no <c>--as-of</c> or SOURCE_DATE_EPOCH is given.</param>
/// <param name="Stop">Cancelled by Ctrl-C or a request to end.</param>
internal sealed record Shell(
    TextWriter Output,
    TextWriter Error,
    int Columns,
    IReadOnlyDictionary<string, string> Variables,
    TimeProvider Clock,
    CancellationToken Stop);
