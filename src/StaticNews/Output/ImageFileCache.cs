using System.Globalization;
using System.Text;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// The smaller pictures of earlier builds, in <c>.staticnews/pictures/</c>: a folder a version of the tool, a file a
/// picture, format, width and quality. It may be deleted at any moment. <c>index.txt</c> names each with its size and
/// the hash of its bytes:
///
/// <code>
/// 5d0c9a3e…(32 digits) 18234 91c2a7de…(32 digits) 0b11a2c9-640-80.webp
/// </code>
///
/// The first number is an <see cref="AuthenticationChain"/>'s code of the rest of the line; a file that is not named
/// there, or whose bytes are others, is made again. Safe for many threads.
/// </summary>
internal sealed class ImageFileCache : IDisposable
{
    private const string IndexName = "index.txt";

    private const int IndexMaxBytes = 256 * 1024 * 1024;

    private const int CodeDigits = 2 * AuthenticationChain.CodeBytes;

    private readonly Lock _gate = new();
    private readonly StateFolder _state;
    private readonly string _version;
    private readonly AuthenticationChain _chain;

    /// <summary>What earlier builds made and this one adds, by name.</summary>
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Null where the disk gives none: then every picture is made anew.</summary>
    private readonly FolderHandle? _folder;

    private ImageFileCache(StateFolder state, string version)
    {
        (_state, _version, _chain) = (state, version, state.Key.Chain($"pictures {version}"));
        try
        {
            using var pictures = state.OpenPictures();
            _folder = pictures.OpenOrMakeFolder(version);
            Load(_folder);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            Fault = DiskFault.Reason(exception);
        }
    }

    /// <summary>Why the disk keeps no pictures, or not all of them; null where it does.</summary>
    public string? Fault { get; private set; }

    private readonly record struct Entry(long Size, ContentHash Content);

    /// <summary>The folder as a message names it.</summary>
    public const string DisplayFolder = StateFolder.Name + "/pictures";

    /// <summary>A cached picture as a message names it.</summary>
    public static string DisplayPath(string name) => $"{DisplayFolder}/{name}";

    /// <param name="toolVersion">Another version's pictures are others.</param>
    public static ImageFileCache Open(StateFolder state, string toolVersion) =>
        new(state, string.Concat(toolVersion.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '-')));

    /// <summary>Bytes of a cached picture; null where there is none.</summary>
    public long? SizeOf(string name)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(name, out var entry) ? entry.Size : null;
        }
    }

    /// <summary>Keeps a picture; false where the disk refuses, which <see cref="Fault"/> explains.</summary>
    public bool Add(string name, ReadOnlySpan<byte> picture)
    {
        if (_folder is null)
        {
            return false;
        }

        try
        {
            _folder.Replace(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{name}.{Environment.CurrentManagedThreadId}.new"),
                picture
            );
            AppendToIndex(_folder, name, new Entry(picture.Length, ContentHash.Of(picture)));
            return true;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            Fault = DiskFault.Reason(exception);
            return false;
        }
    }

    /// <summary>The picture's bytes; null where somebody has deleted or changed them.</summary>
    public byte[]? Read(string name)
    {
        Entry entry;
        lock (_gate)
        {
            if (_folder is null || !_entries.TryGetValue(name, out entry))
            {
                return null;
            }
        }

        try
        {
            return _folder.ReadAll(name, SourceTree.TextMaxBytes) is { } bytes && ContentHash.Of(bytes) == entry.Content
                ? bytes
                : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>Forgets a picture, so that it is made again.</summary>
    public void Forget(string name)
    {
        lock (_gate)
        {
            _entries.Remove(name);
        }
    }

    /// <summary>Removes images that no page uses any more, also those of other versions.</summary>
    public void RemoveUnwanted(IReadOnlySet<string> wanted)
    {
        lock (_gate)
        {
            foreach (var name in _entries.Keys.Where(name => !wanted.Contains(name)).ToList())
            {
                _entries.Remove(name);
            }

            RemoveUnwanted(_state, _version, name => _entries.ContainsKey(name));
            WriteIndex();
        }
    }

    /// <summary>Removes all of it.</summary>
    public static void Clear(StateFolder state) => RemoveUnwanted(state, version: null, static _ => false);

    public void Dispose()
    {
        _chain.Dispose();
        _folder?.Dispose();
    }

    private static void RemoveUnwanted(StateFolder state, string? version, Predicate<string> isWanted)
    {
        try
        {
            if (!state.HasPictures)
            {
                return;
            }

            using var pictures = state.OpenPictures();
            foreach (var folder in pictures.List("").Where(entry => entry is { IsFolder: true, IsLink: false }))
            {
                var name = folder.Path.TrimEnd('/');
                var isOurs = string.Equals(name, version, StringComparison.Ordinal);
                using (var open = pictures.OpenFolder(name))
                {
                    foreach (
                        var file in open.List("")
                            .Where(file =>
                                !file.IsFolder && !(isOurs && (file.Path is IndexName || isWanted(file.Path)))
                            )
                    )
                    {
                        open.Delete(file.Path);
                    }

                    if (!open.IsEmpty)
                    {
                        continue;
                    }
                }

                pictures.DeleteFolder(name);
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next build tries again.
        }
    }

    private void Load(FolderHandle folder)
    {
        var text = Encoding.UTF8.GetString(folder.ReadAll(IndexName, IndexMaxBytes) ?? []);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (!Take(text.AsSpan()[range]))
            {
                break;
            }
        }

        // A line that another key wrote, or the half of one, is not to stand before those that follow.
        WriteIndex();
    }

    private bool Take(ReadOnlySpan<char> line)
    {
        if (
            line.Length <= CodeDigits
            || !UInt128.TryParse(
                line[..CodeDigits],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return false;
        }

        var rest = line[(CodeDigits + 1)..].ToString();
        if (!_chain.TryAppend(Encoding.UTF8.GetBytes(rest), code))
        {
            return false;
        }

        var parts = rest.Split(' ', 3);
        _entries[parts[2]] = new Entry(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            new ContentHash(UInt128.Parse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        );
        return true;
    }

    private string Line(string name, Entry entry)
    {
        var rest = string.Create(CultureInfo.InvariantCulture, $"{entry.Size} {entry.Content} {name}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_chain.Append(Encoding.UTF8.GetBytes(rest)):x32} {rest}\n"
        );
    }

    private void AppendToIndex(FolderHandle folder, string name, Entry entry)
    {
        lock (_gate)
        {
            _entries[name] = entry;
            using var index = folder.OpenUpdate(IndexName);
            RandomAccess.Write(index, Encoding.UTF8.GetBytes(Line(name, entry)), RandomAccess.GetLength(index));
        }
    }

    private void WriteIndex()
    {
        _chain.Reset();
        var index = new StringBuilder();
        foreach (var (name, entry) in _entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            index.Append(Line(name, entry));
        }

        try
        {
            _folder?.Replace(IndexName, $"{IndexName}.new", Encoding.UTF8.GetBytes(index.ToString()));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // Then the pictures are made again.
        }
    }
}
