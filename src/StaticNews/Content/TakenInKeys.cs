using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Finds keys of front matter that are not read as keys: an unclosed quote or bracket took them in, or they stand below
/// a line <c>...</c>. A key that decides who may see the article must not be lost in silence.
/// </summary>
internal sealed class TakenInKeys(SiteConfig config)
{
    /// <summary>The longest key; longer names are text.</summary>
    private const int KeyMaxChars = 60;

    /// <summary>
    /// Reports each quote and bracket that took in a key, at its place; one that decides visibility holds the article
    /// back.
    /// </summary>
    /// <param name="lines">What the tokenizer accepted beyond the standard, in the order of the source.</param>
    public void Check(
        SourceText source,
        IReadOnlyList<ContinuedLine> lines,
        VisibilityFindings into,
        List<Diagnostic> found
    )
    {
        var keys = new Dictionary<int, KeyLine>();
        foreach (var line in lines)
        {
            if (KeyAt(source.Text, line.LineStart, source.Text.Length) is not { } key)
            {
                continue;
            }

            // Between braces a line with a key is in order, unless it hides the article.
            var isExpected = line.IsFlowKey && !IsPlainlyAboutDrafts(key.Name);
            if (!isExpected && (!keys.TryGetValue(line.Opening, out var earlier) || key.Decides && !earlier.Decides))
            {
                keys[line.Opening] = key;
            }
        }

        foreach (var (opening, key) in keys)
        {
            Report(source, opening, key, into, found);
        }
    }

    /// <summary>The error of a line <c>...</c> that keys stand below; null where none do.</summary>
    public Diagnostic? BehindDots(SourceText source, FrontMatterFence fence)
    {
        var behind = fence.BehindDots(source.Text);
        for (var line = behind.Start; line < behind.End; line = NextLine(source.Text, line, behind.End))
        {
            if (KeyAt(source.Text, line, behind.End) is { } key)
            {
                return ArticleDiagnostics.FrontMatterCutShort(
                    source.LocationOf(new TextSpan(fence.Yaml.End, 3)),
                    key.Name,
                    source.LocationOf(key.Span).Line
                );
            }
        }

        return null;
    }

    private static void Report(
        SourceText source,
        int opening,
        KeyLine key,
        VisibilityFindings into,
        List<Diagnostic> found
    )
    {
        var at = source.LocationOf(new TextSpan(opening, 1));
        var line = source.LocationOf(key.Span).Line;
        var isQuote = source.Text[opening] is '"' or '\'';
        if (!key.Decides)
        {
            found.Add(ArticleDiagnostics.KeyTakenIn(at, isQuote, key.Name, line));
            return;
        }

        found.Add(ArticleDiagnostics.VisibilityTakenIn(at, isQuote, key.Name, line));
        into.Add(source, key.Name, new VisibilityFinding(key.Name, "", Visibility.HeldBack));
    }

    /// <summary>The known key that a line begins with, if any.</summary>
    private KeyLine? KeyAt(string text, int lineStart, int end)
    {
        var line = text.AsSpan(lineStart, end - lineStart);
        line = line.IndexOfAny('\r', '\n') is var length and >= 0 ? line[..length] : line;
        var colon = ColonOf(line);
        if (colon is <= 0 or > KeyMaxChars)
        {
            return null;
        }

        var name = line[..colon].Trim(" \t\"'").ToString();
        var start = lineStart + line.IndexOfAnyExcept(" \t");
        var decides = Decides(name) || VisibilityKeys.IsPlainWord(line[(colon + 1)..].Trim(" \t\"',").ToString());
        return name.Length > 0 && (decides || KeyOf(name) is not null || IsIgnored(name))
            ? new KeyLine(name, TextSpan.FromBounds(start, lineStart + colon), decides)
            : null;
    }

    /// <summary>The first colon with a blank or the line's end behind it; -1 without one.</summary>
    private static int ColonOf(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < Math.Min(line.Length, KeyMaxChars + 1); at++)
        {
            if (line[at] == ':' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t'))
            {
                return at;
            }
        }

        return -1;
    }

    private bool Decides(string name) =>
        VisibilityKeys.RuleOf(name) is not null
        || KeyOf(name)
            is FrontMatterKey.Date
                or FrontMatterKey.Status
                or FrontMatterKey.Draft
                or FrontMatterKey.Expires;

    private static bool IsPlainlyAboutDrafts(string name) =>
        VisibilityKeys.RuleOf(name) is VisibilityRule.DraftIfTrue or VisibilityRule.DraftIfFalse;

    private FrontMatterKey? KeyOf(string name)
    {
        if (config.FrontMatter.Keys.TryGetValue(name, out var mapped))
        {
            return mapped;
        }

        foreach (var (own, key) in FrontMatterKeys.ByName)
        {
            if (VisibilityKeys.IsSameKey(own, name))
            {
                return key;
            }
        }

        return null;
    }

    private bool IsIgnored(string name) => config.FrontMatter.Ignore.Contains(name);

    private static int NextLine(string text, int from, int end) =>
        text.AsSpan(from, end - from).IndexOfAny('\r', '\n') is var length and >= 0 ? from + length + 1 : end;

    /// <param name="Decides">Whether the key decides who may see the article.</param>
    private readonly record struct KeyLine(string Name, TextSpan Span, bool Decides);
}
