using System.Security.Cryptography;
using System.Text;
using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>
/// The secret that authenticates what builds keep in <c>.staticnews/</c>. That folder may come with a checkout, and whoever wrote it could otherwise name files to be removed
/// or text to be published, so the secret lies outside: in the user's own state folder, or in the environment of a build server that keeps <c>.staticnews/</c> between runs.
/// </summary>
internal sealed class StateKey
{
    /// <summary>The name of the environment variable. Builds that are to trust each other's state are given the same text.</summary>
    public const string Variable = "STATICNEWS_STATE_KEY";

    /// <summary>A shorter text could be guessed by trying: sixteen random characters of a keyboard have about 100 bits.</summary>
    public const int SecretMinChars = 16;

    private const string FileName = "state.key";

    private const int KeyBytes = 32;

    /// <summary>To make a key takes some milliseconds; after this many looks, whoever began to is gone.</summary>
    private const int WaitLooks = 250;

    private const int WaitMilliseconds = 20;

    private const UnixFileMode OthersMayUse = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly byte[] _key;

    private StateKey(byte[] key) => _key = key;

    /// <summary>The key from a text that the environment gives; null where it is too short to be a secret.</summary>
    public static StateKey? FromSecret(string secret) =>
        secret.Length < SecretMinChars ? null : new StateKey(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Finds the key, and makes one for this user where there is none yet.</summary>
    /// <param name="siteRoot">A key that lies in the site's own folder is not taken: it could come with it.</param>
    /// <param name="place">Where to look.</param>
    /// <returns>A key in any case; where it cannot be kept, it is good for this build only and the diagnostic says so.</returns>
    public static (StateKey Key, Diagnostic? Problem) Find(string siteRoot, StateKeyPlace place)
    {
        if (place.Secret is { Length: > 0 } secret)
        {
            return FromSecret(secret) is { } key ? (key, null) : Passing(StorageDiagnostics.StateKeyTooShort(Variable, SecretMinChars));
        }

        if (place.Folder is not { Length: > 0 } folder)
        {
            return Passing(StorageDiagnostics.StateKeyUnkept("there is no home folder", Variable));
        }

        try
        {
            return RealPath.Of(folder) is { } real && RealPath.Of(siteRoot) is { } site && !RealPath.IsWithin(real, site)
                ? (ReadOrMake(real), null)
                : Passing(StorageDiagnostics.StateKeyUnkept("the folder for it lies inside the site", Variable));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return Passing(StorageDiagnostics.StateKeyUnkept(DiskFault.Reason(exception), Variable));
        }
    }

    /// <summary>A chain of authentication codes of its own for each use, so that no record of one kind passes for another's.</summary>
    public AuthenticationChain Chain(string purpose) => new(HKDF.Expand(HashAlgorithmName.SHA256, _key, KeyBytes, Encoding.UTF8.GetBytes(purpose)));

    private static (StateKey Key, Diagnostic? Problem) Passing(Diagnostic problem) => (new StateKey(RandomNumberGenerator.GetBytes(KeyBytes)), problem);

    private static StateKey ReadOrMake(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var file = Path.Join(folder, FileName);
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & OthersMayUse) != UnixFileMode.None)
        {
            throw new StateFault($"others than you may read or write '{FileName}'; delete it");
        }

        using var handle = FolderHandle.Open(RealPath.Of(folder)!);
        if (Read(handle) is { } known)
        {
            return known;
        }

        Make(folder);
        return Read(handle) ?? throw new StateFault("the key that was made is not there");
    }

    /// <summary>Null where there is none, or what a process left that was killed while it made one by another program's ways.</summary>
    private static StateKey? Read(FolderHandle folder)
    {
        var bytes = folder.ReadAll(FileName, maxBytes: 1024);
        return bytes is null ? null : bytes.Length == KeyBytes ? new StateKey(bytes) : throw new StateFault($"'{FileName}' is damaged; delete it");
    }

    /// <summary>
    /// Complete or not there, and only one is made when many builds begin at once: the build that creates the temporary file makes the key, the others wait for it. (To rename without
    /// replacing is no way: outside of Windows the framework looks for the file and then renames, so that two builds could each believe that theirs is the key.)
    /// </summary>
    private static void Make(string folder)
    {
        var (temporary, file) = (Path.Join(folder, FileName + ".new"), Path.Join(folder, FileName));
        for (var look = 0; look < WaitLooks; look++)
        {
            if (File.Exists(file))
            {
                return;
            }

            if (TryCreate(temporary, file) is { } created)
            {
                Complete(created, temporary, file);
                return;
            }

            Thread.Sleep(WaitMilliseconds);
        }

        throw new StateFault($"'{FileName}.new' was left by a build that was ended; delete it");
    }

    /// <summary>Null where another build is making the key, or has just made it.</summary>
    private static FileStream? TryCreate(string temporary, string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(temporary, options);
        }
        catch (IOException) when (File.Exists(temporary) || File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>Another build may have made the key, and given the temporary name free, before this one created the file.</summary>
    private static void Complete(FileStream created, string temporary, string file)
    {
        using (created)
        {
            created.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            created.Flush(flushToDisk: true);
        }

        if (File.Exists(file))
        {
            File.Delete(temporary);
        }
        else
        {
            File.Move(temporary, file);
        }
    }
}

/// <summary>Where <see cref="StateKey.Find"/> looks.</summary>
/// <param name="Secret">The text of <see cref="StateKey.Variable"/>; null or empty: a file holds the key.</param>
/// <param name="Folder">The folder of that file; null where the user has none.</param>
internal sealed record StateKeyPlace(string? Secret, string? Folder)
{
    /// <summary>As the environment says, else in the user's folder for state.</summary>
    /// <param name="variables">Environment variables. <c>XDG_STATE_HOME</c> is read as the XDG Base Directory Specification defines it, on systems that follow it.</param>
    public static StateKeyPlace Of(IReadOnlyDictionary<string, string> variables) =>
        new(variables.GetValueOrDefault(StateKey.Variable), FolderOf(variables.GetValueOrDefault("XDG_STATE_HOME")));

    private static string? FolderOf(string? stateHome)
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            // %LOCALAPPDATA%, ~/Library/Application Support
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return local.Length == 0 ? null : Path.Join(local, "StaticNews");
        }

        // The specification has relative paths ignored.
        if (stateHome is { Length: > 0 } && Path.IsPathRooted(stateHome))
        {
            return Path.Join(stateHome, "staticnews");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0 ? null : Path.Join(home, ".local", "state", "staticnews");
    }
}
