using StaticNews.Diagnostics;
using StaticNews.Storage;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Cli;

/// <summary>Finds what a template includes in the template's own folder, and nowhere else.</summary>
/// <param name="template">Path of the template that is rendered.</param>
internal sealed class TemplateFolder(string template) : ITemplateLoader
{
    private readonly Dictionary<string, Diagnostic> _noTexts = new(StringComparer.Ordinal);
    private readonly string _root = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(template))!);

    /// <summary>Why the last file could not be read; null where there simply is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Files that were asked for and are not UTF-8, in that order; they count as empty.</summary>
    public IReadOnlyCollection<Diagnostic> NoTexts => _noTexts.Values;

    /// <summary>By its path from the folder, with or without the extension of the template itself.</summary>
    public string? Load(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var path = FullPath(name);
        return IsInside(path) ? Read(path, name) ?? Read(path + Path.GetExtension(template), name) : null;
    }

    /// <summary>A template's file as the person who called the command would name it.</summary>
    public string PathOf(string name)
    {
        if (IsRoot(name))
        {
            return template;
        }

        var file = Path.Join(Path.GetDirectoryName(template), name);
        return !File.Exists(FullPath(name)) && File.Exists(FullPath(name) + Path.GetExtension(template)) ? file + Path.GetExtension(template) : file;
    }

    private bool IsRoot(string name) => string.Equals(name, template, StringComparison.Ordinal);

    private string FullPath(string name) => IsRoot(name) ? Path.GetFullPath(template) : Path.GetFullPath(name, _root);

    private bool IsInside(string path) => path.StartsWith(Path.TrimEndingDirectorySeparator(_root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string? Read(string path, string name)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Problem = "it is a folder";
            }

            return File.Exists(path) ? Decode(name, File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Problem = DiskFault.Reason(fault);
            return null;
        }
    }

    private string Decode(string name, byte[] bytes)
    {
        var (source, fault) = SourceDecoder.Decode(PathOf(name), bytes);
        if (fault is not null)
        {
            _noTexts[name] = StorageDiagnostics.NoText(fault);
        }

        return source?.Text ?? "";
    }
}
