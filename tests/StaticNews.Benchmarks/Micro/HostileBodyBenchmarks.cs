using BenchmarkDotNet.Attributes;
using StaticNews.Markdown;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// Bodies of 50,000 characters that would cost far more than they are long; the tests say that steps and output are
/// bounded, this says what that is in time and memory.
/// </summary>
public class HostileBodyBenchmarks
{
    private const int Chars = 50_000;

    /// <summary>A head of thousands of cells over thousands of short rows.</summary>
    private const string WideTable = "a wide table";

    private static readonly Dictionary<string, string> NoLinks = [];

    private readonly BodyRenderer _renderer = new(
        SampleArchive.Config.Markdown,
        SampleArchive.Config.BaseUrl,
        SampleArchive.Config.Related
    );
    private string _text = "";

    /// <summary>What the text repeats.</summary>
    [Params(
        WideTable,
        "[a](",
        "![a](",
        "[a](b (x",
        "a*",
        "*a_ ",
        "x `\n|` ",
        "<a b=\"<a b='\" c=\"' ",
        "<i>x</i>",
        "[^1]",
        "+\n*\n"
    )]
    public string Unit { get; set; } = "";

    [GlobalSetup]
    public void Prepare() =>
        _text =
            Unit == WideTable
                ? Repeat("a|", Chars / 5) + "\n" + Repeat("-|", Chars / 5) + "\n" + Repeat("|\n", Chars * 3 / 5)
                : Repeat(Unit, Chars) + "\n\n[^1]: A note.\n";

    private static string Repeat(string unit, int chars) => string.Concat(Enumerable.Repeat(unit, chars / unit.Length));

    [Benchmark]
    public int Page() => _renderer.RenderPage(new BodySource(_text, "a.md", NoLinks)).Lead.Length;

    [Benchmark]
    public bool Forecast() => BodyForecast.MayPass(_text);
}
