using System.CommandLine;
using System.Globalization;
using StaticNews.Cli.Reporting;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews related</c>: why an article's list is what it is.</summary>
internal static class RelatedCommand
{
    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The article's file: its path, or its path below content/." };
        var site = new Option<string>("--site") { Description = "The site's folder.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var asOf = SiteOptions.AsOf();
        var command = new Command("related", "Show the related list of one article, with its scores.") { file, site, asOf };
        command.SetAction(parsed => Run(
            shell,
            new BuildOptions
            {
                Site = parsed.GetValue(site)!,
                Overrides = SiteOptions.Overrides(shell, null),
                AsOf = SiteOptions.Now(shell, parsed.GetValue(asOf)),
            },
            parsed.GetValue(file)!));
        return command;
    }

    private static int Run(Shell shell, BuildOptions options, string file)
    {
        var survey = new SiteBuilder(options, ProgressLine.Create(shell)).Survey(shell.Stop);
        if (survey.Catalog is not { } catalog)
        {
            DiagnosticPrinter.Print(survey.Diagnostics, shell.Error);
            return ExitStatus.ContentErrors;
        }

        if (survey.Find(file) is not { } article)
        {
            var own = survey.Diagnostics.Where(diagnostic => diagnostic.At.Path.EndsWith(file, StringComparison.Ordinal)).ToList();
            DiagnosticPrinter.Print(own, shell.Error);
            shell.Error.WriteLine($"staticnews: '{file}' is no article of this site.");
            return own.Count > 0 ? ExitStatus.ContentErrors : ExitStatus.WrongUsage;
        }

        shell.Output.WriteLine($"{catalog.Articles[article].Title} ({catalog.Articles[article].Path})");
        foreach (var entry in survey.Explain(article))
        {
            shell.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Score,8:F3}  {catalog.Articles[entry.Article].Title} ({catalog.Articles[entry.Article].Path})"));
            foreach (var reason in entry.Reasons)
            {
                shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          {reason.Points,8:F3}  {reason.Text}"));
            }
        }

        return ExitStatus.Done;
    }
}
