using System.Buffers;
using StaticNews.Archive;
using StaticNews.Archive.Topics;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Finds the line that a mistake between files is about, by reading the few files concerned once more: a summary keeps
/// no places, because it grows with the archive, and mistakes are rare.
/// </summary>
internal sealed class DiagnosticLocator(SourceTree tree, SiteConfig config)
{
    /// <summary>
    /// Warnings whose line is fetched. Some fifty are printed; an archive that lacks all its images has one per
    /// article.
    /// </summary>
    private const int QuotedWarnings = 1_000;

    private static readonly SearchValues<char> AroundValues = SearchValues.Create(" \t\r\n[]{},;\"'、،，；؛&");

    private SourceText? _quotedFrom;
    private int _quoted;

    /// <summary>
    /// The catalogue's diagnostics, those about a URL that is taken or a section that is new with their line, and those
    /// about names.
    /// </summary>
    public IEnumerable<Diagnostic> Diagnostics(Catalog catalog) =>
        catalog.Diagnostics.Select(Located).Concat(catalog.NameProblems.Select(Told));

    private Diagnostic Located(Diagnostic diagnostic) =>
        diagnostic switch
        {
            { Code: ArchiveDiagnostics.PathClaimedTwiceCode, At.Line: 0 }
                when SourcePath.IsMarkdown(diagnostic.At.Path) => diagnostic with
            {
                At = OfKey(LoadedSite.BelowContent(diagnostic.At.Path), FrontMatterKey.Url, FrontMatterKey.Slug),
            },
            { Code: ArchiveDiagnostics.SectionUndeclaredCode } => diagnostic with
            {
                At = OfSection(LoadedSite.BelowContent(diagnostic.At.Path)),
            },
            { Code: ArchiveDiagnostics.UpdatedInFutureCode, At.Line: 0 } when _quoted++ < QuotedWarnings =>
                diagnostic with
                {
                    At = OfKey(LoadedSite.BelowContent(diagnostic.At.Path), FrontMatterKey.Updated),
                },
            { At: { Line: > 0, LineText: null } }
                when diagnostic.Severity == Severity.Error || _quoted++ < QuotedWarnings => diagnostic with
            {
                At = Quoted(diagnostic.At),
            },
            _ => diagnostic,
        };

    /// <summary>The place with its line, if the file still has it there.</summary>
    private SourceLocation Quoted(SourceLocation at)
    {
        if (!string.Equals(at.Path, _quotedFrom?.Path, StringComparison.Ordinal))
        {
            _quotedFrom = string.Equals(at.Path, SourcePath.SiteYml, StringComparison.Ordinal)
                ? config.Defaults.Count == 0
                    ? null
                    : config.Defaults[0].Source
                : Read(LoadedSite.BelowContent(at.Path));
        }

        return _quotedFrom?.LocationOf(new TextSpan(at.Offset, at.Length)) is { } now && now.Line == at.Line ? now : at;
    }

    private Diagnostic Told(NameProblem finding)
    {
        var at = PlaceOf(finding.Kind, finding.Path, finding.Name);
        var kind = finding.Kind.ToString().ToLowerInvariant();
        return finding switch
        {
            TagClash clash => ArchiveDiagnostics.TagsAreOne(
                at,
                clash.Name,
                clash.FirstName,
                PlaceOf(clash.Kind, clash.FirstPath, clash.FirstName),
                clash.Slug
            ),
            OddSpelling odd => ArchiveDiagnostics.SpellingOdd(
                at,
                kind,
                odd.Name,
                odd.Articles,
                odd.Title,
                odd.TitleArticles,
                odd.IsNamed
            ),
            NearName near => ArchiveDiagnostics.NameNear(
                at,
                kind,
                near.Name,
                near.Articles,
                near.Nearest,
                near.NearestArticles,
                $"content/_{kind}s/{near.Slug}.md"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "A finding that nobody tells."),
        };
    }

    /// <summary>
    /// Where an article writes a name. An archive that was never tidied has thousands of spellings: past the limit the
    /// file is named.
    /// </summary>
    private SourceLocation PlaceOf(TopicKind kind, string path, string name) =>
        _quoted++ < QuotedWarnings
            ? OfName(
                path,
                name,
                kind switch
                {
                    TopicKind.Tag => FrontMatterKey.Tags,
                    TopicKind.Author => FrontMatterKey.Authors,
                    TopicKind.Series => FrontMatterKey.Series,
                    _ => FrontMatterKey.Event,
                }
            )
            : SourcePath.File(path);

    /// <summary>The line with the section; the file as a whole where its folder is the section.</summary>
    private SourceLocation OfSection(string path) =>
        Read(path) is { } source && LineOf(source, FrontMatterKey.Section) is { } line
            ? source.LocationOf(new TextSpan(line.Start, source.Text.AsSpan(line.Start, line.Length).TrimEnd().Length))
            : SourcePath.File(path);

    /// <summary>
    /// The line with the first of these keys that is there, which is then the cause; else the file's first line.
    /// </summary>
    private SourceLocation OfKey(string path, params ReadOnlySpan<FrontMatterKey> keys)
    {
        if (Read(path) is not { } source)
        {
            return SourcePath.File(path);
        }

        foreach (var key in keys)
        {
            if (LineOf(source, key) is { } line)
            {
                return source.LocationOf(
                    new TextSpan(line.Start, source.Text.AsSpan(line.Start, line.Length).TrimEnd().Length)
                );
            }
        }

        return source.LocationOf(new TextSpan(0, 0));
    }

    /// <summary>Where a name is written; the file's first line for one that site.yml gives to a whole folder.</summary>
    private SourceLocation OfName(string path, string name, FrontMatterKey key)
    {
        if (Read(path) is not { } source)
        {
            return SourcePath.File(path);
        }

        var end = FrontMatterFence.Find(source.Text).Yaml.End;
        for (
            var at = LineOf(source, key)?.Start ?? end;
            at < end && source.Text.IndexOf(name, at, end - at, StringComparison.Ordinal) is var found and >= 0;
            at = found + 1
        )
        {
            if (
                AroundValues.Contains(source.Text[found - 1]) && AroundValues.Contains(source.Text[found + name.Length])
            )
            {
                return source.LocationOf(new TextSpan(found, name.Length));
            }
        }

        return source.LocationOf(new TextSpan(0, 0));
    }

    private SourceText? Read(string path)
    {
        if (tree.SizeOf(path) is null)
        {
            return null;
        }

        using var bytes = tree.Read(tree.Find(path));
        return bytes.Problem is null ? SourceDecoder.Decode(SourcePath.Shown(path), bytes.Span).Source : null;
    }

    /// <summary>The line of the front matter that begins with a key; null for none.</summary>
    private TextSpan? LineOf(SourceText source, FrontMatterKey key)
    {
        var yaml = FrontMatterFence.Find(source.Text).Yaml;
        for (var start = yaml.Start; start < yaml.End; )
        {
            var length = source.Text.AsSpan(start..yaml.End).IndexOfAny('\r', '\n');
            var line = source.Text.AsSpan(start, length < 0 ? yaml.End - start : length);
            if (line.IndexOf(':') is var colon and > 0 && KeyOf(line[..colon].Trim("\"' ").ToString()) == key)
            {
                return new TextSpan(start, line.Length);
            }

            start += line.Length + 1;
        }

        return null;
    }

    private FrontMatterKey? KeyOf(string name) =>
        config.FrontMatter.Keys.TryGetValue(name, out var mapped)
        || FrontMatterKeys.ByName.TryGetValue(name, out mapped)
            ? mapped
            : null;
}
