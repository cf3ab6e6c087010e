using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>What can be wrong in an article's Markdown by itself: SN15xx. Where its links lead, only the archive knows (SN221x).</summary>
internal static class BodyDiagnostics
{
    /// <summary><c>[click](javascript:alert(1))</c>, <c>[files](ftp://a.example/)</c>.</summary>
    public static Diagnostic RefusedScheme(SourceLocation at) =>
        Diagnostic.Warning("SN1504", at, "a link may lead to http, https, mailto or tel addresses only", "The words stay, without a link.");

    /// <summary><c>{{&lt; carousel &gt;}}</c>, once an article and name.</summary>
    public static Diagnostic UnknownShortcode(SourceLocation at, string name) =>
        Diagnostic.Warning("SN1505", at, $"shortcode '{name}' is not known and is left out", "ref, relref, figure, img, youtube and vimeo are understood. What a pair of shortcodes encloses stays.");

    /// <summary>Hundreds of <c>&gt;</c> or <c>[</c> in a row.</summary>
    public static Diagnostic NestedTooDeeply(SourceLocation at, int limit) =>
        Diagnostic.Error("SN1506", at, $"quotes, lists or brackets are nested more than {limit} deep here", "The text is shown as it is written. Look for a long row of '>', '-', '[' or '*'.");
}
