using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Images;
using StaticNews.Images.Decoding;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Between cataloguing and planning: has libvips compute the dominant colours of the images that pages show and, if
/// site.yml asks for them, make smaller copies, so that pages then name only files that exist. Colours are kept in the
/// build log and copies in <see cref="ImageFileCache"/>; without the library, pages show the images as they are.
/// </summary>
internal sealed class ImageVariants(
    BuildOptions options,
    SiteConfig config,
    SourceTree tree,
    StateFolder state,
    BuildLog log,
    IProgress<BuildProgress> progress
) : IDisposable
{
    private readonly PicturesConfig _pictures = config.Pictures;
    private readonly ConcurrentBag<Diagnostic> _problems = [];
    private readonly ConcurrentBag<string> _stale = [];
    private readonly ConcurrentBag<ImageWorkerProcess> _processes = [];

    /// <summary>
    /// In the cache; with those that no page names because they are no lighter, which would be made again otherwise.
    /// </summary>
    private readonly ConcurrentDictionary<string, (ImageFile Picture, ImageTask Task)> _asked = new(
        StringComparer.Ordinal
    );

    private int _done;

    /// <summary>Null where no smaller copies are asked for.</summary>
    private ImageFileCache? _cache;

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<Diagnostic> Problems => _problems;

    /// <summary>Pictures, below content/, that are not what earlier builds remember of them.</summary>
    public IReadOnlyCollection<string> Stale => _stale;

    /// <summary>The catalogue with the colours and the smaller files of its images.</summary>
    public Catalog Make(Catalog catalog, CancellationToken stop)
    {
        if (!_pictures.Variants)
        {
            ImageFileCache.Clear(state);
        }

        if (catalog.Pictures.Count == 0)
        {
            return catalog;
        }

        _cache = _pictures.Variants ? ImageFileCache.Open(state, ImageLibrary.Name) : null;
        var shelf = catalog.Pictures;
        var variants = new uint[shelf.Count];
        var tones = new int?[shelf.Count];
        var wanted = Wanted(shelf, ReferencedImages.In(catalog));
        Workers.Share(
            wanted,
            options.Jobs,
            () => NewWorker(stop),
            Make,
            static worker => worker.Process.Dispose(),
            stop,
            pieceItems: 1
        );
        if (_processes.FirstOrDefault(process => process.Fault != ImageLibraryFault.None) is { } faulty)
        {
            _problems.Add(
                ImageDiagnostics.LibraryUnusable(
                    SourceLocation.File(SourcePath.SiteYml),
                    faulty.Fault,
                    faulty.FaultDetail
                )
            );
        }

        if (_cache?.Fault is { } reason)
        {
            _problems.Add(ImageDiagnostics.CopiesNotKept(ImageFileCache.DisplayFolder, reason));
        }

        return catalog with
        {
            Pictures = shelf.With(variants, tones),
        };

        bool Make(int picture, (ImageWorkerProcess Process, ImageCache Known) worker)
        {
            progress.Report(new BuildProgress(BuildStage.Images, Interlocked.Increment(ref _done), wanted.Count));
            (tones[picture], variants[picture]) = MakeAll(shelf[picture], worker.Process, worker.Known);
            return true;
        }
    }

    /// <summary>
    /// Publishes the files that pages name, and removes from the cache what this build did not ask for.
    /// </summary>
    /// <param name="written">Receives the path of each file that is new.</param>
    public void Publish(Catalog catalog, OutputTree output, Action<string>? written, CancellationToken stop)
    {
        if (_cache is null)
        {
            return;
        }

        var published = new HashSet<string>(StringComparer.Ordinal);
        var hash = new FingerprintBuilder();
        foreach (var name in catalog.Pictures.VariantNames())
        {
            stop.ThrowIfCancellationRequested();
            if (
                published.Add(name)
                && Publish(name, hash.Add(name).Add(ImageLibrary.Name).FinishQuickly(), output, stop)
                    == PublishOutcome.Written
            )
            {
                written?.Invoke(PathOf(name));
            }
        }

        _cache.RemoveUnwanted(_asked.Keys.ToHashSet(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }

        _cache?.Dispose();
    }

    private static string PathOf(string name) => SiteUrls.Variants[1..] + name;

    private (ImageWorkerProcess Process, ImageCache Known) NewWorker(CancellationToken stop)
    {
        var process = new ImageWorkerProcess(options.ImageWorker, stop);
        _processes.Add(process);
        return (process, new ImageCache(log, isTrusted: false));
    }

    private PublishOutcome Publish(string name, ulong key, OutputTree output, CancellationToken stop)
    {
        if (output.Keep(PathOf(name), [key]))
        {
            return PublishOutcome.Unchanged;
        }

        if ((_cache!.Read(name) ?? MakeAgain(name, stop)) is { } bytes)
        {
            return output.Publish(PathOf(name), bytes, [key]);
        }

        _problems.Add(StorageDiagnostics.ChangedDuringBuild(ImageFileCache.DisplayPath(name)));
        return PublishOutcome.Failed;
    }

    /// <summary>Somebody has deleted or changed the file in the cache.</summary>
    private byte[]? MakeAgain(string name, CancellationToken stop)
    {
        _cache!.Forget(name);
        if (!_asked.TryGetValue(name, out var asked) || Read(asked.Picture) is not { } bytes)
        {
            return null;
        }

        using var process = new ImageWorkerProcess(options.ImageWorker, stop);
        var reply = process.Run(bytes, [asked.Task])[0];
        return IsDone(reply, asked.Task) && _cache.Add(name, reply.Bytes) ? _cache.Read(name) : null;
    }

    private static List<int> Wanted(ImageIndex shelf, bool[] isNamed)
    {
        var wanted = new List<int>();
        for (var picture = 0; picture < isNamed.Length; picture++)
        {
            if (isNamed[picture] && shelf[picture].CanBeDecoded)
            {
                wanted.Add(picture);
            }
        }

        return wanted;
    }

    /// <summary>
    /// The picture's colour, null where that is as it was, and which variants there are, as
    /// <see cref="ImageIndex.Bit"/> has them.
    /// </summary>
    private (int? Tone, uint Variants) MakeAll(ImageFile picture, ImageWorkerProcess process, ImageCache known)
    {
        var variants = VariantsOf(picture);
        variants.ForEach(variant => _asked.TryAdd(variant.Name, (picture, variant.Task)));
        var missing = variants.FindAll(variant => _cache!.SizeOf(variant.Name) is null);
        var isColourMissing = picture.Facts.Color == ImageFacts.NoColor;
        var failure = picture.Facts.Color == ImageFacts.UndecodableColor ? ImageOutcome.Undecodable : ImageOutcome.Done;
        int? tone = null;
        if (failure == ImageOutcome.Done && (isColourMissing || missing.Count > 0))
        {
            if (Read(picture) is not { } bytes)
            {
                return default;
            }

            List<ImageTask> tasks =
            [
                .. isColourMissing ? [ImageTask.DominantColour] : Array.Empty<ImageTask>(),
                .. missing.Select(variant => variant.Task),
            ];
            var replies = process.Run(bytes, tasks).AsSpan();
            if (isColourMissing)
            {
                tone = Remember(picture, replies[0], known);
            }

            failure = KeepAll(missing, replies[^missing.Count..]);
            failure = failure == ImageOutcome.Done ? replies[0].Outcome : failure;
        }

        if (failure is not (ImageOutcome.Done or ImageOutcome.NotTried))
        {
            _problems.Add(ImageDiagnostics.NotDecoded(SourcePath.File(picture.Path), ImageLibrary.Name, failure));
        }

        return (tone, failure == ImageOutcome.Undecodable ? 0 : BitsOf(picture, variants));
    }

    /// <summary>A variant that is not smaller than the image itself is not kept.</summary>
    private uint BitsOf(ImageFile picture, List<Variant> variants)
    {
        var bits = 0u;
        foreach (var variant in variants)
        {
            bits |= _cache!.SizeOf(variant.Name) is { } size && size < picture.Bytes ? variant.Bit : 0;
        }

        return bits;
    }

    /// <summary>
    /// Those that site.yml asks for, only narrower than the picture, and in a format that keeps transparency.
    /// </summary>
    private List<Variant> VariantsOf(ImageFile picture)
    {
        var variants = new List<Variant>();
        for (var i = 0; _cache is not null && picture.CanBeShrunk && i < _pictures.Formats.Count; i++)
        {
            var format = _pictures.Formats[i];
            for (var w = 0; w < _pictures.Widths.Count; w++)
            {
                var task = new ImageTask(format, _pictures.Widths[w], _pictures.QualityOf(format));
                if (
                    task.Width < picture.Facts.Width
                    && (format != ImageFormat.Jpeg || !picture.Facts.Has(ImageTraits.Alpha))
                )
                {
                    variants.Add(
                        new Variant(
                            ImageIndex.NameOf(picture.Content, format, task.Width, task.Quality),
                            task,
                            ImageIndex.Bit(i, w)
                        )
                    );
                }
            }
        }

        return variants;
    }

    /// <summary>
    /// The colour, kept in the log; so is that libvips cannot decode the picture, but not that the worker process came
    /// to an end, which may go better the next time.
    /// </summary>
    private int? Remember(ImageFile picture, ImageReply reply, ImageCache known)
    {
        int? tone = reply switch
        {
            { Outcome: ImageOutcome.Done, Bytes: [var red, var green, var blue] } => (red << 16) | (green << 8) | blue,
            { Outcome: ImageOutcome.Undecodable } => ImageFacts.UndecodableColor,
            _ => null,
        };
        if (tone is { } told)
        {
            known.Replace(tree.Find(picture.Path), picture.Content, picture.Facts with { Color = told });
        }

        return tone;
    }

    private ImageOutcome KeepAll(List<Variant> variants, ReadOnlySpan<ImageReply> replies)
    {
        for (var i = 0; i < replies.Length; i++)
        {
            if (!IsDone(replies[i], variants[i].Task))
            {
                return replies[i].Outcome == ImageOutcome.Done ? ImageOutcome.Undecodable : replies[i].Outcome;
            }

            // Where the disk refuses, the folder is reported and not each image.
            _cache!.Add(variants[i].Name, replies[i].Bytes);
        }

        return ImageOutcome.Done;
    }

    private static bool IsDone(ImageReply reply, ImageTask task) =>
        reply.Outcome == ImageOutcome.Done && ImageHeaderReader.FormatOf(reply.Bytes) == task.Format;

    /// <summary>The picture that its facts are about; null where it was saved anew since, or cannot be read.</summary>
    private byte[]? Read(ImageFile picture)
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

    /// <param name="Name">In the cache, and below <see cref="SiteUrls.Variants"/>.</param>
    private readonly record struct Variant(string Name, ImageTask Task, uint Bit);
}
