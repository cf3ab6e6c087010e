using StaticNews.Articles;
using StaticNews.Articles.Facts;
using StaticNews.Pictures;
using StaticNews.Storage;
using StaticNews.Text;

namespace StaticNews;

/// <summary>What earlier builds read from pictures: one whose file has not been touched since is not read again. Of a drawing that is cleaned, a build says what was taken, so that it is read
/// by every build until nothing has to be taken. One a worker.</summary>
/// <param name="isTrusted">As in <see cref="KnownSources"/>.</param>
internal sealed class KnownPictures(BuildLog log, bool isTrusted)
{
    private readonly FactsWriter _writer = new();
    private readonly LogWindow _window = new();
    private readonly NamePool _names = new();

    /// <summary>Null: the file has to be read.</summary>
    /// <param name="isChecked">Whether the file has to have been found harmless, too.</param>
    public PictureFile? Find(SourceFile file, bool isChecked)
    {
        if (!isTrusted || !log.TryFindFacts(file.Path, out var facts) || facts.Stamp != file.Stamp || !log.TryReadPayload(facts, _window, out var payload))
        {
            return null;
        }

        var from = new FactsScanner(payload, file.Path, _names);
        var picture = new PictureFacts(
            (PictureFormat)from.UpTo((int)PictureFormat.Tiff), from.UpTo(int.MaxValue), from.UpTo(int.MaxValue), from.UpTo(0xFFFFFF - PictureFacts.UndecodableTone) + PictureFacts.UndecodableTone,
            (PictureTraits)from.UpTo(byte.MaxValue));
        return from.UpTo(1) == (isChecked ? 1 : 0) && from.IsDone ? new PictureFile(file.Path, facts.Content, file.Stamp.Size, picture) : null;
    }

    /// <param name="isChecked">Whether the file was found harmless.</param>
    public void Add(SourceFile file, ContentHash content, PictureFacts picture, bool isChecked) =>
        log.AddFacts(file.Path, file.Stamp, content, Written(file, picture, isChecked));

    /// <summary>As <see cref="Add"/>, for more that is known of a picture by now than when it was read.</summary>
    public void Replace(SourceFile file, ContentHash content, PictureFacts picture) =>
        log.ReplaceFacts(file.Path, file.Stamp, content, Written(file, picture, isChecked: false));

    private ReadOnlySpan<byte> Written(SourceFile file, PictureFacts picture, bool isChecked)
    {
        _writer.Begin(file.Path);
        _writer.Number((ulong)picture.Format);
        _writer.Number((ulong)picture.Width);
        _writer.Number((ulong)picture.Height);
        _writer.Number((ulong)(picture.Tone - PictureFacts.UndecodableTone));
        _writer.Number((ulong)picture.Traits);
        _writer.Number(isChecked ? 1UL : 0UL);
        return _writer.Written;
    }
}
