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

    /// <summary>The words of the interface, a file a language.</summary>
    private const string StringsFolder = "strings/";

    private readonly List<SourceText> _shippedStrings = [];
    private readonly HashSet<string> _shipped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
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
                Ship(NameOf(name), reader.ReadToEnd());
            }
        }

        foreach (var text in siteTemplates)
        {
            var file = text.Path[SiteFolder.Length..];
            if (!string.Equals(_texts.GetValueOrDefault(file), text.Text, StringComparison.Ordinal))
            {
                _changed.Add(file);
            }

            _texts[file] = text.Text;
            _own.Add(file);
        }

        OwnStrings = [.. siteTemplates.Where(text => IsStrings(text.Path[SiteFolder.Length..]))];
    }

    /// <summary>Paths below <c>templates/</c>, ordinal: the site's own and the shipped ones, each once.</summary>
    public IReadOnlyList<string> Names => [.. _texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The shipped ones, ordinal, whether or not the site replaces them.</summary>
    public IReadOnlyList<string> ShippedNames => [.. _shipped.Order(StringComparer.Ordinal)];

    /// <summary>The built-in files of <c>strings/</c>. They stay what they are beside the site's own: those have single words.</summary>
    public IReadOnlyList<SourceText> ShippedStrings => _shippedStrings;

    /// <summary>The site's files of <c>strings/</c>.</summary>
    public IReadOnlyList<SourceText> OwnStrings { get; }

    /// <summary>Whether a path below <c>templates/</c> is of a file of words and no template.</summary>
    public static bool IsStrings(string file) => file.StartsWith(StringsFolder, StringComparison.Ordinal) && file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public bool IsOwn(string file) => _own.Contains(file);

    /// <summary>Whether a template's name leads to the command's own text, though it may lie in the site.</summary>
    public bool IsBuiltIn(string name) => FileOf(name) is { } file && !_changed.Contains(file);

    public bool IsShipped(string file) => _shipped.Contains(file);

    /// <summary><c>partials/head</c> and <c>partials/head.sbn-html</c> are the same template.</summary>
    public string? Load(string name) => FileOf(name) is { } file ? _texts[file] : null;

    /// <summary>The path below <c>templates/</c> of what an include names; null where there is none.</summary>
    public string? FileOf(string name) => _texts.ContainsKey(name) ? name : _texts.ContainsKey(name + Extension) ? name + Extension : null;

    /// <summary>A shipped file's very bytes.</summary>
    /// <param name="file">One of <see cref="ShippedNames"/>.</param>
    public static byte[] ShippedBytes(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames()
            .First(name => name.StartsWith(ShippedPrefix, StringComparison.Ordinal) && string.Equals(NameOf(name), file, StringComparison.Ordinal));
        using var bytes = new MemoryStream();
        using var stream = assembly.GetManifestResourceStream(resource)!;
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The file of a template from the site's root; one that the command ships is named as such. A name of no file stays.</summary>
    public string PathOf(string name)
    {
        if (FileOf(name) is not { } file)
        {
            return name;
        }

        return (IsOwn(file) ? SiteFolder : ShippedShown) + file;
    }

    private void Ship(string file, string text)
    {
        _texts[file] = text;
        _shipped.Add(file);
        if (IsStrings(file))
        {
            _shippedStrings.Add(new SourceText(ShippedShown + file, text));
        }
    }

    /// <summary>MSBuild writes a resource's folders as the machine that built it does.</summary>
    private static string NameOf(string resource) => resource[ShippedPrefix.Length..].Replace('\\', '/');
}
