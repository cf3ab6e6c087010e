using System.CommandLine;
using System.Globalization;
using StaticNews.Archive;
using StaticNews.Building;
using StaticNews.Cli.Reporting;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews related</c>: why an article's list is what it is.</summary>
internal static class RelatedCommand
{
    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The article's file: its path, or its path below content/.",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var site = SiteOptions.SiteOption();
        var asOf = SiteOptions.AsOf();
        var followLinks = SiteOptions.FollowLinks();
        var command = new Command("related", "Show the related list of one article, with its scores.")
        {
            file,
            site,
            asOf,
            followLinks,
        };
        SiteOptions.CheckEpoch(command, asOf, shell);
        command.SetAction(parsed =>
            Run(
                shell,
                new BuildOptions
                {
                    Site = parsed.GetValue(site)!,
                    Overrides = SiteOptions.Overrides(shell, null),
                    AsOf = SiteOptions.Now(shell, parsed.GetValue(asOf)),
                    FollowLinks = SiteOptions.FollowsLinks(shell, parsed.GetValue(followLinks)),
                },
                parsed.GetValue(file)!
            )
        );
        return command;
    }

    private static int Run(Shell shell, BuildOptions options, string file)
    {
        if (!SiteOptions.IsFolder(options.Site, shell))
        {
            return ExitStatus.WrongUsage;
        }

        var survey = Survey(shell, options);
        if (survey.Catalog is not { } catalog)
        {
            DiagnosticPrinter.Print(survey.Diagnostics, shell.Error);
            return ExitStatus.ContentErrors;
        }

        var below = BelowContent(options.Site, file);
        if ((survey.Find(file) ?? survey.Find(below)) is not { } article)
        {
            return Refuse(shell, survey, file, below);
        }

        Show(shell, survey, catalog, article);
        return ExitStatus.Done;
    }

    private static LoadedSite Survey(Shell shell, BuildOptions options)
    {
        using var progress = new ProgressLine(shell);
        return new SiteBuilder(options, progress).Survey(shell.Stop);
    }

    /// <summary>A path from where the person stands, as one from content/: a shell completes file names so.</summary>
    private static string BelowContent(string site, string file) =>
        Path.GetRelativePath(Path.GetFullPath(Path.Join(site, "content")), Path.GetFullPath(file)).Replace('\\', '/');

    private static int Refuse(Shell shell, LoadedSite survey, string file, string below)
    {
        string[] names = [file, SourcePath.Shown(file), SourcePath.Shown(below)];
        var own = survey
            .Diagnostics.Where(diagnostic => names.Contains(diagnostic.At.Path, StringComparer.Ordinal))
            .ToList();
        DiagnosticPrinter.Print(own, shell.Error);
        shell.Error.WriteLine($"staticnews: '{file}' is not an article of this site, or it cannot be built.");
        return own.Count > 0 ? ExitStatus.ContentErrors : ExitStatus.WrongUsage;
    }

    private static void Show(Shell shell, LoadedSite survey, Catalog catalog, int article)
    {
        shell.Output.WriteLine($"{catalog.Articles[article].Title} ({catalog.Articles[article].Path})");
        foreach (var entry in survey.Explain(article))
        {
            shell.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.Score, 8:F3}  {catalog.Articles[entry.Article].Title} "
                        + $"({catalog.Articles[entry.Article].Path})"
                )
            );
            foreach (var reason in entry.Reasons)
            {
                shell.Output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"          {reason.Points, 8:F3}  {reason.Text}")
                );
            }
        }
    }
}
