using BenchmarkDotNet.Attributes;
using StaticNews.Archive;
using StaticNews.Archive.Related;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// Related lists of an archive of 10,000 articles: the index, once per build; and one article's list.
/// </summary>
public class RelatedBenchmarks
{
    private const int Articles = 10_000;

    /// <summary>Evenly from the newest to the oldest.</summary>
    private const int Lists = 500;

    private readonly Catalog _catalog = SampleArchive.Catalog(Articles);
    private readonly RelatedArticle[] _list = new RelatedArticle[5];
    private RelatedIndex? _index;
    private RelatedBuffers? _scratch;

    [GlobalSetup]
    public void Prepare()
    {
        _index = RelatedIndex.Of(_catalog);
        _scratch = _index.NewScratch();
    }

    [Benchmark]
    public object Index() => RelatedIndex.Of(_catalog);

    [Benchmark(OperationsPerInvoke = Lists)]
    public int List()
    {
        var found = 0;
        for (var i = 0; i < Lists; i++)
        {
            found += _index!.Related(i * (Articles / Lists), _scratch!, _list);
        }

        return found;
    }
}
