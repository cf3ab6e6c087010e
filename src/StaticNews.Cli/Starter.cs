using System.Reflection;

namespace StaticNews.Cli;

/// <summary>The site that <c>staticnews new site</c> makes: files embedded in the command.</summary>
internal static class Starter
{
    private const string Prefix = "starter/";

    /// <returns>An <see cref="ExitStatus"/>. A folder that holds anything is left alone.</returns>
    public static int Create(string folder, Shell shell)
    {
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                shell.Error.WriteLine(
                    $"staticnews: '{folder}' exists and is not an empty folder; nothing was written."
                );
                return ExitStatus.WrongUsage;
            }

            Unpack(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            shell.Error.WriteLine($"staticnews: cannot create '{folder}': {fault.Message}");
            return ExitStatus.ContentErrors;
        }

        Explain(folder, shell);
        return ExitStatus.Done;
    }

    /// <summary>
    /// What comes next, as commands to copy. Pages link from the root of their host, so a browser needs a web server to
    /// follow them.
    /// </summary>
    private static void Explain(string folder, Shell shell)
    {
        var site = Quoted(folder);
        var (published, content) = (Quoted(Path.Combine(folder, "public")), Quoted(Path.Combine(folder, "content")));
        var text = $"""
            Created '{folder}'.
              Build it        staticnews build {site}
              Look at it      python3 -m http.server --directory {published}, or any other web server,
                              and open http://localhost:8000/
              Write           staticnews new article "A headline" --section news --site {site}
                              Articles are Markdown files in {content}, a folder for each section.
              Change the site {Quoted(Path.Combine(folder, "site.yml"))}: title, address, sections
              Read more       staticnews --help; README.md and templates/README.md in the StaticNews repository
            """;
        shell.Output.WriteLine(text.ReplaceLineEndings(shell.Output.NewLine));
    }

    private static void Unpack(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var target = Path.Combine(folder, name[Prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = assembly.GetManifestResourceStream(name)!;
            using var file = new FileStream(target, FileMode.CreateNew);
            source.CopyTo(file);
        }
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
