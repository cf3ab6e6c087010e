using BenchmarkDotNet.Attributes;
using StaticNews.Content;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// The front matter of an article, as tokens: by our short way, by the library, and as the generator does it, which
/// tries one and then the other.
/// </summary>
public class FrontMatterBenchmarks
{
    private const int Articles = 200;

    private readonly IReadOnlyList<SourceText> _sources = SampleArchive.Texts(Articles);
    private readonly TextSpan[] _parts = new TextSpan[Articles];
    private readonly List<YamlToken> _tokens = [];
    private readonly YamlTokenizer _tokenizer = new(50_000);

    [GlobalSetup]
    public void FindParts()
    {
        for (var i = 0; i < Articles; i++)
        {
            _parts[i] = FrontMatterFence.Find(_sources[i].Text).Yaml;
        }
    }

    /// <summary>How many it could read; the others cost it what it saw of them.</summary>
    [Benchmark(OperationsPerInvoke = Articles)]
    public int Plain()
    {
        var read = 0;
        for (var i = 0; i < Articles; i++)
        {
            read += PlainYaml.TryRead(_sources[i].Text, _parts[i], _tokens) ? 1 : 0;
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Library()
    {
        var tokens = 0;
        for (var i = 0; i < Articles; i++)
        {
            tokens += _tokenizer.Parse(_sources[i], _parts[i], _tokens) is null ? _tokens.Count : 0;
        }

        return tokens;
    }

    [Benchmark(OperationsPerInvoke = Articles)]
    public int Both()
    {
        var tokens = 0;
        for (var i = 0; i < Articles; i++)
        {
            tokens += _tokenizer.Read(_sources[i], _parts[i], _tokens) is null ? _tokens.Count : 0;
        }

        return tokens;
    }
}
