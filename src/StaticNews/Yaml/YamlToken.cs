using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>One event of a YAML document.</summary>
/// <param name="Value">The text of a scalar, unescaped; empty for the rest.</param>
/// <param name="Span">Where it stands in the whole file; of a list or mapping only the start.</param>
/// <param name="IsQuoted">Quoted or a block: then it is text whatever it looks like, and never null.</param>
internal readonly record struct YamlToken(YamlTokenKind Kind, string Value, TextSpan Span, bool IsQuoted)
{
    /// <summary>Null of YAML 1.2.2's core schema (section 10.3.2): nothing at all, <c>~</c>, <c>null</c>.</summary>
    public bool IsNull => Kind == YamlTokenKind.Text && !IsQuoted && Value is "" or "~" or "null" or "Null" or "NULL";
}
