using System.CommandLine;
using NodaTime;
using StaticNews.Building;
using StaticNews.Cli.Reporting;
using StaticNews.Diagnostics;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews new site</c> and <c>staticnews new article</c>: a start that builds at once.</summary>
internal static class NewCommand
{
    public static Command Create(Shell shell) =>
        new("new", "Start a site or an article.") { Site(shell), Article(shell) };

    private static Command Site(Shell shell)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A folder that does not exist yet, or is empty.",
            Validators = { SiteOptions.RefuseEmpty },
        };
        var command = new Command("site", "Create a small site that is ready to be built.") { folder };
        command.SetAction(parsed => Starter.Create(parsed.GetValue(folder)!, shell));
        return command;
    }

    private static Command Article(Shell shell)
    {
        var title = new Argument<string>("TITLE") { Description = "The headline." };
        var site = SiteOptions.SiteOption();
        var section = new Option<string?>("--section")
        {
            Description = "The section of the article, as a path of ids: world/europe.",
            HelpName = "ID",
        };
        var date = SiteOptions.Date();
        var followLinks = SiteOptions.FollowLinks();
        var command = new Command("article", "Start an article, and print its path.")
        {
            title,
            site,
            section,
            date,
            followLinks,
        };
        SiteOptions.CheckEpoch(command, date, shell);
        command.SetAction(parsed =>
            Create(
                shell,
                new BuildOptions
                {
                    Site = parsed.GetValue(site)!,
                    Overrides = SiteOptions.Overrides(shell, null),
                    AsOf = SiteOptions.Now(shell, null),
                    FollowLinks = SiteOptions.FollowsLinks(shell, parsed.GetValue(followLinks)),
                },
                parsed.GetValue(title)!,
                parsed.GetValue(section),
                parsed.GetValue(date)
            )
        );
        return command;
    }

    private static int Create(Shell shell, BuildOptions options, string title, string? section, PublicationDate? date)
    {
        if (!File.Exists(Path.Combine(options.Site, "site.yml")))
        {
            shell.Error.WriteLine(
                $"staticnews: there is no site.yml in '{options.Site}'; go to the site's folder or name it with --site."
            );
            return ExitStatus.WrongUsage;
        }

        var problems = new List<Diagnostic>();
        if (ConfigLoader.ReadConfig(options, problems) is not { } config)
        {
            DiagnosticPrinter.Print(problems, shell.Error);
            return ExitStatus.ContentErrors;
        }

        var zone = config.TimeZone;
        var published = date?.In(zone) ?? Instant.FromDateTimeOffset(options.AsOf).InZone(zone).ToDateTimeOffset();
        return ArticleDraft.Create(new ArticleDraft(options.Links, title, section, published), shell);
    }
}
