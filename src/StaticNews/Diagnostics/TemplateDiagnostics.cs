using StaticNews.Templates.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// SN3xxx: the template language has a catalogue of its own (<c>TemplateErrors</c>); its entries become diagnostics
/// here. SN35xx: the files of a theme.
/// </summary>
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

    /// <summary>
    /// A mistake that showed while pages were rendered, with the page that shows it: the template alone does not say
    /// which article lacks its picture.
    /// </summary>
    /// <param name="page">Its output path.</param>
    /// <param name="others">How many more pages have the same.</param>
    public static Diagnostic OnPage(Diagnostic problem, string page, int others)
    {
        var pages = others switch
        {
            0 => page,
            1 => $"{page} and one other page",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{page} and {others} other pages"),
        };
        return new Diagnostic(
            problem.Code,
            problem.Severity,
            $"{problem.Message.TrimEnd('.')} (on {pages})",
            problem.At,
            problem.Hint
        );
    }

    /// <summary>
    /// <c>&lt;script src="/assets/app.js"></c>: the page's Content-Security-Policy keeps a browser from loading or
    /// running it.
    /// </summary>
    /// <param name="what">The beginning of a sentence: "this script is not run".</param>
    /// <param name="hint">How to allow it, or do without.</param>
    public static Diagnostic Blocked(SourceLocation at, string what, string hint) =>
        Diagnostic.Warning(
            "SN3129",
            at,
            $"{what}: the security policy in the head of these pages ('site.policy') forbids it",
            hint
        );

    /// <summary>
    /// <c>a{color:red</c>, or a comment without its end: browsers read all that follows as a part of it.
    /// </summary>
    /// <param name="what">"this '{'", "this comment".</param>
    public static Diagnostic StyleUnclosed(SourceLocation at, string what) =>
        Diagnostic.Warning(
            "SN3130",
            at,
            $"{what} is not closed, so browsers do not use the rules after it as they are meant",
            "Close it at the end of its rule or block."
        );

    /// <summary><c>a{color:red}}</c>.</summary>
    public static Diagnostic StyleClosedTwice(SourceLocation at) =>
        Diagnostic.Warning(
            "SN3131",
            at,
            "this '}' closes nothing, so browsers leave out the rule after it",
            "Delete it, or look for the '{' that is missing before it."
        );

    /// <summary>A template of the site that no page needs: <c>templates/artcle.sbn-html</c>.</summary>
    /// <param name="path">From the site's root.</param>
    /// <param name="nearest">The file that may be meant, from the site's root, or null.</param>
    /// <param name="standingPages">
    /// The template of all files of <c>content/_pages/</c>: who makes a template for one of them looks for it.
    /// </param>
    public static Diagnostic Unused(string path, string? nearest, string standingPages) =>
        Diagnostic.Warning(
            "SN3501",
            SourceLocation.File(path),
            "no page uses this template, so it changes nothing",
            nearest is not null ? $"Did you mean '{nearest}'?"
                : path.LastIndexOf('/') > path.IndexOf('/', StringComparison.Ordinal)
                    ? "Include it in a template by its path below templates/; 'staticnews templates list' shows "
                        + "what is used."
                : $"Standing pages (content/_pages/) all use '{standingPages}', which can tell them apart by "
                    + $"'page.canonical'; 'staticnews templates list' shows which names are used."
        );

    /// <summary>A template of the site for pages that holds white space only.</summary>
    /// <param name="path">From the site's root.</param>
    /// <param name="kind">The pages that it is for, as <c>page.kind</c> names them.</param>
    public static Diagnostic EmptyPage(string path, string kind) =>
        Diagnostic.Warning(
            "SN3502",
            SourceLocation.File(path),
            $"this template is empty, and so is every page of the kind '{kind}'",
            "Delete the file to have the built-in template again."
        );
}
