using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>SN3xxx: the template language has a catalogue of its own (<c>TemplateErrors</c>); its entries become diagnostics here. SN35xx: the files of a theme.</summary>
internal static class TemplateDiagnostics
{
    /// <summary>The mistake, and the one in an included text behind it.</summary>
    /// <param name="error">As the template language says it.</param>
    /// <param name="pathOf">The file of a template, as an editor finds it.</param>
    public static IEnumerable<Diagnostic> AllOf(TemplateError error, Func<string, string> pathOf)
    {
        for (var each = error; each is not null; each = each.Inner)
        {
            yield return From(each, pathOf(each.TemplateName));
        }
    }

    /// <param name="error">As the template language says it.</param>
    /// <param name="path">The template's file, as an editor finds it.</param>
    public static Diagnostic From(TemplateError error, string path)
    {
        var at = new SourceLocation(path, error.Offset, error.Length, error.Line, error.Column, error.SourceLine);
        return error.Severity == TemplateSeverity.Error
            ? Diagnostic.Error(error.Code, at, error.Message, error.Hint)
            : Diagnostic.Warning(error.Code, at, error.Message, error.Hint);
    }

    /// <summary>A template of the site that no page needs: <c>templates/artcle.sbn-html</c>.</summary>
    /// <param name="path">From the site's root.</param>
    /// <param name="nearest">The file that may be meant, from the site's root, or null.</param>
    public static Diagnostic Unused(string path, string? nearest) =>
        Diagnostic.Warning(
            "SN3501",
            SourceLocation.File(path),
            "no page uses this template, so it changes nothing",
            nearest is null ? "'staticnews templates list' shows which names are used" : $"Did you mean '{nearest}'?");

    /// <summary>A template of the site for pages that holds white space only.</summary>
    /// <param name="path">From the site's root.</param>
    /// <param name="kind">The pages that it is for, as <c>page.kind</c> names them.</param>
    public static Diagnostic EmptyPage(string path, string kind) =>
        Diagnostic.Warning(
            "SN3502",
            SourceLocation.File(path),
            $"this template is empty, and so is every page of the kind '{kind}'",
            "Delete the file to have the built-in template again.");
}
