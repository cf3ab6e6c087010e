using System.Globalization;
using StaticNews.Templates.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages <c>SN3xxx</c> about templates. The template language has its own catalogue (<c>TemplateErrors</c>),
/// whose errors become diagnostics here; <c>SN35xx</c> are about the files of a theme.
/// </summary>
internal static class TemplateDiagnostics
{
    /// <summary>The error of a template, followed by the error of an included text that is its cause.</summary>
    /// <param name="error">The error of the template language.</param>
    /// <param name="pathOf">Gives the path of a template by its name.</param>
    public static IEnumerable<Diagnostic> AllOf(TemplateError error, Func<string, string> pathOf)
    {
        for (var each = error; each is not null; each = each.Inner)
        {
            yield return From(each, pathOf(each.TemplateName));
        }
    }

    /// <summary>The diagnostic for one error of a template.</summary>
    /// <param name="error">The error of the template language.</param>
    /// <param name="path">The path of the template.</param>
    public static Diagnostic From(TemplateError error, string path)
    {
        var at = new SourceLocation(path, error.Offset, error.Length, error.Line, error.Column, error.SourceLine);
        return error.Severity == TemplateSeverity.Error
            ? Diagnostic.Error(error.Code, at, error.Message, error.Hint)
            : Diagnostic.Warning(error.Code, at, error.Message, error.Hint);
    }

    /// <summary>
    /// An error of rendering together with the page on which it occurred, because the template alone does not show
    /// which article is the cause.
    /// </summary>
    /// <param name="page">The output path of the page.</param>
    /// <param name="others">How many more pages have the same error.</param>
    public static Diagnostic OnPage(Diagnostic problem, string page, int others)
    {
        var pages = others switch
        {
            0 => page,
            1 => $"{page} and one other page",
            _ => string.Create(CultureInfo.InvariantCulture, $"{page} and {others} other pages"),
        };
        return new Diagnostic(
            problem.Code,
            problem.Severity,
            $"{problem.Message} (on {pages})",
            problem.At,
            problem.Hint
        );
    }

    /// <summary>
    /// The Content-Security-Policy of a page forbids an element of its template: <c>&lt;script
    /// src="/assets/app.js"></c>.
    /// </summary>
    /// <param name="what">The consequence, as the beginning of a sentence: "this script is not run".</param>
    /// <param name="hint">How to allow the element, or what to use instead.</param>
    public static Diagnostic Blocked(SourceLocation at, string what, string hint) =>
        Diagnostic.Warning(
            "SN3129",
            at,
            $"{what}, because the security policy in the head of these pages ('site.policy') forbids it",
            hint
        );

    /// <summary>
    /// A block or a comment of a style sheet is not closed: <c>a{color:red</c>. Browsers read all that follows as a
    /// part of it.
    /// </summary>
    /// <param name="what">What is not closed: "this '{'", "this comment".</param>
    public static Diagnostic StyleUnclosed(SourceLocation at, string what) =>
        Diagnostic.Warning(
            "SN3130",
            at,
            $"{what} is not closed, so browsers do not read the rules after it correctly",
            "Close it at the end of its rule or block"
        );

    /// <summary>A closing brace of a style sheet has no opening brace: <c>a{color:red}}</c>.</summary>
    public static Diagnostic StyleClosedTwice(SourceLocation at) =>
        Diagnostic.Warning(
            "SN3131",
            at,
            "this '}' has no '{' before it, so browsers ignore the rule after it",
            "Delete it, or add the '{' that is missing before it"
        );

    /// <summary>No page uses a template of the site: <c>templates/artcle.sbn-html</c>.</summary>
    /// <param name="path">The path from the site's root.</param>
    /// <param name="nearest">The file that may be meant, from the site's root, or null.</param>
    /// <param name="standingPages">
    /// The template of all files of <c>content/_pages/</c>, because a template for one of them is a common attempt.
    /// </param>
    public static Diagnostic Unused(string path, string? nearest, string standingPages) =>
        Diagnostic.Warning(
            "SN3501",
            SourceLocation.File(path),
            "no page uses this template",
            nearest is not null ? $"Did you mean '{nearest}'?"
                : path.LastIndexOf('/') > path.IndexOf('/', StringComparison.Ordinal)
                    ? "Include it in a template by its path below templates/. Run 'staticnews templates list' to see "
                        + "which templates are used"
                : $"All standing pages (content/_pages/) use '{standingPages}', which can distinguish them by "
                    + $"'page.canonical'. Run 'staticnews templates list' to see which names are used"
        );

    /// <summary>The template of a kind of page contains white space only.</summary>
    /// <param name="path">The path from the site's root.</param>
    /// <param name="kind">The kind of page, as <c>page.kind</c> names it.</param>
    public static Diagnostic EmptyPage(string path, string kind) =>
        Diagnostic.Warning(
            "SN3502",
            SourceLocation.File(path),
            $"this template is empty, so every page of the kind '{kind}' is empty",
            "Delete the file to use the built-in template again"
        );
}
