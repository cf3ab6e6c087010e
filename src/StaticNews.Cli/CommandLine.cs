using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;
using StaticNews.Cli.Commands;
using StaticNews.Diagnostics;

namespace StaticNews.Cli;

/// <summary>
/// The command <c>staticnews</c>: its subcommands, and the one place where an exception of ours is caught.
/// </summary>
internal static class CommandLine
{
    /// <summary>A word that begins with '@' is a headline or a path, not a file with more arguments.</summary>
    private static readonly ParserConfiguration AsWritten = new() { ResponseFileTokenReplacer = null };

    /// <summary>
    /// Results reach standard output in one piece at the end, so that there is one place where that can fail.
    /// </summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Shell shell)
    {
        using var results = new StringWriter(CultureInfo.InvariantCulture) { NewLine = shell.Output.NewLine };
        var status = Invoke(arguments, shell with { Output = results });
        try
        {
            shell.Output.Write(results.GetStringBuilder());
            shell.Output.Flush();
            return status;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine($"staticnews: cannot write to standard output: {fault.Message}");
            return status == ExitStatus.Done ? ExitStatus.ContentErrors : status;
        }
    }

    private static int Invoke(IReadOnlyList<string> arguments, Shell shell)
    {
        try
        {
            var parsed = Commands(shell).Parse(arguments, AsWritten);
            return parsed.Errors.Count > 0 || Misspelt(parsed).Any()
                ? Refuse(parsed, shell)
                : parsed.Invoke(
                    new InvocationConfiguration
                    {
                        Output = shell.Output,
                        Error = shell.Error,
                        EnableDefaultExceptionHandler = false,
                        ProcessTerminationTimeout = null,
                    }
                );
        }
        catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
        {
            shell.Error.WriteLine(
                "Stopped. Pages that were already written are up to date; all other files are unchanged."
            );
            return ExitStatus.Cancelled;
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, it is a bug of ours and is said so.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            shell.Error.WriteLine("This is a bug in StaticNews, not in your site. Please report it with these lines:");
            shell.Error.WriteLine(bug);
            return ExitStatus.Bug;
        }
    }

    private static RootCommand Commands(Shell shell) =>
        new("Turns a folder of news articles into a static news site.")
        {
            BuildCommand.Create(shell),
            RenderCommand.Create(shell),
            RelatedCommand.Create(shell),
            TemplatesCommand.Create(shell),
            NewCommand.Create(shell),
        };

    private static int Refuse(ParseResult parsed, Shell shell)
    {
        var command = parsed.CommandResult.Command;
        var misspelt = Misspelt(parsed).ToList();
        var messages =
            misspelt.Count > 0 ? misspelt.Select(word => Unknown(word, command))
            : parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens.Select(word => Unknown(word, command))
            : parsed.Errors.Select(error => error.Message);
        foreach (var message in messages.Distinct(StringComparer.Ordinal))
        {
            shell.Error.WriteLine($"staticnews: {message}");
        }

        shell.Error.WriteLine($"Run 'staticnews {NameOf(parsed.CommandResult)}--help' for help.");
        return ExitStatus.WrongUsage;
    }

    /// <summary>
    /// Words that look like an option and were taken for an argument, as in <c>build --ouput x</c>. The text after
    /// <c>--</c> is meant as it is; a headline such as "-5 degrees" looks like no option.
    /// </summary>
    private static IEnumerable<string> Misspelt(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value.Split('=')[0])
                .Where(word =>
                    word.Length > 1
                    && word[0] == '-'
                    && char.IsAsciiLetter(word.TrimStart('-').FirstOrDefault())
                    && !word.Contains(' ', StringComparison.Ordinal)
                );

    private static string Unknown(string word, Command command)
    {
        if (word.StartsWith('-'))
        {
            return $"there is no option '{word}'{DidYouMean(word, command.Options)}";
        }

        return command.Subcommands.Count > 0
            ? $"there is no command '{word}'{DidYouMean(word, command.Subcommands)}"
            : $"'{word}' is an argument too many for '{command.Name}'; put quotes around a text with spaces.";
    }

    private static string DidYouMean(string word, IEnumerable<Symbol> known) =>
        SpellingSuggestion.Nearest(word, known.Select(symbol => symbol.Name)) is { } near
            ? $"; did you mean '{near}'?"
            : ".";

    /// <summary>The words after <c>staticnews</c> that lead to a command, each with a space behind it.</summary>
    private static string NameOf(SymbolResult result) =>
        result is CommandResult { Parent: CommandResult parent } own ? $"{NameOf(parent)}{own.Command.Name} " : "";
}

/// <summary>The exit codes of the command.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>The content has errors, or warnings with <c>--strict</c>.</summary>
    public const int ContentErrors = 1;

    public const int WrongUsage = 2;

    /// <summary>EX_SOFTWARE of sysexits(3): a bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Cancelled = 130;
}

/// <summary>Turns Ctrl-C and a polite kill into a cancellation: the build then stops between two files.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // A second one ends the process at once: a user who asks twice does not want to wait.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}

/// <summary>The world around the command, so that a test can be one.</summary>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: progress and messages.</param>
/// <param name="Columns">
/// The width of the terminal that <paramref name="Error"/> is, in columns. It is 0 where it is no terminal: then no
/// progress is shown.
/// </param>
/// <param name="Variables">Environment variables.</param>
/// <param name="Clock">Read once a command, and only where no <c>--as-of</c> or SOURCE_DATE_EPOCH is given.</param>
/// <param name="Stop">Cancelled by Ctrl-C or a request to end.</param>
internal sealed record Shell(
    TextWriter Output,
    TextWriter Error,
    int Columns,
    IReadOnlyDictionary<string, string> Variables,
    TimeProvider Clock,
    CancellationToken Stop
);
