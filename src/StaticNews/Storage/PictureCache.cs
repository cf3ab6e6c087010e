namespace StaticNews.Storage;

/// <summary>
/// The smaller pictures of earlier builds, in <c>.staticnews/pictures/</c>: a folder a version of the tool, a file a picture, format, width and quality. It may be
/// deleted at any moment. Safe for many threads.
/// </summary>
internal sealed class PictureCache
{
    private readonly string _root;
    private readonly string _folder;

    /// <summary>Size of each file that was there when the build began, by its name.</summary>
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    private PictureCache(string root, string folder) => (_root, _folder) = (root, folder);

    /// <summary>A cached picture as a message names it.</summary>
    public static string Shown(string name) => $"{StateFolder.Name}/pictures/{name}";

    /// <param name="toolVersion">Another version's pictures are others.</param>
    public static PictureCache Open(string siteRoot, string toolVersion)
    {
        var root = StateFolder.Pictures(siteRoot);
        var cache = new PictureCache(root, string.Concat(toolVersion.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '-')));
        try
        {
            foreach (var file in new DirectoryInfo(Path.Join(root, cache._folder)).EnumerateFiles())
            {
                cache._sizes[file.Name] = file.Length;
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // Nothing is cached yet, or it cannot be read: then it is made anew.
        }

        return cache;
    }

    /// <summary>Bytes of a cached picture; null where there is none.</summary>
    public long? SizeOf(string name) => _sizes.TryGetValue(name, out var size) ? size : null;

    /// <summary>Keeps a picture; false where the disk refuses.</summary>
    public bool Add(string name, ReadOnlySpan<byte> picture)
    {
        try
        {
            Directory.CreateDirectory(Path.Join(_root, _folder));
            var temporary = PathOf($"{name}.{Environment.CurrentManagedThreadId}.new");
            DiskFile.TryDelete(temporary);
            DiskFile.Write(temporary, picture);
            DiskFile.Rename(temporary, PathOf(name));
            return true;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }
    }

    /// <summary>The picture's bytes; null where somebody has deleted them meanwhile.</summary>
    public byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>Removes what no page wants any more, other versions' pictures among it.</summary>
    public void Sweep(IReadOnlySet<string> wanted) => Sweep(_root, file => !wanted.Contains(file.Name) || !string.Equals(file.Directory!.Name, _folder, StringComparison.Ordinal));

    /// <summary>Removes all of it.</summary>
    public static void Clear(string siteRoot) => Sweep(StateFolder.Pictures(siteRoot), static _ => true);

    private static void Sweep(string root, Predicate<FileInfo> isUnwanted)
    {
        try
        {
            if (!Directory.Exists(root))
            {
                return;
            }

            foreach (var folder in new DirectoryInfo(root).GetDirectories())
            {
                Array.ForEach(Array.FindAll(folder.GetFiles(), isUnwanted), static file => file.Delete());
                if (folder.GetFiles().Length == 0)
                {
                    folder.Delete();
                }
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next build tries again.
        }
    }

    private string PathOf(string name) => Path.Join(_root, _folder, name);
}
