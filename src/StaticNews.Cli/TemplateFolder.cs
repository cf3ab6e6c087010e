using StaticNews.Building;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
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
        return !File.Exists(FullPath(name)) && File.Exists(FullPath(name) + Path.GetExtension(template))
            ? file + Path.GetExtension(template)
            : file;
    }

    private bool IsRoot(string name) => string.Equals(name, template, StringComparison.Ordinal);

    private string FullPath(string name) => IsRoot(name) ? Path.GetFullPath(template) : Path.GetFullPath(name, _root);

    private bool IsInside(string path) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(_root) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

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

/// <summary>Copies of built-in templates in a site's own folder, where they can be changed.</summary>
internal static class ThemeEjection
{
    private const string Folder = "templates";

    /// <summary>
    /// Checks all names before the first file is written, so that a mistake leaves nothing half done.
    /// </summary>
    /// <param name="names">With or without the ending, as an include names them.</param>
    /// <returns>An <see cref="ExitStatus"/>. A file that exists is never overwritten.</returns>
    public static int Run(string site, IReadOnlyList<string> names, Shell shell)
    {
        if (!File.Exists(Path.Combine(site, "site.yml")))
        {
            return Refuse(shell, $"there is no site.yml in '{site}'; go to the site's folder or name it with --site.");
        }

        var shipped = new ThemeFiles([]);
        var status = ExitStatus.Done;
        var files = new List<string>();
        foreach (var name in names)
        {
            var file = shipped.FileOf(name);
            if ((file is null ? Unknown(name, shipped) : Obstacle(site, file)) is { } problem)
            {
                status = Refuse(shell, problem);
            }
            else
            {
                files.Add(file!);
            }
        }

        return status == ExitStatus.Done ? Copy(site, files.Distinct(StringComparer.Ordinal), shell) : status;
    }

    private static int Copy(string site, IEnumerable<string> files, Shell shell)
    {
        foreach (var file in files)
        {
            var path = PathIn(site, file);
            try
            {
                SiteFiles.Create(
                    new LinkPolicy(site, FollowsOut: false),
                    $"{Folder}/{file}",
                    ThemeFiles.ShippedBytes(file)
                );
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Refuse(shell, $"cannot write '{path}': {DiskFault.Reason(fault)}.");
            }

            shell.Output.WriteLine(path);
        }

        return ExitStatus.Done;
    }

    /// <summary>Why a file may not be put there, or null.</summary>
    private static string? Obstacle(string site, string file)
    {
        var path = PathIn(site, file);
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            return $"'{path}' already exists and was not changed.";
        }

        return
            CanonicalPath.Of(site) is { } root
            && CanonicalPath.Of(path) is { } real
            && string.Equals(real, Path.Join([root, Folder, .. file.Split('/')]), StringComparison.Ordinal)
            ? null
            : $"'{path}' cannot be written, because its path contains a symbolic link.";
    }

    private static string Unknown(string name, ThemeFiles shipped) =>
        ThemeMap.Nearest(name, shipped.ShippedNames) is { } near
            ? $"'{name}' is not a built-in template; did you mean '{near}'?"
            : $"'{name}' is not a built-in template; 'staticnews templates list' lists them all.";

    private static string PathIn(string site, string file) =>
        Path.Combine([site is "." ? Folder : Path.Combine(site, Folder), .. file.Split('/')]);

    private static int Refuse(Shell shell, string message)
    {
        shell.Error.WriteLine($"staticnews: {message}");
        return ExitStatus.WrongUsage;
    }
}
