using System.Buffers;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// A style sheet of the theme, compiled within a <c>style</c> element, so that values are written as style asks for, and rendered once a build for each look of a page:
/// all pages of one look carry the same bytes, and one hash allows them.
/// </summary>
internal sealed class StyleTemplate
{
    private StyleTemplate(CompileResult result) => Result = result;

    public CompileResult Result { get; }

    /// <param name="file">Path below <c>templates/</c>.</param>
    public static StyleTemplate Compile(string file, ITemplateLoader loader, TemplateOptions options) =>
        new(TemplateCompiler.Compile($"({file})", new Frame(file, loader), typeof(StylePage), options));

    /// <summary>The sheet, or what stopped it.</summary>
    public (StyleSheet? Sheet, TemplateError? Error) Render(SiteModel site, PageLook look)
    {
        var element = new ArrayBufferWriter<byte>();
        return Result.Template!.Render(new StylePage(site, PageKinds.NameOf(look.Kind), look.IsRich, WritingSystem.Languages), element) is { } error
            ? (null, error)
            : (StyleSheet.Of(element.WrittenSpan), null);
    }

    /// <summary>The element around the sheet, as a template that no folder holds.</summary>
    private sealed class Frame(string file, ITemplateLoader loader) : ITemplateLoader
    {
        public string? Load(string name) => string.Equals(name, $"({file})", StringComparison.Ordinal)
            ? $"{StyleSheet.StartTag}{{{{ include '{file}' }}}}{StyleSheet.EndTag}"
            : loader.Load(name);
    }
}
