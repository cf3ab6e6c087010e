using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;
using StaticNews.Benchmarks.Pages;
using StaticNews.Templates;

namespace StaticNews.Benchmarks.Micro;

/// <summary>
/// One article page of 8.7 kB: from a record, as the site builder renders; from a dictionary, as a model without types;
/// the compiling of its template; and the same page by the Scriban package alone, which neither checks nor escapes,
/// with a context that is used again.
/// </summary>
public class TemplateBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);

    private readonly SamplePage _record = SamplePage.Read();

    private readonly IReadOnlyDictionary<string, object?> _members = SamplePage.ReadMembers();

    private readonly ScriptObject _scriptObject = SamplePage.ReadScriptObject();

    private readonly CompiledTemplate _typed = Compiled(typeof(SamplePage));

    private readonly CompiledTemplate _dynamic = Compiled(null);

    private readonly Template _plain = Template.Parse(SamplePage.TemplateText);

    private readonly TemplateContext _context = new() { NewLine = "\n" };

    [GlobalSetup]
    public void Compare()
    {
        var page = Record().ToArray();
        if (Dictionary().Span.SequenceEqual(page) && PlainScriban().Span.SequenceEqual(page))
            return;
        throw new InvalidOperationException("The pages differ.");
    }

    [Benchmark]
    public ReadOnlyMemory<byte> Record() => Render(_typed, _record);

    [Benchmark]
    public ReadOnlyMemory<byte> Dictionary() => Render(_dynamic, _members);

    [Benchmark(Baseline = true)]
    public ReadOnlyMemory<byte> PlainScriban()
    {
        _output.ResetWrittenCount();
        _context.PushGlobal(_scriptObject);
        Encoding.UTF8.GetBytes(_plain.Render(_context), _output);
        _context.PopGlobal();
        return _output.WrittenMemory;
    }

    [Benchmark]
    public CompiledTemplate Compile() => Compiled(typeof(SamplePage));

    private ReadOnlyMemory<byte> Render(CompiledTemplate template, object model)
    {
        _output.ResetWrittenCount();
        return template.Render(model, _output) is { } error
            ? throw new InvalidOperationException(error.Message)
            : _output.WrittenMemory;
    }

    private static CompiledTemplate Compiled(Type? model)
    {
        var result = TemplateCompiler.Compile(
            "article.sbn",
            new OneTemplate(SamplePage.TemplateText),
            model,
            TemplateOptions.Html
        );
        return result.Template ?? throw new InvalidOperationException(result.Errors[0].Message);
    }
}
