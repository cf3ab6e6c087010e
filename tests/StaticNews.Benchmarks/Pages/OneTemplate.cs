using StaticNews.Templates;

namespace StaticNews.Benchmarks.Pages;

/// <summary>Knows one template, by any name.</summary>
internal sealed class OneTemplate(string text) : ITemplateLoader
{
    public string Load(string name) => text;
}
