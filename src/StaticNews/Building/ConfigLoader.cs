using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Localization;
using StaticNews.Pages;

namespace StaticNews.Building;

/// <summary>Stage 1: site.yml and the templates.</summary>
internal static class ConfigLoader
{
    /// <returns>Null where there is no usable site.yml; the diagnostics say why.</returns>
    public static SiteConfig? ReadConfig(BuildOptions options, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (SiteTexts.Read(options.Links, "site.yml", diagnostics) is not { } text)
        {
            if (diagnostics.Count == before)
            {
                diagnostics.Add(ConfigurationDiagnostics.Missing());
            }

            return null;
        }

        var (config, problems) = SiteConfigReader.Read(text, options.Overrides);
        diagnostics.AddRange(problems);
        return config is null || HasUnknownBudget(config, diagnostics) ? null : config;
    }

    private static bool HasUnknownBudget(SiteConfig config, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        foreach (var budget in config.Budgets ?? [])
        {
            if (!PageKinds.Names.Contains(budget.Kind, StringComparer.Ordinal))
            {
                diagnostics.Add(
                    ConfigurationDiagnostics.BudgetOfNoKind(
                        budget.At,
                        budget.Kind,
                        SpellingSuggestion.Nearest(budget.Kind, PageKinds.Names),
                        PageKinds.Names
                    )
                );
            }
        }

        return diagnostics.Count > before;
    }

    /// <summary>The templates, compiled, and the words that they write.</summary>
    public static (Theme Theme, Localizations Words) ReadTheme(BuildOptions options, List<Diagnostic> diagnostics)
    {
        var files = new ThemeFiles(SiteTexts.ReadTemplates(options.Links, diagnostics));
        var theme = Theme.Compile(files, files.PathOf, files.IsBuiltIn, options.AsOf);
        diagnostics.AddRange(theme.Diagnostics);
        if (theme.IsComplete)
        {
            diagnostics.AddRange(ThemeMap.Draw(files).Unused());
            diagnostics.AddRange(ThemeMap.EmptyPages(files));
        }

        var words = Localizations.Of(files.ShippedStrings, files.OwnStrings);
        diagnostics.AddRange(words.Diagnostics);
        return (theme, words);
    }
}
