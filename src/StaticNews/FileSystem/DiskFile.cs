using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.FileSystem;

/// <summary>Files whole or piece by piece.</summary>
internal static class DiskFile
{
    // Large enough that a call costs nothing beside its bytes, small enough to stay in a processor's cache.
    private const int PieceBytes = 1 << 17;

    private delegate void TakePiece(ReadOnlySpan<byte> piece);

    /// <param name="path">On disk.</param>
    /// <param name="shown">The name that diagnostics use.</param>
    /// <param name="expectedBytes">Its size when it was listed; 0 leaves it unopened.</param>
    public static SourceBytes Read(string path, string shown, long expectedBytes)
    {
        if (expectedBytes == 0)
        {
            return SourceBytes.Of([], 0);
        }

        try
        {
            using var file = OpenSource(path);
            var length = RandomAccess.GetLength(file);
            if (length > SourceTree.TextMaxBytes)
            {
                return SourceBytes.Failed(StorageDiagnostics.TooLarge(shown, length, SourceTree.TextMaxBytes));
            }

            var buffer = SourceBytes.Rent((int)length);
            return SourceBytes.Of(buffer, ReadFully(file, buffer.AsSpan(0, (int)length), 0));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return SourceBytes.Failed(StorageDiagnostics.Unreadable(shown, DiskFault.Reason(exception)));
        }
    }

    /// <summary>
    /// Opens a regular file. What was one when its folder was listed may be a pipe by now, and to open that as usual
    /// could take for ever.
    /// </summary>
    public static SafeFileHandle OpenSource(string path)
    {
        if (!LinuxCalls.AreThere)
        {
            return File.OpenHandle(path, options: FileOptions.SequentialScan);
        }

        var file = LinuxCalls.OpenFollowing(path);
        try
        {
            StateException.ThrowUnlessFile(LinuxCalls.Ask(file).Standing.Kind, mayBeMissing: false);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Fills <paramref name="to"/> from <paramref name="offset"/>; returns fewer bytes only where the file ends.
    /// </summary>
    public static int ReadFully(SafeFileHandle file, Span<byte> to, long offset)
    {
        var read = 0;
        while (read < to.Length && RandomAccess.Read(file, to[read..], offset + read) is var count and > 0)
        {
            read += count;
        }

        return read;
    }

    /// <param name="file">Null means a file without bytes.</param>
    public static ContentHash HashOf(SafeFileHandle? file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Pump(file, hash.AppendData, cancel);
        return ContentHash.FromDigest(hash.GetHashAndReset());
    }

    /// <summary>
    /// Copies from the beginning to the end of the source; the hash is of what was written, for the source may change
    /// meanwhile.
    /// </summary>
    /// <param name="source">Null means a file without bytes.</param>
    /// <param name="to">Empty.</param>
    public static (long Length, ContentHash Content) Copy(
        SafeFileHandle? source,
        SafeFileHandle to,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        Pump(
            source,
            piece =>
            {
                hash.AppendData(piece);
                RandomAccess.Write(to, piece, length);
                length += piece.Length;
            },
            cancel
        );
        return (length, ContentHash.FromDigest(hash.GetHashAndReset()));
    }

    private static void Pump(SafeFileHandle? file, TakePiece take, CancellationToken cancel)
    {
        if (file is null)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var offset = 0L;
            while (RandomAccess.Read(file, buffer, offset) is var read and > 0)
            {
                cancel.ThrowIfCancellationRequested();
                take(buffer.AsSpan(0, read));
                offset += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
