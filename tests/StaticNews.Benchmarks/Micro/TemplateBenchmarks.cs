using System.Buffers;
using BenchmarkDotNet.Attributes;
using StaticNews.Benchmarks.Pages;
using StaticNews.Templates;

namespace StaticNews.Benchmarks.Micro;

/// <summary>One article page of 8.7 kB: from a record, as the site builder renders; from a dictionary, as a model without types; and the compiling of its template.</summary>
public class TemplateBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);

    private readonly SamplePage _record = SamplePage.Read();

    private readonly IReadOnlyDictionary<string, object?> _members = SamplePage.ReadMembers();

    private readonly CompiledTemplate _typed = Compiled(typeof(SamplePage));

    private readonly CompiledTemplate _dynamic = Compiled(null);

    [GlobalSetup]
    public void Compare()
    {
        if (!Render(_typed, _record).Span.SequenceEqual(Render(_dynamic, _members).ToArray()))
        {
            throw new InvalidOperationException("The two pages differ.");
        }
    }

    [Benchmark]
    public ReadOnlyMemory<byte> Record() => Render(_typed, _record);

    [Benchmark]
    public ReadOnlyMemory<byte> Dictionary() => Render(_dynamic, _members);

    [Benchmark]
    public CompiledTemplate Compile() => Compiled(typeof(SamplePage));

    private ReadOnlyMemory<byte> Render(CompiledTemplate template, object model)
    {
        _output.ResetWrittenCount();
        return template.Render(model, _output) is { } error ? throw new InvalidOperationException(error.Message) : _output.WrittenMemory;
    }

    private static CompiledTemplate Compiled(Type? model)
    {
        var result = TemplateCompiler.Compile("article.sbn", new OneTemplate(SamplePage.TemplateText), model, TemplateOptions.Stock);
        return result.Template ?? throw new InvalidOperationException(result.Errors[0].Message);
    }
}
