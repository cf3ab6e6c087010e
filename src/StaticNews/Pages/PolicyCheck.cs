using System.Text;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// Looks in a site's own templates for what the policy of its pages (<see cref="ContentPolicy"/>) keeps browsers from using. A browser tells that in its console only, so a
/// publisher sees a script, a sheet or a form that does nothing, and no reason. What pages may have by themselves (pictures, frames, <c>style</c> attributes) is allowed page by page.
/// </summary>
internal sealed class PolicyCheck
{
    private const string Policy = "site.policy";
    private const string Eject = "copy the head with 'staticnews templates eject partials/head' and write its policy as content=\"{{ site.policy }}; ";

    /// <summary>Types of a <c>script</c> that is run, or that steers what is run; all others hold data (HTML standard, 4.12.1).</summary>
    private static readonly string[] ScriptTypes =
    [
        "", "module", "importmap", "speculationrules", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript", "application/ecmascript", "text/jscript",
    ];

    private readonly SourceText _source;
    private readonly string _added;
    private readonly byte[] _html;
    private readonly List<Diagnostic> _found = [];

    /// <summary>Of the tag being read.</summary>
    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase);

    private PolicyCheck(SourceText source, string added)
    {
        (_source, _added) = (source, added);
        _html = Encoding.UTF8.GetBytes(TemplateMarkup.WithoutCode(source.Text));
    }

    /// <summary>What a template adds to the policy that it writes: <c>script-src 'self'</c> of <c>{{ site.policy }}; script-src 'self'</c>. Null where it writes none.</summary>
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
    /// <param name="added">What the heads of these pages add to the policy: whoever opened it for scripts knows of it.</param>
    public static IReadOnlyList<Diagnostic> OfMarkup(SourceText template, string added)
    {
        var check = new PolicyCheck(template, added);
        PageScan.Tags(check._html, check.Attribute, check.EndTag);
        return check._found;
    }

    /// <summary>In a style sheet of the theme.</summary>
    public static IEnumerable<Diagnostic> OfStyle(SourceText sheet, string added)
    {
        var css = TemplateMarkup.WithoutCode(sheet.Text);
        if (!added.Contains("style-src", StringComparison.Ordinal) && css.IndexOf("@import", StringComparison.OrdinalIgnoreCase) is var import and >= 0)
        {
            yield return TemplateDiagnostics.Blocked(sheet.LocationOf(new TextSpan(import, "@import".Length)), "the sheet of this @import is not loaded", "Write its rules into this file.");
        }

        if (added.Contains("font-src", StringComparison.Ordinal))
        {
            yield break;
        }

        for (var at = 0; css.IndexOf("@font-face", at, StringComparison.OrdinalIgnoreCase) is var font and >= 0;)
        {
            at = css.IndexOf('}', font) is var end and >= 0 ? end : css.Length;
            if (css.AsSpan(font, at - font).Contains("url(", StringComparison.OrdinalIgnoreCase))
            {
                yield return TemplateDiagnostics.Blocked(
                    sheet.LocationOf(new TextSpan(font, "@font-face".Length)), "this font is not loaded", $"Use fonts that readers have; or put the file into content/_assets/, {Eject}font-src 'self'\".");
                yield break;
            }
        }
    }

    private void Attribute(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int tag) =>
        _attributes.TryAdd(Encoding.UTF8.GetString(name), PageScan.Decoded(value));

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

    private (string What, string Hint)? Fault(string element, int end) => element switch
    {
        "script" when !Adds("script-src") && ScriptTypes.Contains(_attributes.GetValueOrDefault("type", ""), StringComparer.OrdinalIgnoreCase) => ("this script is not run", ScriptHint()),
        // One with code only in it writes the site's own sheet, as heads did before 'site.style'.
        "style" when !Adds("style-src") && !IsBlankText(end) => ("this style element is not used", "Put its rules into templates/style.css ('staticnews templates eject style.css')."),
        "link" => LinkFault(),
        "object" or "embed" when !Adds("object-src") => ($"this '{element}' is not shown", "Link to the file."),
        "form" when !Adds("form-action") => ("this form is not sent", "Link to a page that has the form."),
        "base" when !Adds("base-uri") && _attributes.ContainsKey("href") => ("this 'base' is not obeyed", "Delete it: links of pages begin at the root of the site."),
        _ => null,
    };

    private (string What, string Hint)? LinkFault()
    {
        var kinds = _attributes.GetValueOrDefault("rel", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Adds("style-src") && kinds.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
        {
            return ("this style sheet is not loaded", "Put its rules into templates/style.css ('staticnews templates eject style.css'): pages carry their style, and readers wait for no second file.");
        }

        return kinds.Contains("manifest", StringComparer.OrdinalIgnoreCase) && !Adds("manifest-src") ? ("this manifest is not loaded", $"To allow it, {Eject}manifest-src 'self'\".") : null;
    }

    private string ScriptHint() =>
        $"Pages work without scripts. To have one, {(_attributes.ContainsKey("src") ? "" : "put it into a file in content/_assets/, ")}{Eject}script-src {PageSources.SourceOf(_attributes.GetValueOrDefault("src")) ?? PageSources.Own}\".";

    private bool Adds(string directive) => _added.Contains(directive, StringComparison.Ordinal);

    private static bool IsHandler(string attribute) =>
        attribute.Length > 4 && attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.AsSpan(2).IndexOfAnyExceptInRange('a', 'z') < 0;

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
