using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>Names inside <c>.staticnews/</c>, the folder beside site.yml where a site's builds keep what they know.</summary>
internal static class StateFolder
{
    public const string Name = ".staticnews";

    public static string Lock(string siteRoot) => Path.Join(siteRoot, Name, "lock");

    /// <summary>Who holds the lock: a file of its own, for a locked one cannot be read on every system.</summary>
    public static string LockHolder(string siteRoot) => Path.Join(siteRoot, Name, "running");

    public static string Log(string siteRoot) => Path.Join(siteRoot, Name, "build.log");

    public static string Pictures(string siteRoot) => Path.Join(siteRoot, Name, "pictures");

    public static string Ledger(string siteRoot, string outputId) => Path.Join(siteRoot, Name, "outputs", $"{outputId}.txt");

    /// <summary>
    /// An output folder's name in those files: from where it lies as seen from the site, so that a site that is moved with
    /// its output keeps its records, and no path of a machine is stored.
    /// </summary>
    public static string OutputId(string siteRoot, string outputFolder)
    {
        var site = RealPath.Of(siteRoot) ?? Path.GetFullPath(siteRoot);
        var output = RealPath.Of(outputFolder) ?? Path.GetFullPath(outputFolder);
        var relative = Path.GetRelativePath(site, output).Replace('\\', '/');
        var hash = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(relative));
        return ((ulong)(hash.Value >> 64)).ToString("x16", CultureInfo.InvariantCulture);
    }
}
