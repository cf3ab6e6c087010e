using System.Runtime.CompilerServices;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Pages;

namespace StaticNews.Tests.Building;

/// <summary>The key of all sites of the tests, so that none asks for the key of the person who runs them.</summary>
internal static class TestKey
{
    public const string Secret = "a secret of the tests";

    public static StateKeyPlace Place { get; } = new(Secret, Folder: null);

    /// <summary>For commands that tests start as processes.</summary>
    [ModuleInitializer]
    internal static void SetForProcesses() => Environment.SetEnvironmentVariable(StateKey.Variable, Secret);

    /// <summary>
    /// Makes the log say that a source was last read as it is now, with what an earlier build learned of it: a change
    /// that no stamp shows.
    /// </summary>
    /// <param name="source">Below content/.</param>
    public static void ClaimUnchanged(TestSite site, string source)
    {
        using var state = StateFolder.Open(site.Root, StateKey.FromSecret(Secret)!).State!;
        using var log = BuildLog.Open(state, site.Output, RendererVersion.Name, DateTime.UtcNow.AddDays(1).Ticks);
        Assert.True(log.TryFindFacts(source, out var facts));
        Assert.True(log.TryReadPayload(facts, new LogBuffer(), out var payload));
        log.AddFacts(source, FileStatus.At(site.PathOf($"content/{source}")).Stamp, facts.Content, payload.ToArray());
    }
}
