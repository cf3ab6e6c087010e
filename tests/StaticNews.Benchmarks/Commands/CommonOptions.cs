using System.CommandLine;

namespace StaticNews.Benchmarks.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<int> Articles() =>
        new("--articles")
        {
            Description = "How many.",
            HelpName = "N",
            DefaultValueFactory = _ => 1000,
        };

    public static Option<int> Seed() =>
        new("--seed")
        {
            Description = "Another seed, another archive.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };

    public static Option<string> Scratch() =>
        new("--scratch")
        {
            Description =
                "Where sites are laid out and built. In memory (/dev/shm) the disk is not measured. Default: the "
                + "system's folder for temporary files.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.GetTempPath(),
        };

    public static Option<int> Threads() =>
        new("--threads")
        {
            Description = "Workers. Default: one a processor.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };

    public static Option<int> Runs() =>
        new("--runs")
        {
            Description = "The median of this many is shown.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };

    public static Option<string> Command() =>
        new("--command")
        {
            Description = "staticnews.dll, built with -c Release, or the published program.",
            HelpName = "PATH",
            Required = true,
        };
}
