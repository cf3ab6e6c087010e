using System.Text;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Output;

/// <summary>A site folder of its own for one test, gone afterwards.</summary>
public sealed class StorageFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("staticnews-storage-").FullName;

    public string Output => Path.Combine(Root, "public");

    internal LinkPolicy Links => new(Root, FollowsOut: false);

    /// <summary>The key of all sites of the tests.</summary>
    internal static StateKey Key { get; } = StateKey.FromSecret(TestKey.Secret)!;

    /// <summary>Dispose of it.</summary>
    internal StateFolder OpenState()
    {
        var (state, problem) = StateFolder.Open(Root, Key);
        return state ?? throw new InvalidOperationException(problem!.Message);
    }

    public string At(string path) => Path.Combine(Root, path);

    public string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
    }

    /// <summary>Every published file with its text, by path, but for the marker.</summary>
    public SortedDictionary<string, string> Published()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var file in Directory.EnumerateFiles(
                Output,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
        )
        {
            var path = Path.GetRelativePath(Output, file).Replace('\\', '/');
            if (path != OutputPath.Marker)
            {
                files[path] = File.ReadAllText(file);
            }
        }

        return files;
    }

    /// <summary>Every folder below the output folder.</summary>
    public string[] Folders() =>
        [
            .. Directory
                .EnumerateDirectories(Output, "*", SearchOption.AllDirectories)
                .Select(folder => Path.GetRelativePath(Output, folder))
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
