using System.CommandLine;
using StaticNews.Cli.Commands;

namespace StaticNews.Cli;

/// <summary>The command <c>staticnews</c>: its subcommands, and the one place where an exception of ours is caught.</summary>
internal static class CommandLine
{
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Shell shell)
    {
        var root = new RootCommand("Turns a folder of news articles into a static news site.")
        {
            BuildCommand.Create(shell),
            RenderCommand.Create(shell),
            RelatedCommand.Create(shell),
            NewCommand.Create(shell),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, shell);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = shell.Output,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
        {
            shell.Error.WriteLine("Stopped. The site stands as it was, but for the pages that were already renewed.");
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
        finally
        {
            shell.Output.Flush();
        }
    }

    private static int Refuse(ParseResult parsed, Shell shell)
    {
        foreach (var error in parsed.Errors)
        {
            shell.Error.WriteLine($"staticnews: {error.Message}");
        }

        shell.Error.WriteLine($"'staticnews {NameOf(parsed.CommandResult.Command)}--help' tells how it is used.");
        return ExitStatus.WrongUsage;
    }

    private static string NameOf(Command command) => command is RootCommand ? "" : $"{command.Name} ";
}
