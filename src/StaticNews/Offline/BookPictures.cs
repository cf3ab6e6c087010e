using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.Pictures;

namespace StaticNews.Offline;

/// <summary>
/// The pictures of one book: each goes into the archive once, when the first article shows it. What a reading program could not show (AVIF, a broken file), what is too
/// large, and what comes when the book is full, is left to its alternative text.
/// </summary>
internal sealed class BookPictures(IPictureSource source, ZipWriter archive, string folder, List<Diagnostic> problems)
{
    /// <summary>No single picture over a megabyte: a book is for slow and metered connections.</summary>
    public const int PictureMaxBytes = 1 << 20;

    /// <summary>All pictures of a book. In the order of the articles, so that a newer article takes no picture from an older one.</summary>
    public const int AllMaxBytes = 16 << 20;

    private readonly Dictionary<string, BookPicture?> _byPath = new(StringComparer.Ordinal);
    private readonly List<BookPicture> _all = [];
    private int _bytes;

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<BookPicture> All => _all;

    /// <summary>Null where the book does not have it.</summary>
    /// <param name="path">Below content/.</param>
    public BookPicture? Find(string path)
    {
        if (!_byPath.TryGetValue(path, out var picture))
        {
            picture = Add(path);
            _byPath.Add(path, picture);
        }

        return picture;
    }

    private BookPicture? Add(string path)
    {
        if (source.ReadPicture(path, PictureMaxBytes, problems) is not { } bytes)
        {
            return null;
        }

        var format = BookPicture.FormatOf(PictureReader.Read(bytes));
        if (format is null && BookDrawing.Clean(bytes) is { } drawing)
        {
            (format, bytes) = (PictureFormat.Svg, drawing);
        }

        if (format is not { } known || bytes.Length > AllMaxBytes - _bytes)
        {
            return null;
        }

        var picture = new BookPicture(string.Create(CultureInfo.InvariantCulture, $"picture-{_all.Count + 1}.{PictureNames.EndingOf(known)}"), known);
        archive.Add(folder + picture.File, bytes);
        _all.Add(picture);
        _bytes += bytes.Length;
        return picture;
    }
}
