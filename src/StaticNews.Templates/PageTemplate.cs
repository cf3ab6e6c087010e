using System.Buffers;
using System.Collections.Concurrent;
using Scriban.Syntax;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// A template for pages: Scriban's tree with every print bound to its place in the HTML. Rendered by any number of
/// threads at once.
/// </summary>
internal sealed class PageTemplate : ITemplateRenderer
{
    private readonly CompileUnit _unit;
    private readonly ScriptPage _root;
    private readonly ConcurrentDictionary<(string Name, HtmlContext Html), LatePage> _latePages = new();
    private readonly ConcurrentQueue<PageContext> _spare = new();

    public PageTemplate(CompileUnit unit, ScriptPage root)
    {
        (_unit, _root) = (unit, root);
    }

    public TemplateOptions Options => _unit.Options;

    public bool IsTyped => _unit.ModelType is not null;

    public string NameOfBuiltin(int index) => _unit.CalledBuiltins[index];

    public TemplateError? Render(
        object? model,
        IBufferWriter<byte> output,
        ICollection<TemplateError> doubts,
        IHtmlObserver? observer
    )
    {
        if (!_spare.TryDequeue(out var context))
            context = new PageContext(this);
        context.Begin(model, observer);
        try
        {
            if (context.Evaluate(_root) is { } returned)
                context.Write(_root.Span, returned);
        }
        catch (ScriptRuntimeException exception)
        {
            // What an error leaves half done stays in its context; the next page gets a new one.
            return RenderErrors.From(exception, _unit.SourceOf);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What the page itself hands back is written outside of all of its nodes.
            return RenderErrors.From(new ScriptRuntimeException(_root.Span, failure.Message, failure), _unit.SourceOf);
        }
        output.Write(context.Page.Written);
        foreach (var doubt in context.Doubts)
            doubts.Add(doubt);
        if (_spare.Count < Environment.ProcessorCount)
            _spare.Enqueue(context);
        return null;
    }

    /// <summary>An include whose name shows while rendering.</summary>
    /// <exception cref="ScriptRuntimeException">There is none, or it has a mistake.</exception>
    public IncludedPage FindPage(string? name, Scriban.Parsing.SourceSpan span, HtmlContext html)
    {
        if (string.IsNullOrEmpty(name))
            throw Located(span, RenderErrors.IncludeWithoutName());
        var late = _latePages.GetOrAdd((name, html), static (key, unit) => unit.CompileLate(key.Name, key.Html), _unit);
        if (late.Page is { } page)
            return page;
        throw Located(
            span,
            late.Error is { } error ? RenderErrors.IncludeBroken(name, error) : RenderErrors.IncludeMissing(name)
        );
    }

    private static ScriptRuntimeException Located(Scriban.Parsing.SourceSpan span, RenderFault fault) =>
        new(span, fault.Message, fault);
}

/// <summary>
/// What came of compiling an include while rendering: a page, its first error, or neither when there is no such
/// template.
/// </summary>
internal sealed record LatePage(IncludedPage? Page, TemplateError? Error);
