using StaticNews.Articles;
using StaticNews.Articles.Prose;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Holds every target that sources name against what the site has.</summary>
internal sealed class LinkCheck(SiteConfig config, Timeline timeline, UrlMap urls, SourceNames names, PictureCheck pictures, List<Diagnostic> diagnostics)
{
    /// <summary>What one worker checks at a time.</summary>
    private const int PieceArticles = 1024;

    private readonly HashSet<string> _future = timeline.Future.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);

    public void CheckArticles()
    {
        var articles = timeline.Articles;
        var found = new List<Diagnostic>[(articles.Length + PieceArticles - 1) / PieceArticles];
        Parallel.For(0, found.Length, piece =>
        {
            found[piece] = [];
            foreach (var article in articles.AsSpan(piece * PieceArticles, Math.Min(PieceArticles, articles.Length - (piece * PieceArticles))))
            {
                Check(article.Path, article.Links, article.Image, found[piece]);
            }
        });
        foreach (var piece in found)
        {
            diagnostics.AddRange(piece);
        }
    }

    public void CheckProfiles(IEnumerable<Profile> profiles)
    {
        foreach (var profile in profiles)
        {
            Check(profile.Path, profile.Links, profile.Image, diagnostics);
        }
    }

    /// <summary>What is wrong with the pictures that the others named.</summary>
    public void ReportPictures() => diagnostics.AddRange(pictures.Diagnostics());

    /// <summary>The footer, the logo and the icon stand on every page.</summary>
    public void CheckSite()
    {
        var at = SourceLocation.File(SourcePath.SiteYml);
        foreach (var link in config.Footer)
        {
            CheckRoot(link.Url, at);
        }

        CheckFile(config.Publisher?.Logo, at);
        CheckFile(config.Publisher?.Icon, at);
    }

    private void Check(string path, IReadOnlyList<LinkReference> links, ArticleImage? image, List<Diagnostic> found)
    {
        foreach (var link in links)
        {
            if (urls.Find(link.Target) is not { } url)
            {
                Report(link, SourcePath.Place(path), found);
            }
            else
            {
                pictures.Meet(url, link.At, path);
            }
        }

        if (image is not null)
        {
            CheckImage(path, image, links, found);
        }
    }

    private void CheckImage(string path, ArticleImage image, IReadOnlyList<LinkReference> links, List<Diagnostic> found)
    {
        var target = LinkTarget.Read(image.Src, path);
        if (target.IsInSite && urls.Find(target.Key) is { } url)
        {
            pictures.Meet(url, image.At, path);
            if (pictures.ShapeOf(url, image, path) is { } differs)
            {
                found.Add(differs);
            }

            return;
        }

        var isReported = links.Any(link => link.Target.Equals(target.Key, StringComparison.Ordinal));
        if (target.IsInSite && !isReported && !LeadsElsewhere(target.Key))
        {
            found.Add(ArchiveDiagnostics.FileMissing(image.At.In(SourcePath.Place(path)), image.SrcText));
        }
    }

    private void Report(LinkReference link, ShownPath ownPath, List<Diagnostic> found)
    {
        var at = link.At.In(ownPath);
        if (link.IsShortcode && SourcePath.IsMarkdown(link.Target) && !_future.Contains(link.Target))
        {
            found.Add(ArchiveDiagnostics.ReferenceNotFound(at, link.Target[(link.Target.LastIndexOf('/') + 1)..]));
        }
        else if (SourcePath.IsMarkdown(link.Target))
        {
            found.Add(_future.Contains(link.Target)
                ? ArchiveDiagnostics.LinkNotYetPublished(at, link.Target)
                : ArchiveDiagnostics.LinkNotFound(at, link.Target, names.Elsewhere(link.Target)));
        }
        else if (!LeadsElsewhere(link.Target))
        {
            var isPage = link.Target.StartsWith('/') && !IsPicture(link.Target);
            found.Add(isPage ? ArchiveDiagnostics.LinkUnknown(at, link.Target) : ArchiveDiagnostics.FileMissing(at, link.Target));
        }
    }

    private void CheckFile(string? url, SourceLocation at)
    {
        if (url is not null && LinkTarget.Read(url, "") is { IsInSite: true } target && urls.Find(target.Key) is null)
        {
            diagnostics.Add(ArchiveDiagnostics.FileMissing(at, url));
        }
    }

    private void CheckRoot(string url, SourceLocation at)
    {
        var target = LinkTarget.Read(url, "");
        if (target.Kind == LinkKind.Root && urls.Find(target.Key) is null && !LeadsElsewhere(target.Key))
        {
            diagnostics.Add(ArchiveDiagnostics.LinkUnknown(at, url));
        }
    }

    /// <summary>Links from the root that this archive does not have may lead to the site where the articles were first published.</summary>
    private bool LeadsElsewhere(string target) => target.StartsWith('/') && config.Markdown.Elsewhere is not null;

    private static bool IsPicture(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot >= 0 && Pictures.Contains(path[(dot + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    private static readonly string[] Pictures = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];
}
