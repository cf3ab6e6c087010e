using StaticNews.Text;

namespace StaticNews.Yaml;

/// <param name="Span">Where an editor should look, in the whole file.</param>
internal sealed record YamlFault(YamlFaultKind Kind, TextSpan Span);
