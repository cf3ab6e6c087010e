using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>
/// Which files of one output folder this site's builds have written: what may be replaced and removed. Unlike the build log it is
/// no cache and survives a new version of StaticNews, so it is a plain text of its own, one file an output folder:
///
/// <code>
/// StaticNews outputs 1
/// 2f60b1d7 ? adopting                      what stood here before is not accounted for in this file
/// 8c13aa02 = The Meridian, https://m.example/   what the marker in the folder says
/// 0b11a2c9 &gt; 638500000000000000            a build began, by the disk's clock in ticks
/// 5d0c9a3e + world/2014/05/flood.html      from now on ours; written BEFORE the file gets its name
/// 77f10c42 - tags/floods/index.html        no longer ours; written AFTER the file is gone
/// e0a42b16 ! accounted                     a whole build has gone over the folder: ends '?'
/// 91c2a7de &lt; done                          the build ended, well or not, without being killed
/// </code>
///
/// The number is the CRC-32C of the rest of the line; the first line that it does not fit ends the ledger. A process that is killed
/// can so never leave a file that the ledger does not know. A machine that loses power can, because the disk is made to keep up only where a
/// build begins and ends: after a build that never ended, an unknown file that is not older than that build's beginning counts as ours.
/// Safe for many threads.
/// </summary>
internal sealed class OutputLedger : IDisposable
{
    private const string FirstLine = "StaticNews outputs 1\n";

    private const string Shown = $"{StateFolder.Name}/outputs";

    /// <summary>A path of some eighty signs: a guess at how many lines a file has, so that a table of a million claims need not grow twenty times.</summary>
    private const int UsualLineBytes = 96;

    private const int CompactMinLines = 64;

    // Eight digits, a space, the sign, a space.
    private const int LineHead = 11;

    private readonly Lock _gate = new();
    private readonly string _path;
    private Dictionary<TextHash, Claim> _claims = [];
    private bool _foldsCase;
    private SafeFileHandle? _file;
    private bool _hasBegun;
    private long _length;
    private int _lines;

    private OutputLedger(string path) => _path = path;

    [Flags]
    private enum Claim : byte
    {
        None = 0,

        /// <summary>A build of this site wrote it.</summary>
        Ours = 1,

        /// <summary>This build wants it.</summary>
        Produced = 2,
    }

    /// <summary>Earlier builds left no record here that is whole: what stands in the folder may be ours or not.</summary>
    public bool IsAdopting { get; private set; } = true;

    /// <summary>Whether no path is known, of earlier builds or this one.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _claims.Count == 0;
            }
        }
    }

    /// <summary>When the earliest build since the last good end began, if none ended; else null. The disk's clock, in ticks.</summary>
    public long? KilledSince { get; private set; }

    /// <summary>What the last build wrote into the folder's marker; null where that is not known.</summary>
    public string? SiteName { get; private set; }

    /// <summary>Reads what is there and changes nothing.</summary>
    public static (OutputLedger? Ledger, Diagnostic? Problem) Load(string siteRoot, string outputId)
    {
        var ledger = new OutputLedger(StateFolder.Ledger(siteRoot, outputId));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ledger._path)!);
            ledger._file = File.OpenHandle(ledger._path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            ledger.Load(ledger._file);
            return (ledger, null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            ledger._file?.Dispose();
            return (null, StorageDiagnostics.StateUnusable(Shown, DiskFault.Reason(exception)));
        }
    }

    /// <summary>Writes down that a build begins. Until then <see cref="Dispose"/> writes nothing.</summary>
    /// <param name="siteName">What the folder's marker says, or will say.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    /// <exception cref="IOException">The disk refuses, as it may for all that is written here.</exception>
    public void Begin(string siteName, long startTicks)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_file is null, this);
            RandomAccess.SetLength(_file, _length);
            if (_length == 0)
            {
                RandomAccess.Write(_file, Encoding.ASCII.GetBytes(FirstLine), 0);
                _length = FirstLine.Length;
            }

            if (IsAdopting)
            {
                Append('?', "adopting");
            }

            _hasBegun = true;
            Append('>', startTicks.ToString(CultureInfo.InvariantCulture));
            Rename(siteName);
            RandomAccess.FlushToDisk(_file);
        }
    }

    /// <summary>Writes down what the folder's marker says now.</summary>
    public void Rename(string siteName)
    {
        lock (_gate)
        {
            if (!string.Equals(siteName, SiteName, StringComparison.Ordinal))
            {
                Append('=', siteName);
                SiteName = siteName;
            }
        }
    }

    /// <summary>Compares names without case from here on, as the folder's disk does.</summary>
    /// <exception cref="IOException">The ledger could not be read again.</exception>
    public void FoldCase()
    {
        lock (_gate)
        {
            var exact = _claims;
            _foldsCase = true;
            _claims = [];
            foreach (var path in PathsOnDisk())
            {
                if (exact.TryGetValue(TextHash.Of(path), out var claim))
                {
                    _claims[NameOf(path)] = claim;
                }
            }
        }
    }

    /// <summary>Writes down that a whole build has gone over the folder; a file that is still unknown is not ours.</summary>
    public void EndAdoption()
    {
        lock (_gate)
        {
            if (IsAdopting)
            {
                Append('!', "accounted");
                IsAdopting = false;
            }
        }
    }

    public bool IsOurs(string path)
    {
        lock (_gate)
        {
            return _claims.TryGetValue(NameOf(path), out var claim) && (claim & Claim.Ours) != Claim.None;
        }
    }

    public bool IsProduced(string path)
    {
        lock (_gate)
        {
            return _claims.TryGetValue(NameOf(path), out var claim) && (claim & Claim.Produced) != Claim.None;
        }
    }

    /// <summary>Notes that this build wants a path, so that what stands there is no leftover. False when it was noted before.</summary>
    public bool MarkProduced(string path)
    {
        lock (_gate)
        {
            ref var claim = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, NameOf(path), out _);
            var before = claim;
            claim |= Claim.Produced;
            return (before & Claim.Produced) == Claim.None;
        }
    }

    /// <summary>Writes down that a path is ours; returns when that is on its way to the disk.</summary>
    /// <exception cref="IOException">It could not be written, so the file must not be either.</exception>
    public void MarkOurs(string path)
    {
        lock (_gate)
        {
            ref var claim = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, NameOf(path), out _);
            if ((claim & Claim.Ours) == Claim.None)
            {
                Append('+', path);
                claim |= Claim.Ours;
            }
        }
    }

    /// <summary>Writes down that a file of ours is gone.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void MarkRemoved(string path)
    {
        lock (_gate)
        {
            Append('-', path);
            _claims.Remove(NameOf(path));
        }
    }

    /// <summary>What earlier builds wrote and this one does not want, ordinal.</summary>
    /// <exception cref="IOException">The ledger could not be read again.</exception>
    public List<string> Leftovers()
    {
        lock (_gate)
        {
            return PathsWhere(static claim => claim == Claim.Ours);
        }
    }

    /// <summary>The build has ended, one way or another; every file of ours is written down.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_file is null)
            {
                return;
            }

            try
            {
                if (_hasBegun)
                {
                    Append('<', "done");
                    RandomAccess.FlushToDisk(_file);
                }

                if (_hasBegun && _lines > CompactMinLines && _lines > 2 * _claims.Count)
                {
                    Compact();
                }
            }
            catch (Exception exception) when (DiskFault.IsFault(exception))
            {
                // The next build takes this one for killed, which is the safe side.
            }

            _file?.Dispose();
            _file = null;
        }
    }

    private void Load(SafeFileHandle file)
    {
        var bytes = new byte[RandomAccess.GetLength(file)];
        var rest = bytes.AsSpan(0, DiskFile.ReadFully(file, bytes, 0));
        if (!rest.StartsWith(Encoding.ASCII.GetBytes(FirstLine)))
        {
            return;
        }

        IsAdopting = false;
        _claims.EnsureCapacity(bytes.Length / UsualLineBytes);
        _length = FirstLine.Length;
        rest = rest[FirstLine.Length..];
        while (rest.IndexOf((byte)'\n') is var end and >= 0 && TakeLine(rest[..end]))
        {
            _length += end + 1;
            rest = rest[(end + 1)..];
        }

        // A last line without its end was never acted upon. After a whole line that is damaged, claims may be lost.
        IsAdopting |= _lines == 0 || rest.Contains((byte)'\n');
    }

    private bool TakeLine(ReadOnlySpan<byte> line)
    {
        const int frame = LineHead - 2;
        if (line.Length < LineHead
            || !uint.TryParse(line[..8], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            || crc != Crc32C.Of(line[frame..]))
        {
            return false;
        }

        _lines++;
        var text = Encoding.UTF8.GetString(line[LineHead..]);
        switch ((char)line[frame])
        {
            case '+':
                _claims[NameOf(text)] = Claim.Ours;
                return true;
            case '-':
                _claims.Remove(NameOf(text));
                return true;
            case '>':
                KilledSince ??= long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
                return true;
            case '<':
                KilledSince = null;
                return true;
            case '=':
                SiteName = text;
                return true;
            case '?':
                IsAdopting = true;
                return true;
            case '!':
                IsAdopting = false;
                return true;
            default:
                return false;
        }
    }

    /// <summary>On a disk without case, names that it takes for one have one hash.</summary>
    private TextHash NameOf(string path) => TextHash.Of(_foldsCase ? path.ToUpperInvariant() : path);

    /// <summary>The paths that have such a claim, ordinal, each once. Only their hashes are in memory, so where there are any the file is read again.</summary>
    private List<string> PathsWhere(Predicate<Claim> isWanted)
    {
        var wanted = new HashSet<TextHash>();
        foreach (var (name, claim) in _claims)
        {
            if (isWanted(claim))
            {
                wanted.Add(name);
            }
        }

        var paths = new List<string>(wanted.Count);
        foreach (var path in wanted.Count == 0 ? [] : PathsOnDisk())
        {
            if (wanted.Remove(NameOf(path)))
            {
                paths.Add(path);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    /// <summary>Every path that was ever written down as ours; the lines were found sound when they were taken in, or are our own.</summary>
    private IEnumerable<string> PathsOnDisk()
    {
        var bytes = new byte[_length];
        var length = DiskFile.ReadFully(_file!, bytes, 0);
        for (var start = FirstLine.Length; start < length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start, length - start);
            end = end < 0 ? length : end;
            if (end - start > LineHead && bytes[start + LineHead - 2] == '+')
            {
                yield return Encoding.UTF8.GetString(bytes, start + LineHead, end - start - LineHead);
            }

            start = end + 1;
        }
    }

    private static string Line(char sign, string text)
    {
        var rest = $"{sign} {text}";
        return string.Create(CultureInfo.InvariantCulture, $"{Crc32C.Of(Encoding.UTF8.GetBytes(rest)):x8} {rest}\n");
    }

    private void Append(char sign, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(Line(sign, text));
        ObjectDisposedException.ThrowIf(_file is null, this);
        RandomAccess.Write(_file, bytes, _length);
        _length += bytes.Length;
        _lines++;
    }

    private void Compact()
    {
        var paths = PathsWhere(static claim => (claim & Claim.Ours) != Claim.None);
        var fresh = $"{_path}.new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            writer.Write(FirstLine);
            writer.Write(IsAdopting ? Line('?', "adopting") : string.Empty);
            writer.Write(Line('=', SiteName ?? string.Empty));
            foreach (var path in paths)
            {
                writer.Write(Line('+', path));
            }

            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        _file?.Dispose();
        _file = null;
        File.Move(fresh, _path, overwrite: true);
    }
}
