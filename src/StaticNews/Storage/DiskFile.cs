using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>Files whole or piece by piece; what is written is either complete or gone again.</summary>
internal static class DiskFile
{
    // Large enough that a call costs nothing beside its bytes, small enough to stay in a processor's cache.
    private const int PieceBytes = 1 << 17;

    private delegate void TakePiece(ReadOnlySpan<byte> piece);

    /// <param name="path">On disk.</param>
    /// <param name="shown">What a diagnostic calls it.</param>
    /// <param name="expectedBytes">Its size when it was listed; 0 leaves it unopened.</param>
    public static SourceBytes Read(string path, string shown, long expectedBytes)
    {
        if (expectedBytes == 0)
        {
            return SourceBytes.Of([], 0);
        }

        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
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

    /// <summary>Fills <paramref name="to"/> from <paramref name="offset"/>; returns fewer bytes only where the file ends.</summary>
    public static int ReadFully(SafeFileHandle file, Span<byte> to, long offset)
    {
        var read = 0;
        while (read < to.Length && RandomAccess.Read(file, to[read..], offset + read) is var count and > 0)
        {
            read += count;
        }

        return read;
    }

    public static ContentHash HashOf(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        return HashOf(file, CancellationToken.None);
    }

    /// <param name="file">Null stands for a file without bytes.</param>
    public static ContentHash HashOf(SafeFileHandle? file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Pump(file, hash.AppendData, cancel);
        return ContentHash.FromDigest(hash.GetHashAndReset());
    }

    /// <summary>Writes a file that must not be there yet.</summary>
    public static FileStamp Write(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(file, bytes, 0);
            return new FileStamp(bytes.Length, File.GetLastWriteTimeUtc(file).Ticks);
        }
        catch
        {
            TryDelete(path);
            throw;
        }
    }

    /// <summary>Copies into a file that must not be there yet; the hash is of what was written, for the source may change meanwhile.</summary>
    public static (FileStamp Stamp, ContentHash Content) Copy(SafeFileHandle? source, string path, CancellationToken cancel)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
            var length = 0L;
            Pump(source, piece =>
            {
                hash.AppendData(piece);
                RandomAccess.Write(file, piece, length);
                length += piece.Length;
            }, cancel);
            return (new FileStamp(length, File.GetLastWriteTimeUtc(file).Ticks), ContentHash.FromDigest(hash.GetHashAndReset()));
        }
        catch
        {
            TryDelete(path);
            throw;
        }
    }

    /// <summary>Renames; where that fails, the file under its temporary name goes.</summary>
    public static void Rename(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The failure that led here is the one to tell; a temporary name is known for what it is by any later survey.
        }
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
