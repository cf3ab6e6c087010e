using Microsoft.Playwright;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests.Browsing;

/// <summary>
/// The browser, started once for all tests; each page is opened in a context of its own, with nothing kept from others.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright driver, IBrowser browser)
    {
        _driver = driver;
        _browser = browser;
    }

    /// <summary>
    /// What keeps it to our pages: no updates, no accounts, no first run. Its sandbox cannot be had by root.
    /// </summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
    ];

    public static Lazy<Task<Chromium>> Shared { get; } = new(StartAsync);

    public static async Task<OpenPage> OpenAsync(
        SitePage page,
        View view,
        BrowserNewContextOptions? options = null,
        Func<IPage, Task>? before = null
    )
    {
        var site = await SampleSite.Shared.Value;
        return await OpenAsync(site.AddressOf(page), view, options, before);
    }

    /// <param name="options">What the context is to have besides the view's size, scale and scheme.</param>
    /// <param name="before">Done to the empty page before it goes to the address.</param>
    public static async Task<OpenPage> OpenAsync(
        Uri address,
        View view,
        BrowserNewContextOptions? options = null,
        Func<IPage, Task>? before = null
    )
    {
        var browser = (await Shared.Value)._browser;
        options ??= new BrowserNewContextOptions();
        options.ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height };
        options.DeviceScaleFactor = view.Scale;
        options.ColorScheme = view.Scheme;
        var context = await browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await (before?.Invoke(page) ?? Task.CompletedTask);
        return await OpenPage.GoAsync(context, page, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }

    private static async Task<Chromium> StartAsync()
    {
        var program = CheckerPrograms.PathOf(Checker.Chromium);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Headless = true,
                Args = Flags,
            }
        );
        return new Chromium(driver, browser);
    }
}
