using System.CommandLine;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Commands;

/// <summary><c>floor</c>: what the machine itself needs for a site.</summary>
internal static class FloorCommand
{
    public static Command Create()
    {
        var content = new Argument<string>("CONTENT") { Description = "The folder with the sources." };
        var built = new Argument<string>("OUTPUT")
        {
            Description = "What a build made of them; as many files of the same sizes are written.",
        };
        var scratch = CommonOptions.Scratch();
        var threads = CommonOptions.Threads();
        var command = new Command(
            "floor",
            "Read every source, run Markdig over every body, write as much as a build did, and nothing else."
        )
        {
            content,
            built,
            scratch,
            threads,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(content)!,
                parsed.GetValue(built)!,
                parsed.GetValue(scratch)!,
                parsed.GetValue(threads),
                parsed.InvocationConfiguration.Output
            )
        );
        return command;
    }

    private static int Run(string content, string built, string scratch, int threads, TextWriter output)
    {
        var folder = Directory
            .CreateDirectory(Path.Combine(scratch, $"staticnews-floor-{Environment.ProcessId}"))
            .FullName;
        try
        {
            output.WriteLine(new FloorWork(content, built, folder, threads).Run());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
