using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StaticNews.BrowserTests.Browsing;

/// <summary>A page in the browser, and what it did that a page of ours never does.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private OpenPage(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
            AddIf(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Enqueue($"page error: {error}");
        page.RequestFailed += (_, request) => _complaints.Enqueue($"failed: {request.Url} ({request.Failure})");
        page.Response += (_, response) => AddIf(response.Status >= 400, $"{response.Status}: {response.Url}");
        page.Request += (_, request) =>
            AddIf(!IsOwn(new Uri(request.Url), address), $"request to another place: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Of the page itself, 0 where there was no answer.</summary>
    public int Status { get; private set; }

    /// <summary>What the console, the network and scripts complained of so far.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<OpenPage> GoAsync(IBrowserContext context, IPage page, Uri address)
    {
        var open = new OpenPage(context, page, address);
        var response = await page.GotoAsync(address.AbsoluteUri);
        open.Status = response?.Status ?? 0;
        return open;
    }

    /// <summary>
    /// Has every picture fetched, also those that wait until one scrolls to them, and waits until each is there or is
    /// known to be missing.
    /// </summary>
    public Task LoadPicturesAsync() =>
        Page.EvaluateAsync(
            """
            async () => {
              const all = [...document.images];
              all.forEach(image => image.loading = 'eager');
              await Promise.all(all.map(image => image.complete || new Promise(done => { image.onload = image.onerror = done; })));
            }
            """
        );

    /// <summary>Another size for the page that is open; scale and scheme stay.</summary>
    public Task ResizeAsync(View view) => Page.SetViewportSizeAsync(view.Width, view.Height);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static bool IsOwn(Uri asked, Uri page) =>
        asked.Scheme == "data" || asked.GetLeftPart(UriPartial.Authority) == page.GetLeftPart(UriPartial.Authority);

    private void AddIf(bool wrong, string complaint)
    {
        if (wrong)
        {
            _complaints.Enqueue(complaint);
        }
    }
}
