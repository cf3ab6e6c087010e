using StaticNews.Archive.Routes;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Holds every target that sources name against what the site has.</summary>
internal sealed class LinkChecker(
    Catalog catalog,
    ArticleTable timeline,
    LinkResolver urls,
    SourceNames names,
    UnpublishedSources unpublished,
    ImageChecker pictures,
    List<Diagnostic> diagnostics
)
{
    /// <summary>What one worker checks at a time.</summary>
    private const int PieceArticles = 1024;

    private readonly SiteConfig _config = catalog.Config;
    private readonly NearFiles _near = new(catalog.Assets);

    public void CheckArticles()
    {
        var articles = timeline.Articles;
        var found = new (List<Diagnostic> Diagnostics, List<MissingFile> Missing)[
            (articles.Length + PieceArticles - 1) / PieceArticles
        ];
        Parallel.For(
            0,
            found.Length,
            piece =>
            {
                found[piece] = ([], []);
                foreach (
                    var article in articles.AsSpan(
                        piece * PieceArticles,
                        Math.Min(PieceArticles, articles.Length - (piece * PieceArticles))
                    )
                )
                {
                    Check(article.Path, article.Links, article.Image, found[piece].Diagnostics, found[piece].Missing);
                }
            }
        );
        foreach (var piece in found)
        {
            diagnostics.AddRange(piece.Diagnostics);
            Report(piece.Missing);
        }
    }

    public void CheckProfiles(IEnumerable<Profile> profiles)
    {
        foreach (var profile in profiles)
        {
            var missing = new List<MissingFile>();
            Check(profile.Path, profile.Links, profile.Image, diagnostics, missing);
            Report(missing);
        }
    }

    /// <summary>The faults of the images that the others named.</summary>
    public void ReportPictures() => diagnostics.AddRange(pictures.Diagnostics());

    /// <summary>The footer, the logo and the icon stand on every page.</summary>
    public void CheckSite()
    {
        foreach (var link in _config.Footer)
        {
            CheckFooter(link.Url);
        }

        CheckFile(_config.Publisher?.Logo);
        CheckFile(_config.Publisher?.Icon);
    }

    private void Check(
        string path,
        IReadOnlyList<LinkReference> links,
        ArticleImage? image,
        List<Diagnostic> found,
        List<MissingFile> missing
    )
    {
        foreach (var link in links)
        {
            if (urls.Look(link.Target) is { } target)
            {
                pictures.Meet(target.Url, link.At, path);
                ReportSpelling(target, link.Target, link.At, path, found);
            }
            else if (unpublished.Find(link.Target) is { } reason)
            {
                found.Add(Unpublished(link.At.In(SourcePath.Place(path)), link.Target, reason));
            }
            else
            {
                Report(link, SourcePath.Place(path), found, missing);
            }
        }

        if (image is not null)
        {
            CheckImage(path, image, links, found, missing);
        }
    }

    private void CheckImage(
        string path,
        ArticleImage image,
        IReadOnlyList<LinkReference> links,
        List<Diagnostic> found,
        List<MissingFile> missing
    )
    {
        var target = LinkTarget.Read(image.Src, path);
        if (!target.IsInSite)
        {
            return;
        }

        if (urls.LookPicture(path, image.Src) is { } picture)
        {
            pictures.Meet(picture.Url, image.At, path);
            ReportSpelling(picture, image.Src, image.At, path, found);
            if (pictures.ShapeOf(picture.Url, image, path) is { } differs)
            {
                found.Add(differs);
            }

            return;
        }

        var isReported = links.Any(link => link.Target.Equals(target.Key, StringComparison.Ordinal));
        if (!isReported && !LeadsElsewhere(target.Key))
        {
            missing.Add(new MissingFile(image.At.In(SourcePath.Place(path)), image.SrcText, target.Key));
        }
    }

    private static void ReportSpelling(
        in ResolvedTarget target,
        string written,
        SourceSpot at,
        string path,
        List<Diagnostic> found
    )
    {
        if (target.Spelling is { } spelling)
        {
            found.Add(
                ArchiveDiagnostics.SpelledOtherwise(
                    at.In(SourcePath.Place(path)),
                    written,
                    spelling.Name,
                    spelling.Second
                )
            );
        }
    }

    private static Diagnostic Unpublished(SourceLocation at, string target, UnpublishedReason reason) =>
        reason switch
        {
            UnpublishedReason.Future => ArchiveDiagnostics.LinkNotYetPublished(at, target),
            UnpublishedReason.Draft => ArchiveDiagnostics.LinkToDraft(at, target),
            UnpublishedReason.Removed => ArchiveDiagnostics.LinkToRemoved(at, target),
            _ => ArchiveDiagnostics.LinkToErrors(at, target),
        };

    private void Report(LinkReference link, ShownPath ownPath, List<Diagnostic> found, List<MissingFile> missing)
    {
        var at = link.At.In(ownPath);
        if (SourcePath.IsMarkdown(link.Target))
        {
            found.Add(
                link.IsShortcode
                    ? ArchiveDiagnostics.ReferenceNotFound(at, link.Target[(link.Target.LastIndexOf('/') + 1)..])
                    : ArchiveDiagnostics.LinkNotFound(at, link.Target, names.Elsewhere(link.Target))
            );
        }
        else if (LeadsElsewhere(link.Target))
        {
            return;
        }
        else if (link.Target.StartsWith('/') && !IsPicture(link.Target))
        {
            found.Add(ArchiveDiagnostics.LinkUnknown(at, link.Target));
        }
        else
        {
            missing.Add(new MissingFile(at, link.Target, link.Target));
        }
    }

    /// <summary>
    /// In the order of the articles, by one thread: only so many are compared with what is there, and which may not
    /// depend on chance.
    /// </summary>
    private void Report(List<MissingFile> missing)
    {
        foreach (var file in missing)
        {
            diagnostics.Add(ArchiveDiagnostics.FileMissing(file.At, file.Written, _near.To(file.Target)));
        }
    }

    private void CheckFile(string? url)
    {
        if (
            url is not null
            && LinkTarget.Read(url, "") is { IsInSite: true } target
            && !IsThere(target.Key, PlaceOf(url))
        )
        {
            Report([new MissingFile(PlaceOf(url), url, target.Key)]);
        }
    }

    private void CheckFooter(string url)
    {
        var target = LinkTarget.Read(url, "");
        if (
            target.Kind is LinkKind.Root or LinkKind.Article
            && !IsThere(target.Key, PlaceOf(url))
            && !LeadsElsewhere(target.Key)
        )
        {
            diagnostics.Add(ArchiveDiagnostics.FooterLinkUnknown(PlaceOf(url), url));
        }
    }

    /// <summary>Whether the site has the file that site.yml names; another spelling is reported.</summary>
    private bool IsThere(string target, SourceLocation at)
    {
        var found = urls.Look(target);
        if (found?.Spelling is { } spelling)
        {
            diagnostics.Add(ArchiveDiagnostics.SpelledOtherwise(at, target, spelling.Name, spelling.Second));
        }

        return found is not null;
    }

    private SourceLocation PlaceOf(string address) =>
        _config.AddressPlaces.GetValueOrDefault(address) ?? SourceLocation.File(SourcePath.SiteYml);

    /// <summary>
    /// Links from the root that this archive does not have may lead to the site where the articles were first
    /// published.
    /// </summary>
    private bool LeadsElsewhere(string target) => target.StartsWith('/') && _config.Markdown.Elsewhere is not null;

    private static bool IsPicture(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot >= 0 && Pictures.Contains(path[(dot + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    private static readonly string[] Pictures = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

    /// <param name="Written">As the source has it.</param>
    /// <param name="Target">As <see cref="LinkTarget.Key"/>.</param>
    private readonly record struct MissingFile(SourceLocation At, Utf8Text Written, string Target);
}

/// <summary>
/// Which file may be meant where one is missing: of the same folder one with nearly that name, or the only one of that
/// name elsewhere. An archive without its pictures lacks a million, so only so many names are compared in one build.
/// Not for several threads.
/// </summary>
/// <param name="assets">Below content/, ordinal.</param>
internal sealed class NearFiles(IReadOnlyList<string> assets)
{
    /// <summary>A tenth of a second of work; a folder of usual size takes a hundred of them.</summary>
    private const int ComparisonsMax = 100_000;

    private Dictionary<string, List<string>>? _byFolder;
    private Dictionary<string, string?>? _byName;
    private int _compared;

    /// <summary>Below content/; null where none is near, or where enough have been compared.</summary>
    /// <param name="target">Below content/, or a site URL.</param>
    public string? To(string target)
    {
        if (assets.Count == 0 || _compared >= ComparisonsMax)
        {
            return null;
        }

        var path = target.StartsWith(SiteUrls.Assets, StringComparison.Ordinal)
            ? string.Concat("_", target.AsSpan(1))
            : target.TrimStart('/');
        var slash = path.LastIndexOf('/');
        var (folder, name) = (path[..(slash + 1)], path[(slash + 1)..]);
        Gather();
        return Beside(folder, name) ?? _byName!.GetValueOrDefault(name);
    }

    private string? Beside(string folder, string name)
    {
        if (!_byFolder!.TryGetValue(folder, out var names))
        {
            return null;
        }

        _compared += names.Count;
        var letters = WithoutDigits(name);
        var nearest = SpellingSuggestion.Nearest(
            name,
            names.Where(other =>
                Math.Abs(other.Length - name.Length) <= Math.Max(1, name.Length / 3)
                && !WithoutDigits(other).Equals(letters, StringComparison.OrdinalIgnoreCase)
            )
        );
        return nearest is null ? null : folder + nearest;
    }

    private void Gather()
    {
        if (_byFolder is not null)
        {
            return;
        }

        (_byFolder, _byName) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var asset in assets)
        {
            var slash = asset.LastIndexOf('/');
            var (folder, name) = (asset[..(slash + 1)], asset[(slash + 1)..]);
            (_byFolder.TryGetValue(folder, out var names) ? names : _byFolder[folder] = []).Add(name);
            _byName[name] = _byName.ContainsKey(name) ? null : asset;
        }
    }

    /// <summary>
    /// Pictures that differ in a number alone are others of one series: <c>IMG_2041.jpg</c> is not <c>IMG_2042.jpg</c>.
    /// </summary>
    private static string WithoutDigits(string name) =>
        name.AsSpan().IndexOfAnyInRange('0', '9') < 0
            ? name
            : string.Concat(name.Where(static c => !char.IsAsciiDigit(c)));
}
