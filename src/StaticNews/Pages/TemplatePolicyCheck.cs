using System.Text;
using StaticNews.Diagnostics;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// Looks in a site's own templates for what the policy of its pages (<see cref="ContentSecurityPolicy"/>) keeps
/// browsers from using. A browser reports that in its console only, so a publisher sees a script, a sheet or a form
/// that does nothing, and no reason. What pages may have by themselves (pictures, frames, <c>style</c> attributes) is
/// allowed page by page.
/// </summary>
internal sealed class TemplatePolicyCheck
{
    private const string Policy = "site.policy";
    private const string Eject =
        "copy the head with 'staticnews templates eject partials/head' and write its policy as content=\"{{ "
        + "site.policy }}; ";

    /// <summary>
    /// Types of a <c>script</c> that is run, or that steers what is run; all others hold data (HTML standard, 4.12.1).
    /// </summary>
    private static readonly string[] ScriptTypes =
    [
        "",
        "module",
        "importmap",
        "speculationrules",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "text/ecmascript",
        "application/ecmascript",
        "text/jscript",
    ];

    private readonly SourceText _source;
    private readonly string _added;
    private readonly byte[] _html;
    private readonly List<Diagnostic> _found = [];

    /// <summary>Of the tag being read.</summary>
    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase);

    private TemplatePolicyCheck(SourceText source, string added)
    {
        (_source, _added) = (source, added);
        _html = Encoding.UTF8.GetBytes(TemplateText.WithoutCode(source.Text));
    }

    /// <summary>
    /// What a template adds to the policy that it writes: <c>script-src 'self'</c> of <c>{{ site.policy }}; script-src
    /// 'self'</c>. Null where it writes none.
    /// </summary>
    public static string? AddedBy(string template)
    {
        if (template.IndexOf(Policy, StringComparison.Ordinal) is not (>= 0 and var start))
        {
            return null;
        }

        var rest = template.AsSpan(start + Policy.Length);
        return rest[..(rest.IndexOf('>') is var end and >= 0 ? end : rest.Length)].ToString();
    }

    /// <summary>In a template of HTML.</summary>
    /// <param name="added">
    /// What the heads of these pages add to the policy: a head that allows scripts does so on purpose.
    /// </param>
    public static IReadOnlyList<Diagnostic> OfMarkup(SourceText template, string added)
    {
        var check = new TemplatePolicyCheck(template, added);
        HtmlScanner.Tags(check._html, check.Attribute, check.EndTag);
        return check._found;
    }

    /// <summary>In a style sheet of the theme.</summary>
    public static IEnumerable<Diagnostic> OfStyle(SourceText sheet, string added)
    {
        var css = TemplateText.WithoutCode(sheet.Text);
        if (
            !added.Contains("style-src", StringComparison.Ordinal)
            && css.IndexOf("@import", StringComparison.OrdinalIgnoreCase) is var import and >= 0
        )
        {
            yield return TemplateDiagnostics.Blocked(
                sheet.LocationOf(new TextSpan(import, "@import".Length)),
                "the sheet of this @import is not loaded",
                "Write its rules into this file"
            );
        }

        if (added.Contains("font-src", StringComparison.Ordinal))
        {
            yield break;
        }

        for (var at = 0; css.IndexOf("@font-face", at, StringComparison.OrdinalIgnoreCase) is var font and >= 0; )
        {
            at = css.IndexOf('}', font) is var end and >= 0 ? end : css.Length;
            if (css.AsSpan(font, at - font).Contains("url(", StringComparison.OrdinalIgnoreCase))
            {
                yield return TemplateDiagnostics.Blocked(
                    sheet.LocationOf(new TextSpan(font, "@font-face".Length)),
                    "this font is not loaded",
                    $"Use fonts that readers have; or put the file into content/_assets/, {Eject}font-src 'self'\""
                );
                yield break;
            }
        }
    }

    private void Attribute(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag) =>
        _attributes.TryAdd(Encoding.UTF8.GetString(name), HtmlScanner.Decoded(value));

    private void EndTag(ReadOnlySpan<byte> element, int tag, int end)
    {
        var name = Encoding.UTF8.GetString(element).ToLowerInvariant();
        if (Fault(name, end) is var (what, hint))
        {
            Add(tag, element.Length, what, hint);
        }

        if (!Adds("script-src") && _attributes.Keys.FirstOrDefault(IsHandler) is { } handler)
        {
            Add(tag, element.Length, $"'{handler}' is not run", ScriptHint());
        }

        _attributes.Clear();
    }

    private (string What, string Hint)? Fault(string element, int end) =>
        element switch
        {
            "script"
                when !Adds("script-src")
                    && ScriptTypes.Contains(
                        _attributes.GetValueOrDefault("type", ""),
                        StringComparer.OrdinalIgnoreCase
                    ) => ("this script is not run", ScriptHint()),
            // One with code only in it writes the site's own sheet, as heads did before 'site.style'.
            "style" when !Adds("style-src") && !IsBlankText(end) => (
                "this style element is not used",
                "Put its rules into templates/style.css ('staticnews templates eject style.css')"
            ),
            "link" => LinkFault(),
            "object" or "embed" when !Adds("object-src") => ($"this '{element}' is not shown", "Link to the file"),
            "form" when !Adds("form-action") => ("this form is not sent", "Link to a page that has the form"),
            "base" when !Adds("base-uri") && _attributes.ContainsKey("href") => (
                "this 'base' is not used",
                "Delete it, because the links of pages begin at the root of the site"
            ),
            _ => null,
        };

    private (string What, string Hint)? LinkFault()
    {
        var kinds = _attributes.GetValueOrDefault("rel", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Adds("style-src") && kinds.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
        {
            return (
                "this style sheet is not loaded",
                "Put its rules into templates/style.css ('staticnews templates eject style.css'), which is a "
                    + "part of every page, so that no second file is loaded"
            );
        }

        return kinds.Contains("manifest", StringComparer.OrdinalIgnoreCase) && !Adds("manifest-src")
            ? ("this manifest is not loaded", $"To allow it, {Eject}manifest-src 'self'\"")
            : null;
    }

    private string ScriptHint()
    {
        var source =
            ContentSecuritySources.SourceOf(_attributes.GetValueOrDefault("src")) ?? ContentSecuritySources.Own;
        return "Pages work without scripts. To have one, "
            + (_attributes.ContainsKey("src") ? "" : "put it into a file in content/_assets/, ")
            + $"{Eject}script-src {source}\"";
    }

    private bool Adds(string directive) => _added.Contains(directive, StringComparison.Ordinal);

    private static bool IsHandler(string attribute) =>
        attribute.Length > 4
        && attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && attribute.AsSpan(2).IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>Whether the element that begins before <paramref name="at"/> has nothing in it.</summary>
    private bool IsBlankText(int at)
    {
        var text = _html.AsSpan(at);
        var end = text.IndexOf((byte)'<');
        return (end < 0 ? text : text[..end]).Trim(" \t\r\n"u8).IsEmpty;
    }

    private void Add(int tag, int length, string what, string hint)
    {
        var start = Encoding.UTF8.GetCharCount(_html.AsSpan(0, tag));
        _found.Add(TemplateDiagnostics.Blocked(_source.LocationOf(new TextSpan(start, 1 + length)), what, hint));
    }
}

/// <summary>A template's text as HTML or CSS: its code is blank, so that every place stays where it is.</summary>
internal static class TemplateText
{
    /// <summary>
    /// With blanks where <c>{{ … }}</c> stands. Braces within strings of the code are not recognized: then a piece of
    /// it stays, which is no tag.
    /// </summary>
    public static string WithoutCode(string template)
    {
        var text = template.ToCharArray();
        for (var at = 0; template.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0; )
        {
            var close = template.IndexOf("}}", start + 2, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 2;
            text.AsSpan(start, at - start).Fill(' ');
        }

        return new string(text);
    }
}

/// <summary>
/// The templates of a theme that the site brings itself, as texts: what is HTML or CSS in them is looked at beside what
/// the template language says of its code.
/// </summary>
/// <param name="pathOf">The file of a template, as a diagnostic names it.</param>
/// <param name="isShipped">Whether a template is the command's own.</param>
internal sealed class SiteTemplates(ITemplateLoader loader, Func<string, string> pathOf, Func<string, bool> isShipped)
{
    /// <summary>
    /// Warnings of what the policy of pages keeps browsers from using, for pages that have that policy.
    /// </summary>
    /// <param name="sources">Of each page kind the templates that make it.</param>
    public IEnumerable<Diagnostic> Blocked(IReadOnlyList<IReadOnlyCollection<string>> sources)
    {
        var policies = sources
            .SelectMany(of => of)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                source => source,
                source => loader.Load(source) is { } text ? TemplatePolicyCheck.AddedBy(text) : null,
                StringComparer.Ordinal
            );
        var added = string.Concat(policies.Values);
        var templates = sources.Where(of => of.Any(source => policies[source] is not null)).SelectMany(of => of);
        var styles = PageFormats.All.Select(PageFormats.StyleOf);
        return templates
            .Concat(styles)
            .Where(source => !isShipped(source) && loader.Load(source) is not null)
            .DistinctBy(pathOf, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(source => BlockedIn(source, added))
            .ToList();
    }

    /// <summary>
    /// What is not closed in a sheet as pages carry it: the text alone does not show it, because its conditions may
    /// open in one branch what another one closes.
    /// </summary>
    /// <param name="sources">The templates that make it.</param>
    public Diagnostic? StyleFault(IReadOnlyCollection<string> sources, StyleSheet sheet)
    {
        var own = sources
            .Where(source => !isShipped(source) && loader.Load(source) is not null && source[0] != '(')
            .ToList();
        var css = sheet.Element.ToString().AsSpan();
        if (
            own.Count == 0
            || StyleBraces.Find(css[StyleSheet.StartTag.Length..^StyleSheet.EndTag.Length]) is not { } written
        )
        {
            return null;
        }

        foreach (var text in own.Select(TextOf))
        {
            if (StyleBraces.Find(TemplateText.WithoutCode(text.Text)) is { } found)
            {
                return Told(found.Fault, text.LocationOf(new TextSpan(found.Offset, 1)));
            }
        }

        return Told(written.Fault, TextOf(own[0]).WholeFile);
    }

    private IEnumerable<Diagnostic> BlockedIn(string source, string added)
    {
        var text = TextOf(source);
        return text.Path.EndsWith(".css", StringComparison.OrdinalIgnoreCase)
            ? TemplatePolicyCheck.OfStyle(text, added)
            : TemplatePolicyCheck.OfMarkup(text, added);
    }

    private SourceText TextOf(string source) => new(pathOf(source), loader.Load(source)!);

    private static Diagnostic Told(StyleFault fault, SourceLocation at) =>
        fault switch
        {
            Pages.StyleFault.Stray => TemplateDiagnostics.StyleClosedTwice(at),
            Pages.StyleFault.Comment => TemplateDiagnostics.StyleUnclosed(at, "this comment"),
            _ => TemplateDiagnostics.StyleUnclosed(at, "this '{'"),
        };
}
