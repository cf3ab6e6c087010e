using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>
/// <c>.staticnews/</c>, the folder beside site.yml where a site's builds keep what they know, held open; and the key to what is in it. It may have come with a checkout: links in it
/// are not followed, what is no regular file is refused, and what the key does not authenticate is not believed.
/// </summary>
internal sealed class StateFolder : IDisposable
{
    public const string Name = ".staticnews";

    public const string LockName = "lock";

    /// <summary>Who holds the lock: a file of its own, for a locked one cannot be read on every system.</summary>
    public const string LockHolderName = "running";

    public const string LogName = "build.log";

    private const string LedgersName = "outputs";

    private const string PicturesName = "pictures";

    private readonly string _siteRoot;

    private StateFolder(string siteRoot, FolderHandle folder, StateKey key) => (_siteRoot, Files, Key) = (siteRoot, folder, key);

    /// <summary>The folder itself.</summary>
    public FolderHandle Files { get; }

    public StateKey Key { get; }

    /// <summary>Opens the folder, and makes it where there is none.</summary>
    /// <param name="siteRoot">The folder with site.yml.</param>
    /// <returns>The folder, or why there is none.</returns>
    public static (StateFolder? State, Diagnostic? Problem) Open(string siteRoot, StateKey key)
    {
        try
        {
            using var site = FolderHandle.Open(RealPath.Of(siteRoot) ?? throw new StateFault("symbolic links lead in a circle"));
            return (new StateFolder(siteRoot, site.OpenOrMakeFolder(Name), key), null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return (null, StorageDiagnostics.StateUnusable(Name, DiskFault.Reason(exception)));
        }
    }

    /// <summary>The folder of the ledgers, one file an output folder.</summary>
    public FolderHandle OpenLedgers() => Files.OpenOrMakeFolder(LedgersName);

    /// <summary>The folder of generated pictures.</summary>
    public FolderHandle OpenPictures() => Files.OpenOrMakeFolder(PicturesName);

    public bool HasPictures => Files.Ask(PicturesName).Kind == StandingKind.Folder;

    /// <summary>
    /// An output folder's name in those files: from where it lies as seen from the site, so that a site that is moved with
    /// its output keeps its records, and no path of a machine is stored.
    /// </summary>
    public string OutputId(string outputFolder)
    {
        var site = RealPath.Of(_siteRoot) ?? Path.GetFullPath(_siteRoot);
        var output = RealPath.Of(outputFolder) ?? Path.GetFullPath(outputFolder);
        var relative = Path.GetRelativePath(site, output).Replace('\\', '/');
        var hash = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(relative));
        return ((ulong)(hash.Value >> 64)).ToString("x16", CultureInfo.InvariantCulture);
    }

    public void Dispose() => Files.Dispose();
}
