using System.ComponentModel;
using StaticNews.Benchmarks.Builds;

namespace StaticNews.Benchmarks.Peer;

/// <summary>Lays out the same archive for each generator, in one folder.</summary>
internal sealed class PeerFolder(string corpus, string folder)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "Peer", "site");

    /// <summary>A site for Hugo of equal work.</summary>
    public static string HugoSite { get; } = Path.Combine(AppContext.BaseDirectory, "Peer", "hugo");

    public static bool HasHugo()
    {
        try
        {
            MeasuredProcess.Run("hugo", "version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Templates of equal work.</summary>
    public PeerEntry LayOutEqual(StaticNewsCommand command)
    {
        var site = LayOut("staticnews", "peer.yml");
        Copy(Path.Combine(Shipped, "assets"), Path.Combine(site, "content", "_assets"));
        Copy(Path.Combine(Shipped, "templates"), Path.Combine(site, "templates"));
        return Entry("StaticNews, equal work", site, command);
    }

    /// <summary>The theme that the command carries.</summary>
    public PeerEntry LayOutShipped(StaticNewsCommand command) =>
        Entry("StaticNews, shipped theme", LayOut("shipped", "shipped.yml"), command);

    /// <param name="hugoSite">A site for Hugo without content, which stays as it is.</param>
    /// <param name="configurations">Its configuration files, as <c>--config</c> takes them.</param>
    public PeerEntry LayOutHugo(string hugoSite, string configurations)
    {
        var site = Path.Combine(folder, "hugo");
        var output = Path.Combine(folder, "hugo-public");
        var cache = Path.Combine(folder, "hugo-cache");
        Copy(hugoSite, site);
        return new PeerEntry(
            "Hugo",
            output,
            cache,
            () =>
                MeasuredProcess.Run(
                    "hugo",
                    "--source",
                    site,
                    "--config",
                    configurations,
                    "--contentDir",
                    Path.GetFullPath(corpus),
                    "--destination",
                    output,
                    "--cacheDir",
                    cache,
                    "--noBuildLock"
                )
        );
    }

    private static PeerEntry Entry(string name, string site, StaticNewsCommand command)
    {
        var output = site + "-public";
        return new PeerEntry(
            name,
            output,
            Path.Combine(site, ".staticnews"),
            () => command.BuildForPeople(site, output)
        );
    }

    private string LayOut(string name, string settings)
    {
        var site = Path.Combine(folder, name);
        Copy(corpus, Path.Combine(site, "content"));
        File.Copy(Path.Combine(Shipped, settings), Path.Combine(site, "site.yml"));
        return site;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
