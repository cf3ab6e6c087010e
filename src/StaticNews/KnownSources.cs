using StaticNews.Articles;
using StaticNews.Articles.Facts;
using StaticNews.Configuration;
using StaticNews.Storage;
using StaticNews.Text;

namespace StaticNews;

/// <summary>
/// What earlier builds learned of articles: one whose file has not been touched since is not read. Facts depend on the file, on what site.yml says of reading,
/// on whether drafts are built, and on the program (whose version empties the log); any other doubt means that the file is read. One a worker.
/// </summary>
/// <param name="isTrusted">False: nothing is looked up (<c>--clean</c>), though all is written down for the next build.</param>
/// <param name="names">The worker's.</param>
internal sealed class KnownSources(BuildLog log, bool isTrusted, SiteConfig config, Drafts drafts, NamePool names)
{
    /// <summary>An article with more than this to say is read each time; the log is no place for a book of diagnostics.</summary>
    private const int PayloadMaxBytes = 1 << 20;

    private readonly ContentHash _reading = new FingerprintBuilder().Add(config.Reading).Add((long)drafts).Finish();
    private readonly FactsWriter _writer = new();
    private readonly LogWindow _window = new();

    /// <summary>Null: the file has to be read.</summary>
    public LoadedSummary? Find(SourceFile file)
    {
        return isTrusted && log.TryFindFacts(file.Path, out var facts) && facts.Stamp == file.Stamp ? Read(file, facts, out _) : null;
    }

    /// <summary>As <see cref="Find"/>, for a file that has been read because its stamp is another, as after a copy of the whole site: its bytes may still be the same.</summary>
    public LoadedSummary? FindAgain(SourceFile file, ReadOnlySpan<byte> bytes)
    {
        if (!isTrusted || !log.TryFindFacts(file.Path, out var facts) || facts.Content != ContentHash.Of(bytes) || Read(file, facts, out var payload) is not { } loaded)
        {
            return null;
        }

        log.AddFacts(file.Path, file.Stamp, facts.Content, payload);
        return loaded;
    }

    private LoadedSummary? Read(SourceFile file, in SourceFacts facts, out ReadOnlySpan<byte> payload)
    {
        if (!log.TryReadPayload(facts, _window, out payload))
        {
            return null;
        }

        var from = new FactsScanner(payload, ArticleReader.ContentFolder + file.Path, names);
        return from.Hash() == _reading ? LoadedSummary.ReadFrom(ref from, file.Path, facts.Content) : null;
    }

    /// <param name="content">Of the bytes that were read.</param>
    public void Add(SourceFile file, ContentHash content, LoadedSummary loaded)
    {
        _writer.Begin(ArticleReader.ContentFolder + file.Path);
        _writer.Hash(_reading);
        loaded.WriteTo(_writer);
        if (_writer.IsFaithful && _writer.Written.Length <= PayloadMaxBytes)
        {
            log.AddFacts(file.Path, file.Stamp, content, _writer.Written);
        }
    }
}
