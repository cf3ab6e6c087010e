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
                shell.Error.WriteLine($"staticnews: '{folder}' exists and is not an empty folder; nothing was written.");
                return ExitStatus.WrongUsage;
            }

            Unpack(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            shell.Error.WriteLine($"staticnews: cannot make '{folder}': {fault.Message}");
            return ExitStatus.ContentErrors;
        }

        shell.Output.WriteLine($"Made '{folder}'. Next: staticnews build {Quoted(folder)}");
        return ExitStatus.Done;
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
