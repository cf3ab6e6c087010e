using StaticNews.Diagnostics;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>The templates of a theme that the site brings itself, as texts: what is HTML or CSS in them is looked at beside what the template language says of its code.</summary>
/// <param name="pathOf">The file of a template, as a diagnostic names it.</param>
/// <param name="isShipped">Whether a template is the command's own.</param>
internal sealed class OwnTemplates(ITemplateLoader loader, Func<string, string> pathOf, Func<string, bool> isShipped)
{
    /// <summary>Warnings of what the policy of pages keeps browsers from using, for pages that have that policy.</summary>
    /// <param name="sources">Of each page kind the templates that make it.</param>
    public IEnumerable<Diagnostic> Blocked(IReadOnlyList<IReadOnlyCollection<string>> sources)
    {
        var policies = sources.SelectMany(of => of).Distinct(StringComparer.Ordinal).ToDictionary(source => source, source => loader.Load(source) is { } text ? PolicyCheck.AddedBy(text) : null, StringComparer.Ordinal);
        var added = string.Concat(policies.Values);
        var templates = sources.Where(of => of.Any(source => policies[source] is not null)).SelectMany(of => of);
        var styles = PageFormats.All.Select(PageFormats.StyleOf);
        return templates.Concat(styles).Where(source => !isShipped(source) && loader.Load(source) is not null).DistinctBy(pathOf, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(source => BlockedIn(source, added)).ToList();
    }

    /// <summary>What is not closed in a sheet as pages carry it: the text alone does not tell, because its conditions may open in one branch what another one closes.</summary>
    /// <param name="sources">The templates that make it.</param>
    public Diagnostic? StyleFault(IReadOnlyCollection<string> sources, StyleSheet sheet)
    {
        var own = sources.Where(source => !isShipped(source) && loader.Load(source) is not null && source[0] != '(').ToList();
        var css = sheet.Element.ToString().AsSpan();
        if (own.Count == 0 || StyleBraces.Find(css[StyleSheet.StartTag.Length..^StyleSheet.EndTag.Length]) is not { } written)
        {
            return null;
        }

        foreach (var text in own.Select(TextOf))
        {
            if (StyleBraces.Find(TemplateMarkup.WithoutCode(text.Text)) is { } found)
            {
                return Told(found.Fault, text.LocationOf(new TextSpan(found.Offset, 1)));
            }
        }

        return Told(written.Fault, TextOf(own[0]).WholeFile);
    }

    private IEnumerable<Diagnostic> BlockedIn(string source, string added)
    {
        var text = TextOf(source);
        return text.Path.EndsWith(".css", StringComparison.OrdinalIgnoreCase) ? PolicyCheck.OfStyle(text, added) : PolicyCheck.OfMarkup(text, added);
    }

    private SourceText TextOf(string source) => new(pathOf(source), loader.Load(source)!);

    private static Diagnostic Told(StyleFault fault, SourceLocation at) => fault switch
    {
        Pages.StyleFault.Stray => TemplateDiagnostics.StyleClosedTwice(at),
        Pages.StyleFault.Comment => TemplateDiagnostics.StyleUnclosed(at, "this comment"),
        _ => TemplateDiagnostics.StyleUnclosed(at, "this '{'"),
    };
}
