using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;

namespace StaticNews.Output;

/// <summary>
/// The secret that authenticates what builds keep in <c>.staticnews/</c>. That folder may come with a checkout, and
/// its author could otherwise name files to be removed or text to be published, so the secret lies outside: in
/// the user's own state folder, or in the environment of a build server that keeps <c>.staticnews/</c> between runs.
/// </summary>
internal sealed class StateKey
{
    /// <summary>
    /// The name of the environment variable. Builds that are to trust each other's state are given the same text.
    /// </summary>
    public const string Variable = "STATICNEWS_STATE_KEY";

    /// <summary>
    /// A shorter text could be guessed by trying: sixteen random characters of a keyboard have about 100 bits.
    /// </summary>
    public const int SecretMinChars = 16;

    private const string FileName = "state.key";

    private const int KeyBytes = 32;

    /// <summary>
    /// Making a key takes some milliseconds; after this many looks, the folder does not work as it should.
    /// </summary>
    private const int WaitLooks = 250;

    private const int WaitMilliseconds = 20;

    private const UnixFileMode OthersMayUse =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly byte[] _key;

    private StateKey(byte[] key) => _key = key;

    /// <summary>The key from a text that the environment gives; null where it is too short to be a secret.</summary>
    public static StateKey? FromSecret(string secret) =>
        secret.Length < SecretMinChars ? null : new StateKey(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Finds the key, and makes one for this user where there is none yet.</summary>
    /// <param name="siteRoot">A key that lies in the site's own folder is not taken: it could come with it.</param>
    /// <param name="place">Where to look.</param>
    /// <returns>
    /// A key in any case; where it cannot be stored, it is valid for this build only, and the diagnostic reports that.
    /// </returns>
    public static (StateKey Key, Diagnostic? Problem) Find(string siteRoot, StateKeyPlace place)
    {
        if (place.Secret is { Length: > 0 } secret)
        {
            return FromSecret(secret) is { } key
                ? (key, null)
                : Passing(StorageDiagnostics.StateKeyTooShort(Variable, SecretMinChars));
        }

        if (place.Folder is not { Length: > 0 } folder)
        {
            return Passing(StorageDiagnostics.StateKeyUnkept("there is no home folder", Variable));
        }

        try
        {
            return
                CanonicalPath.Of(folder) is { } real
                && CanonicalPath.Of(siteRoot) is { } site
                && !CanonicalPath.IsWithin(real, site)
                ? (ReadOrMake(real), null)
                : Passing(StorageDiagnostics.StateKeyUnkept("the folder for it lies inside the site", Variable));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return Passing(StorageDiagnostics.StateKeyUnkept(DiskFault.Reason(exception), Variable));
        }
    }

    /// <summary>
    /// A chain of authentication codes of its own for each use, so that no record of one kind passes for another's.
    /// </summary>
    public AuthenticationChain Chain(string purpose) =>
        new(HKDF.Expand(HashAlgorithmName.SHA256, _key, KeyBytes, Encoding.UTF8.GetBytes(purpose)));

    private static (StateKey Key, Diagnostic? Problem) Passing(Diagnostic problem) =>
        (new StateKey(RandomNumberGenerator.GetBytes(KeyBytes)), problem);

    private static StateKey ReadOrMake(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        var file = Path.Join(folder, FileName);
        if (
            !OperatingSystem.IsWindows()
            && File.Exists(file)
            && (File.GetUnixFileMode(file) & OthersMayUse) != UnixFileMode.None
        )
        {
            throw new StateException($"others than you may read or write '{file}'; delete it");
        }

        using var handle = FolderHandle.Open(CanonicalPath.Of(folder)!);
        if (Read(handle, file) is { } known)
        {
            return known;
        }

        Make(folder);
        return Read(handle, file) ?? throw new StateException("the key that was made is not there");
    }

    /// <summary>Null where there is none.</summary>
    private static StateKey? Read(FolderHandle folder, string path)
    {
        var bytes = folder.ReadAll(FileName, maxBytes: 1024);
        return bytes is null ? null
            : bytes.Length == KeyBytes ? new StateKey(bytes)
            : throw new StateException($"'{path}' is damaged; delete it");
    }

    /// <summary>
    /// Makes the key, unless another build has just made it. Only the build that holds the lock file writes, so that
    /// many builds that begin at once have one key, and the system frees the lock of a build that was ended. (To rename
    /// without replacing does not suffice: outside of Windows the framework looks for the file and then renames, so
    /// that two builds could each believe that theirs is the key.)
    /// </summary>
    private static void Make(string folder)
    {
        using var held = Lock(Path.Join(folder, FileName + ".lock"));
        var (temporary, file) = (Path.Join(folder, FileName + ".new"), Path.Join(folder, FileName));
        if (File.Exists(file))
        {
            return;
        }

        // A build that was ended may have left one.
        File.Delete(temporary);
        using (var created = new FileStream(temporary, OnlyForThisUser(FileMode.CreateNew)))
        {
            created.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            created.Flush(flushToDisk: true);
        }

        File.Move(temporary, file);
    }

    private static FileStream Lock(string file)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return new FileStream(file, OnlyForThisUser(FileMode.OpenOrCreate));
            }
            catch (IOException) when (look < WaitLooks && File.Exists(file))
            {
                Thread.Sleep(WaitMilliseconds);
            }
        }
    }

    private static FileStreamOptions OnlyForThisUser(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}

/// <summary>Where <see cref="StateKey.Find"/> looks.</summary>
/// <param name="Secret">The text of <see cref="StateKey.Variable"/>; null or empty: a file holds the key.</param>
/// <param name="Folder">The folder of that file; null where the user has none.</param>
internal sealed record StateKeyPlace(string? Secret, string? Folder)
{
    /// <summary>The path from the environment, else in the user's folder for state.</summary>
    /// <param name="variables">
    /// Environment variables. <c>XDG_STATE_HOME</c> is read as the XDG Base Directory Specification defines it, on
    /// systems that follow it.
    /// </param>
    public static StateKeyPlace Of(IReadOnlyDictionary<string, string> variables) =>
        new(variables.GetValueOrDefault(StateKey.Variable), FolderOf(variables.GetValueOrDefault("XDG_STATE_HOME")));

    private static string? FolderOf(string? stateHome)
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            // %LOCALAPPDATA%, ~/Library/Application Support
            var local = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
            return local.Length == 0 ? null : Path.Join(local, "StaticNews");
        }

        // The specification has relative paths ignored.
        if (stateHome is { Length: > 0 } && Path.IsPathRooted(stateHome))
        {
            return Path.Join(stateHome, "staticnews");
        }

        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.UserProfile,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return home.Length == 0 ? null : Path.Join(home, ".local", "state", "staticnews");
    }
}

/// <summary>
/// Authentication codes for records that are only ever appended: each is an HMAC-SHA256 (RFC 2104) over the code before
/// it and the record, so that none can be forged, changed, left out or put elsewhere without the key. What a chain
/// cannot show is that records are missing at its end. Not safe for many threads.
/// </summary>
internal sealed class AuthenticationChain : IDisposable
{
    /// <summary>
    /// The first half of SHA-256's output: as RFC 2104, section 5, allows it, and as long as no one can try.
    /// </summary>
    public const int CodeBytes = 16;

    private readonly IncrementalHash _hash;

    public AuthenticationChain(byte[] key) => _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>The code of the last record; 0 before the first.</summary>
    public UInt128 Last { get; private set; }

    /// <summary>Appends a record.</summary>
    public UInt128 Append(ReadOnlySpan<byte> record) => Last = CodeOf(record);

    /// <summary>Appends a record that was read, if this is its code.</summary>
    public bool TryAppend(ReadOnlySpan<byte> record, UInt128 code)
    {
        if (CodeOf(record) != code)
        {
            return false;
        }

        Last = code;
        return true;
    }

    /// <summary>Goes back to an earlier record's code, or to the beginning.</summary>
    public void Reset(UInt128 last = default) => Last = last;

    public void Dispose() => _hash.Dispose();

    private UInt128 CodeOf(ReadOnlySpan<byte> record)
    {
        Span<byte> before = stackalloc byte[CodeBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(before, Last);
        _hash.AppendData(before);
        _hash.AppendData(record);
        Span<byte> code = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(code);
        return BinaryPrimitives.ReadUInt128LittleEndian(code);
    }
}
