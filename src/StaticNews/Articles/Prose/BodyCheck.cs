using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Tells while a source is read whether its body passes a limit, so that lists show it as its page will. May be used by many workers at once.</summary>
internal sealed class BodyCheck(SiteConfig config)
{
    /// <summary>Not the site's own: what is known of articles holds for every base URL.</summary>
    private static readonly BaseUrl AnyBaseUrl = new("https://news.example", "/");

    private static readonly Dictionary<string, string> NoLinks = [];

    private readonly BodyRenderer _bodies = new(config.Markdown, AnyBaseUrl, config.Related);

    /// <summary>Whether the body is shown as plain text because it passes a limit, which is told.</summary>
    /// <param name="path">Of the source, below content/.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public bool IsPlain(SourceText source, TextSpan body, string path, ICollection<Diagnostic> found, CancellationToken stop)
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        if (!BodyForecast.MayPass(text) || _bodies.RenderPage(new BodySource(text.ToString(), path, NoLinks), stop).Fault is not { } fault)
        {
            return false;
        }

        found.Add(fault.Told(source, body));
        return true;
    }
}
