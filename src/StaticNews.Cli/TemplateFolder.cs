using StaticNews.Templates;

namespace StaticNews.Cli;

/// <summary>Finds what a template includes in the template's own folder, and nowhere else.</summary>
/// <param name="template">Path of the template that is rendered.</param>
internal sealed class TemplateFolder(string template) : ITemplateLoader
{
    private readonly string _root = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(template))!);

    /// <summary>Why the last file could not be read; null where there simply is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>By its path from the folder, with or without the extension of the template itself.</summary>
    public string? Load(string name)
    {
        var path = string.Equals(name, template, StringComparison.Ordinal) ? Path.GetFullPath(template) : Path.GetFullPath(name, _root);
        return IsInside(path) ? Read(path) ?? Read(path + Path.GetExtension(template)) : null;
    }

    private bool IsInside(string path) => path.StartsWith(Path.TrimEndingDirectorySeparator(_root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Problem = fault.Message;
            return null;
        }
    }
}
