using Markdig;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>
/// Which program renders: the same model and templates may give other bytes with another one, so a log of another one is worth nothing. Taken from what the
/// compiler stamps on each assembly (its module version: equal for equal code), so that no one has to remember to raise a number. The runtime and the Zstandard
/// library are named because compressed copies are theirs.
/// </summary>
internal static class RendererVersion
{
    public static string Name { get; } = string.Concat(
        VersionOf(typeof(RendererVersion)),
        VersionOf(typeof(TemplateCompiler)),
        VersionOf(typeof(Markdown)),
        VersionOf(typeof(ZstdSharp.Compressor)),
        Environment.Version.ToString());

    private static string VersionOf(Type type) => type.Module.ModuleVersionId.ToString("N");
}
