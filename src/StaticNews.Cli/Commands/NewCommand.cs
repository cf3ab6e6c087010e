using System.CommandLine;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews new site</c> and <c>staticnews new article</c>: a start that builds at once.</summary>
internal static class NewCommand
{
    public static Command Create(Shell shell) => new("new", "Start a site or an article.")
    {
        Site(shell),
        Article(shell),
    };

    private static Command Site(Shell shell)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder that does not exist yet, or is empty.", Validators = { SiteOptions.RefuseEmpty } };
        var command = new Command("site", "Make a small site that builds at once.") { folder };
        command.SetAction(parsed => Starter.Create(parsed.GetValue(folder)!, shell));
        return command;
    }

    private static Command Article(Shell shell)
    {
        var title = new Argument<string>("TITLE") { Description = "The headline." };
        var site = SiteOptions.SiteOption();
        var section = new Option<string?>("--section") { Description = "Id path of its section: world/europe.", HelpName = "ID" };
        var asOf = SiteOptions.AsOf();
        asOf.Aliases.Add("--date");
        asOf.Description = "When it is published. Default: SOURCE_DATE_EPOCH, else the clock.";
        var command = new Command("article", "Start an article, and print its path.") { title, site, section, asOf };
        SiteOptions.CheckEpoch(command, asOf, shell);
        command.SetAction(parsed => ArticleDraft.Create(
            new ArticleDraft(
                parsed.GetValue(site)!,
                parsed.GetValue(title)!,
                parsed.GetValue(section),
                SiteOptions.Now(shell, parsed.GetValue(asOf))),
            shell));
        return command;
    }
}
