using System.Text;
using StaticNews.Diagnostics;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

/// <summary>
/// One build as SiteBuilder drives the storage: lock, log, tree; disposed without <see cref="End"/> it is one that was
/// given up.
/// </summary>
internal sealed class TestBuild : IDisposable
{
    private readonly StateFolder _state;
    private readonly BuildLock _lock;
    private readonly OutputLock? _entrance;

    public TestBuild(
        StorageFolder site,
        string siteName = "The Meridian, https://meridian.example/",
        string version = "1",
        string? output = null,
        Adoption adoption = Adoption.Report
    )
    {
        _state = site.OpenState();
        var (taken, problem) = BuildLock.Take(_state);
        _lock = taken ?? throw new InvalidOperationException(problem!.Message);
        Log = BuildLog.Open(_state, output ?? site.Output, version, _lock.ClockTicks);
        (_entrance, Refusal) = OutputLock.Find(
            site.Links with
            {
                FollowsOut = output is not null,
            },
            _state,
            output ?? site.Output,
            siteName
        );
        (var tree, Refusal) = _entrance is null
            ? (null, Refusal)
            : OutputTree.Open(_entrance, Log, _lock.ClockTicks, adoption);
        Tree = tree!;
    }

    public BuildLog Log { get; }

    public OutputTree Tree { get; }

    public Diagnostic? Refusal { get; }

    public PublishOutcome Publish(string path, string text, params ulong[] key) =>
        Tree.Publish(path, Encoding.UTF8.GetBytes(text), key);

    public IReadOnlyList<Diagnostic> End(FailedSources? failed = null)
    {
        Tree.Finish(failed ?? FailedSources.None);
        Log.Close();
        return Tree.Diagnostics;
    }

    public void Dispose()
    {
        Tree?.Dispose();
        _entrance?.Dispose();
        Log.Dispose();
        _lock.Dispose();
        _state.Dispose();
    }

    /// <summary>A whole build of these pages; the key of each is its number.</summary>
    public static IReadOnlyList<Diagnostic> Run(StorageFolder site, params (string Path, string Text)[] pages)
    {
        using var build = new TestBuild(site);
        Assert.Null(build.Refusal);
        foreach (var (path, text) in pages)
        {
            build.Publish(path, text, 1);
        }

        return build.End();
    }
}
