using System.Globalization;
using StaticNews.Cli;
using StaticNews.Output;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

/// <summary>One call of the command in this process: what it said and how it ended.</summary>
internal sealed record CommandRun(int Status, string Output, string Error)
{
    public static CommandRun Of(params string[] arguments) => With([], arguments);

    public static CommandRun With(Dictionary<string, string> variables, params string[] arguments) =>
        With(variables, CancellationToken.None, arguments);

    public static CommandRun With(
        Dictionary<string, string> variables,
        CancellationToken stop,
        params string[] arguments
    )
    {
        // The files of a test are younger than the day on which it plays.
        variables.TryAdd("SOURCE_DATE_EPOCH", TestSite.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return At(TestSite.Now, variables, stop, arguments);
    }

    /// <param name="clock">What the machine's clock says.</param>
    public static CommandRun At(
        DateTimeOffset clock,
        Dictionary<string, string> variables,
        CancellationToken stop,
        params string[] arguments
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        variables.TryAdd(StateKey.Variable, TestKey.Secret);
        var shell = new Shell(output, error, Columns: 0, variables, new FixedClock(clock), stop);
        var status = CommandLine.Run(arguments, shell);
        return new CommandRun(status, output.ToString(), error.ToString());
    }

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
