using System.Reflection;
using System.Text;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews;

/// <summary>Finds templates: the site's own by path below <c>templates/</c>, else the shipped theme's, which the command carries inside it.</summary>
internal sealed class ThemeFiles : ITemplateLoader
{
    private const string SiteFolder = "templates/";
    private const string ShippedPrefix = "theme/";
    private const string Extension = ".sbn-html";

    /// <summary>Begins the name of a file that lies in no folder of the site.</summary>
    private const string ShippedShown = "(shipped theme)/";

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public ThemeFiles(IReadOnlyList<SourceText> siteTemplates)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(ShippedPrefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                _texts[name[ShippedPrefix.Length..].Replace('\\', '/')] = reader.ReadToEnd();
            }
        }

        foreach (var text in siteTemplates)
        {
            _texts[text.Path[SiteFolder.Length..]] = text.Text;
            _own.Add(text.Path[SiteFolder.Length..]);
        }
    }

    /// <summary><c>partials/head</c> and <c>partials/head.sbn-html</c> are the same template.</summary>
    public string? Load(string name) =>
        _texts.TryGetValue(name, out var text) || _texts.TryGetValue(name + Extension, out text) ? text : null;

    /// <summary>The file of a template from the site's root; one that the command ships is named as such. A name of no file stays.</summary>
    public string PathOf(string name)
    {
        var file = _texts.ContainsKey(name) ? name : name + Extension;
        if (!_texts.ContainsKey(file))
        {
            return name;
        }

        return (_own.Contains(file) ? SiteFolder : ShippedShown) + file;
    }
}
