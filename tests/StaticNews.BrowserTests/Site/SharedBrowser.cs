using StaticNews.BrowserTests.Browsing;

namespace StaticNews.BrowserTests.Site;

/// <summary>
/// What all tests share, and what is cleared away after the last one. One collection: a page's speed is not measured
/// while other tests keep the machine busy.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<SharedBrowser>, IAsyncLifetime
{
    public const string Name = "the sample site in a browser";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Chromium.Shared.IsValueCreated && Chromium.Shared.Value.IsCompletedSuccessfully)
        {
            await (await Chromium.Shared.Value).DisposeAsync();
        }

        if (SampleSite.Shared.IsValueCreated && SampleSite.Shared.Value.IsCompletedSuccessfully)
        {
            await (await SampleSite.Shared.Value).DisposeAsync();
        }
    }
}
