using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pictures;
using StaticNews.Storage;
using StaticNews.Text;

namespace StaticNews;

/// <summary>
/// Between cataloguing and planning: has libvips make the smaller files of pictures that pages name, so that pages then name only files that exist, and tell the colours
/// that we cannot. What an earlier build made is taken from the cache.
/// </summary>
internal sealed class VariantMaking(BuildOptions options, SiteConfig config, SourceTree tree, StateFolder state) : IDisposable
{
    private readonly PicturesConfig _pictures = config.Pictures;
    private readonly SourceLocation _settings = SourceLocation.File(SourcePath.SiteYml);
    private readonly ConcurrentBag<Diagnostic> _problems = [];

    /// <summary>In the cache; with those that no page names because they are no lighter, which would be made again otherwise.</summary>
    private readonly ConcurrentDictionary<string, (PictureFile Picture, PictureFormat Format, int Width)> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _stale = [];
    private PictureTool? _tool;
    private PictureCache? _cache;
    private VariantColours? _colours;

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<Diagnostic> Problems => _problems;

    /// <summary>Pictures, below content/, that are not what earlier builds remember of them.</summary>
    public IReadOnlyCollection<string> Stale => _stale;

    /// <summary>The catalogue whose pictures have what smaller files there are.</summary>
    public Catalog Make(Catalog catalog, CancellationToken stop)
    {
        if (!_pictures.Variants)
        {
            PictureCache.Clear(state);
            return catalog;
        }

        if (catalog.Pictures.Count == 0)
        {
            return catalog;
        }

        _tool = PictureTool.Find(options.PictureTool);
        if (_tool is null)
        {
            _problems.Add(PictureDiagnostics.ToolMissing(_settings, options.PictureTool));
            return catalog;
        }

        _cache = PictureCache.Open(state, _tool.Version);
        _colours = new VariantColours(_tool, _cache);
        var shelf = catalog.Pictures;
        var wanted = Wanted(shelf, NamedPictures.In(catalog));
        var isWritable = WritableFormats(shelf, wanted);
        var variants = new uint[shelf.Count];
        var tones = new int?[shelf.Count];
        Workers.Share(wanted, options.Jobs, static () => 0, (picture, _) => Make(picture), static _ => { }, stop);
        return catalog with { Pictures = shelf.With(variants, tones) };

        bool Make(int picture)
        {
            (variants[picture], tones[picture]) = MakeAll(shelf[picture], isWritable);
            return true;
        }
    }

    /// <summary>Publishes the files that pages name, and removes from the cache what this build did not ask for.</summary>
    /// <param name="written">Told the path of each file that is new.</param>
    public void Publish(Catalog catalog, OutputTree output, Action<string>? written, CancellationToken stop)
    {
        if (_cache is null || _tool is null)
        {
            return;
        }

        var published = new HashSet<string>(StringComparer.Ordinal);
        var hash = new FingerprintBuilder();
        foreach (var name in catalog.Pictures.VariantNames())
        {
            stop.ThrowIfCancellationRequested();
            if (published.Add(name) && Publish(name, hash.Add(name).Add(_tool.Version).FinishQuickly(), output) == PublishOutcome.Written)
            {
                written?.Invoke(PathOf(name));
            }
        }

        _cache.Sweep(_asked.Keys.Concat(_colours!.Names).ToHashSet(StringComparer.Ordinal));
    }

    public void Dispose() => _cache?.Dispose();

    private static string PathOf(string name) => SiteUrls.Variants[1..] + name;

    private PublishOutcome Publish(string name, ulong key, OutputTree output)
    {
        if (output.Keep(PathOf(name), [key]))
        {
            return PublishOutcome.Unchanged;
        }

        if ((_cache!.Read(name) ?? MakeAgain(name)) is { } bytes)
        {
            return output.Publish(PathOf(name), bytes, [key]);
        }

        _problems.Add(StorageDiagnostics.ChangedDuringBuild(PictureCache.Shown(name)));
        return PublishOutcome.Failed;
    }

    /// <summary>Somebody has deleted or changed the file in the cache.</summary>
    private byte[]? MakeAgain(string name)
    {
        _cache!.Forget(name);
        return _asked.TryGetValue(name, out var asked) && MakeOne(asked.Picture, name, Read(asked.Picture), asked.Format, asked.Width) is not null ? _cache.Read(name) : null;
    }

    private static List<int> Wanted(PictureShelf shelf, bool[] isNamed)
    {
        var wanted = new List<int>();
        for (var picture = 0; picture < isNamed.Length; picture++)
        {
            if (isNamed[picture] && shelf[picture].CanBeShrunk)
            {
                wanted.Add(picture);
            }
        }

        return wanted;
    }

    /// <summary>By format of the configuration. Asked only where something of that format is to be made.</summary>
    private bool[] WritableFormats(PictureShelf shelf, List<int> wanted)
    {
        var isWritable = new bool[_pictures.Formats.Count];
        for (var i = 0; i < isWritable.Length; i++)
        {
            var format = _pictures.Formats[i];
            isWritable[i] = !wanted.Exists(picture => Misses(shelf[picture], format)) || _tool!.CanWrite(format);
            if (!isWritable[i])
            {
                _problems.Add(PictureDiagnostics.FormatUnwritable(_settings, PictureNames.Of(format), _tool!.Version));
            }
        }

        return isWritable;
    }

    private bool Misses(PictureFile picture, PictureFormat format)
    {
        foreach (var width in _pictures.Widths)
        {
            if (IsWanted(picture, format, width) && _cache!.SizeOf(NameOf(picture, format, width)) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only what is narrower than the picture, and keeps what is transparent.</summary>
    private static bool IsWanted(in PictureFile picture, PictureFormat format, int width) =>
        width < picture.Facts.Width && (format != PictureFormat.Jpeg || !picture.Facts.Has(PictureTraits.Alpha));

    private string NameOf(in PictureFile picture, PictureFormat format, int width) => PictureShelf.NameOf(picture.Content, format, width, _pictures.QualityOf(format));

    private (uint Variants, int? Tone) MakeAll(PictureFile picture, bool[] isWritable)
    {
        var bytes = new Lazy<byte[]?>(() => Read(picture), isThreadSafe: false);
        return (VariantsOf(picture, bytes, isWritable), VariantColours.IsWanted(picture) ? ToneOf(picture, bytes) : null);
    }

    /// <summary>As <see cref="PictureShelf.Bit"/>. A variant that is no lighter than the picture itself helps nobody.</summary>
    private uint VariantsOf(PictureFile picture, Lazy<byte[]?> bytes, bool[] isWritable)
    {
        var variants = 0u;
        for (var i = 0; i < isWritable.Length; i++)
        {
            var format = _pictures.Formats[i];
            for (var w = 0; isWritable[i] && w < _pictures.Widths.Count; w++)
            {
                var width = _pictures.Widths[w];
                if (!IsWanted(picture, format, width))
                {
                    continue;
                }

                var name = NameOf(picture, format, width);
                _asked.TryAdd(name, (picture, format, width));
                if ((_cache!.SizeOf(name) ?? MakeOne(picture, name, bytes.Value, format, width)) is not { } size)
                {
                    return variants;
                }

                variants |= size < picture.Bytes ? PictureShelf.Bit(i, w) : 0;
            }
        }

        return variants;
    }

    private int? ToneOf(PictureFile picture, Lazy<byte[]?> bytes)
    {
        if (_colours!.Known(picture) is { } known)
        {
            return known;
        }

        return bytes.Value is { } read ? _colours.Ask(picture, read) : null;
    }

    /// <summary>The picture that its facts are about; null where it was saved anew since, or cannot be read.</summary>
    private byte[]? Read(PictureFile picture)
    {
        using var bytes = tree.Read(tree.Find(picture.Path));
        if (bytes.Problem is null && ContentHash.Of(bytes.Span) == picture.Content)
        {
            return bytes.Span.ToArray();
        }

        if (bytes.Problem is null)
        {
            _stale.Add(picture.Path);
        }

        _problems.Add(bytes.Problem ?? StorageDiagnostics.ChangedDuringBuild(SourcePath.Shown(picture.Path)));
        return null;
    }

    /// <summary>Its bytes; null where it could not be made, which is said.</summary>
    private long? MakeOne(PictureFile picture, string name, byte[]? bytes, PictureFormat format, int width)
    {
        if (bytes is null)
        {
            return null;
        }

        if (_tool!.Shrink(bytes, width, format, _pictures.QualityOf(format)) is { } made && _cache!.Add(name, made))
        {
            return made.Length;
        }

        _problems.Add(PictureDiagnostics.NotShrunk(SourcePath.File(picture.Path), _tool.Version));
        return null;
    }
}
