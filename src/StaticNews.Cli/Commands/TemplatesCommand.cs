using System.CommandLine;
using StaticNews.Building;
using StaticNews.Cli.Reporting;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;

namespace StaticNews.Cli.Commands;

/// <summary><c>staticnews templates</c>: what the theme is made of, and a copy of any part of it to change.</summary>
internal static class TemplatesCommand
{
    public static Command Create(Shell shell) =>
        new("templates", "Show the theme's files, or copy built-in ones to change them.") { List(shell), Eject(shell) };

    private static Command List(Shell shell)
    {
        var site = SiteOptions.Site();
        var followLinks = SiteOptions.FollowLinks();
        var format = SiteOptions.Format("The format of the list: a table, or one JSON object.");
        var command = new Command("list", "Show every template, where it comes from and what uses it.")
        {
            site,
            followLinks,
            format,
        };
        command.SetAction(parsed =>
            List(
                shell,
                parsed.GetValue(site)!,
                SiteOptions.FollowsLinks(shell, parsed.GetValue(followLinks)),
                SiteOptions.IsJson(parsed.GetValue(format))
            )
        );
        return command;
    }

    private static Command Eject(Shell shell)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Built-in files, as 'templates list' names them: article, partials/card, style.css.",
            Arity = ArgumentArity.OneOrMore,
            Validators = { SiteOptions.RefuseEmpty },
        };
        var site = SiteOptions.SiteOption();
        var command = new Command(
            "eject",
            "Copy built-in files into the site's templates folder. Nothing is overwritten."
        )
        {
            names,
            site,
        };
        command.SetAction(parsed => ThemeEjection.Run(parsed.GetValue(site)!, parsed.GetValue(names)!, shell));
        return command;
    }

    private static int List(Shell shell, string site, bool followLinks, bool isJson)
    {
        if (!SiteOptions.IsFolder(site, shell))
        {
            return ExitStatus.WrongUsage;
        }

        var problems = new List<Diagnostic>();
        var map = ThemeMap.Draw(new ThemeFiles(SiteTexts.ReadTemplates(new LinkPolicy(site, followLinks), problems)));
        DiagnosticPrinter.Print(problems, shell.Error);
        if (isJson)
        {
            ThemeListing.WriteJson(map, shell.Output);
        }
        else
        {
            ThemeListing.Write(map, shell.Output);
        }

        return problems.Exists(problem => problem.Severity == Severity.Error)
            ? ExitStatus.ContentErrors
            : ExitStatus.Done;
    }
}
