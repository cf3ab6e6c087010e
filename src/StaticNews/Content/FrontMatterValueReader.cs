using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads the value of each key of the content model, with what only that key asks of its value. Belongs to one worker.
/// </summary>
/// <param name="yaml">Stands before the value.</param>
internal sealed class FrontMatterValueReader(
    YamlReader yaml,
    FieldReader fields,
    DateFieldReader dateFields,
    VisibilityReader visibility,
    JoinedLists lists
)
{
    /// <summary>Feeds take ids as they are; a longer one is a mistake.</summary>
    private const int IdMaxChars = 500;

    private static readonly IReadOnlyList<string> Types =
    [
        "news",
        "analysis",
        "opinion",
        "explainer",
        "review",
        "live",
        "photo",
        "video",
    ];
    private static readonly IReadOnlyList<string> Statuses = ["published", "retracted", "withdrawn"];

    private readonly CorrectionReader _corrections = new(fields, dateFields);
    private readonly ImageReader _images = new(fields);
    private readonly BylineReader _bylines = new(fields);
    private readonly ParamsReader _params = new(fields);
    private readonly HashSet<string> _tagKeys = new(StringComparer.Ordinal);

    /// <summary>Reads the value of a key; one that is wrong is reported, and the key is without one.</summary>
    public void Read(FrontMatterKey known, YamlToken key, FrontMatter into)
    {
        var name = key.Value;
        switch (known)
        {
            case FrontMatterKey.Title:
                ReadTitle(key, into);
                break;
            case FrontMatterKey.Date:
                into.Date = dateFields.Read(name, out var fault) ?? (fault is null ? null : into.Date);
                into.DateFault = fault;
                break;
            case FrontMatterKey.Updated:
                (into.UpdatedSource, into.UpdatedSpan) = (yaml.Source, yaml.Current.Span);
                into.Updated = dateFields.Read(name);
                break;
            case FrontMatterKey.Corrections:
                into.Corrections = _corrections.Read(name);
                break;
            case FrontMatterKey.Slug:
                ReadSlug(name, into);
                break;
            case FrontMatterKey.Url:
                into.Url = ReadUrl(name);
                break;
            case FrontMatterKey.Aliases:
                into.Aliases = fields.Aliases(name);
                break;
            case FrontMatterKey.Section:
                into.Section = ReadSection(name);
                break;
            case FrontMatterKey.Tags:
                into.Tags = ReadTags(name);
                break;
            case FrontMatterKey.Authors:
                into.Authors = fields.Names.Share(_bylines.Read(name));
                break;
            case FrontMatterKey.Dateline:
                into.Dateline = fields.SharedPlain(name);
                break;
            case FrontMatterKey.Desk:
                into.Desk = fields.SharedPlain(name);
                break;
            case FrontMatterKey.Agencies:
                into.Agencies = ReadNames(name);
                break;
            case FrontMatterKey.Kicker:
                into.Kicker = fields.SharedPlain(name);
                break;
            case FrontMatterKey.Summary:
                into.Summary = fields.Plain(name);
                break;
            case FrontMatterKey.Type:
                ReadType(key, into);
                break;
            case FrontMatterKey.Image:
                into.Image = _images.Read(name);
                break;
            case FrontMatterKey.Related:
                into.Related = ReadRelated(name);
                break;
            case FrontMatterKey.Lang:
                into.Language = fields.Language(name);
                break;
            case FrontMatterKey.Dir:
                into.Direction = ReadDirection(name);
                break;
            case FrontMatterKey.TranslationKey:
                into.TranslationKey = fields.Plain(name);
                break;
            case FrontMatterKey.SourceUrl:
                into.SourceUrl = fields.HttpUrl(name);
                break;
            case FrontMatterKey.Captured:
                into.Captured = dateFields.Read(name);
                break;
            case FrontMatterKey.License:
                into.License = ReadLicense(name);
                break;
            case FrontMatterKey.Status:
                ReadStatus(key, into);
                break;
            case FrontMatterKey.StatusReason:
                (into.StatusReasonSource, into.StatusReasonSpan) = (yaml.Source, yaml.Current.Span);
                into.StatusReason = fields.Plain(name);
                break;
            case FrontMatterKey.Draft:
                visibility.Read(VisibilityRule.DraftIfTrue, key, into);
                break;
            case FrontMatterKey.Expires:
                ReadExpires(key, into);
                break;
            case FrontMatterKey.Priority:
                into.Priority = fields.Whole(name, -1000, 1000) ?? 0;
                break;
            case FrontMatterKey.Series:
                into.Series = fields.PlainName(name)?.Text;
                break;
            case FrontMatterKey.Event:
                into.Event = fields.PlainName(name)?.Text;
                break;
            case FrontMatterKey.Id:
                into.Id = ReadId(name);
                break;
            case FrontMatterKey.Params:
                visibility.ReadNested(key, into);
                _params.Read(name, into.Params);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(known),
                    known,
                    "A key of the content model that nobody reads."
                );
        }
    }

    private void ReadTitle(YamlToken key, FrontMatter into)
    {
        (into.TitleSource, into.TitleSpan) = (yaml.Source, yaml.Current.IsNull ? key.Span : yaml.Current.Span);
        into.Title = fields.Plain(key.Value);
    }

    private void ReadSlug(string name, FrontMatter into)
    {
        into.Slug = null;
        if (!yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return;
        }

        if (SlugCheck.Of(text.Value) is not { } slug)
        {
            yaml.Report(ArticleDiagnostics.SlugRefused(yaml.At(text.Span), text.Value, Slug.Of(text.Value)));
            return;
        }

        into.Slug = slug;
        if (!string.Equals(slug, text.Value, StringComparison.Ordinal))
        {
            yaml.Report(ArticleDiagnostics.SlugChanged(yaml.At(text.Span), text.Value, slug));
        }
    }

    /// <summary><c>type: draft</c> means that the article is one.</summary>
    private void ReadType(YamlToken key, FrontMatter into)
    {
        if (!visibility.HoldsBack(key, near: null, into))
        {
            into.Type = (ArticleType)ReadChoice(key.Value, Types);
        }
        else
        {
            yaml.Skip();
        }
    }

    /// <summary>Our own words, or those of other systems, most of which say that the article is not public.</summary>
    private void ReadStatus(YamlToken key, FrontMatter into)
    {
        into.Status = ArticleStatus.Published;
        var value = yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            visibility.Read(VisibilityRule.Word, key, into);
            return;
        }

        yaml.Skip();
        if (value.IsNull || value.Value.Length == 0)
        {
            return;
        }

        var status = IndexOf(Statuses, value.Value.Trim());
        into.Status = (ArticleStatus)Math.Max(status, 0);
        visibility.ReadStatus(key, status < 0 ? value : value with { Value = Statuses[0] }, Statuses, into);
    }

    /// <summary>An end that cannot be read may be one that has passed, so it holds the article back.</summary>
    private void ReadExpires(YamlToken key, FrontMatter into)
    {
        into.Expires = null;
        var value = yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            visibility.Read(VisibilityRule.RemovedFrom, key, into);
            return;
        }

        if (
            YamlReader.ParseYesNo(value.Value) == false
            || string.Equals(value.Value, "never", StringComparison.OrdinalIgnoreCase)
        )
        {
            yaml.Skip();
            return;
        }

        into.Expires = dateFields.Read(key.Value, out var fault);
        if (fault is { Severity: Severity.Warning })
        {
            yaml.Report(fault);
        }
        else if (fault is not null)
        {
            visibility.HoldBack(
                fault.With("; the article is held back, because it may have expired"),
                key,
                value,
                into
            );
        }
    }

    private LinkReference? ReadUrl(string name)
    {
        if (!yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var spot = fields.SpotOf(text.Span);
        var url = LiteralUrl.Of(text.Value, out var fault);
        fault = spot.Elsewhere is null ? fault : "no two articles can have one URL";
        if (fault is null)
        {
            return new LinkReference(url!, spot);
        }

        yaml.Report(
            ArticleDiagnostics.LiteralUrlRefused(yaml.At(text.Span), text.Value, fault, PathOfAddress(text.Value))
        );
        return null;
    }

    /// <summary>
    /// The path of a whole address: the address of the article on this site, or of its first publication elsewhere.
    /// Only the writer knows which it is.
    /// </summary>
    private static string? PathOfAddress(string value) =>
        WebAddress.TryHttp(value.Trim(), out var address) && address.AbsolutePath.Length > 1
            ? UrlPath.Decode(address.AbsolutePath)
            : null;

    /// <summary>An article is in one section, so a list may have one item.</summary>
    private string? ReadSection(string name)
    {
        if (yaml.Current.Kind == YamlTokenKind.ListStart)
        {
            var start = yaml.Current.Span;
            var texts = fields.Texts(name);
            if (texts.Count == 1)
            {
                return ReadSection(texts[0]);
            }

            if (texts.Count > 1)
            {
                yaml.Report(
                    ArticleDiagnostics.SeveralSections(
                        yaml.At(start),
                        name,
                        string.Join('/', texts.Select(text => Slug.Of(text.Value)))
                    )
                );
            }

            return null;
        }

        return yaml.TryText(name, out var section) && section.Value.Length > 0 ? ReadSection(section) : null;
    }

    private string? ReadSection(YamlToken text)
    {
        if (SectionPath.Of(text.Value) is { } section)
        {
            return fields.Names.Share(section);
        }

        yaml.Report(ArticleDiagnostics.SectionRefused(yaml.At(text.Span), text.Value));
        return null;
    }

    /// <summary>
    /// A list, or one text, in which commas and semicolons separate; each tag once, compared by key, as first written;
    /// "C#" and "C++" are kept, so that the archive can tell that they clash.
    /// </summary>
    private string[] ReadTags(string name)
    {
        _tagKeys.Clear();
        var isOneText = yaml.Current.Kind == YamlTokenKind.Text;
        var texts = fields.Texts(name);
        var tags = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (isOneText && text.Value.AsSpan().ContainsAny(TextList.Separators))
            {
                AddSeparatedTags(name, text, tags);
            }
            else
            {
                AddTag(name, text, tags);
            }
        }

        return [.. tags];
    }

    private void AddSeparatedTags(string name, YamlToken text, List<string> tags)
    {
        foreach (var tag in TextList.Split(text.Value, TextList.Separators))
        {
            AddTag(name, text with { Value = tag }, tags);
        }
    }

    private void AddTag(string name, YamlToken text, List<string> tags)
    {
        if (fields.PlainName(name, text) is { } tag && (_tagKeys.Add(tag.Key) || lists.IsAnother(tag, tags)))
        {
            tags.Add(tag.Text);
        }
    }

    private string[] ReadNames(string name)
    {
        var texts = fields.Texts(name);
        var names = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (fields.PlainName(name, text) is { } agency)
            {
                names.Add(agency.Text);
            }
        }

        return [.. names];
    }

    private int ReadChoice(string name, IReadOnlyList<string> choices)
    {
        if (!yaml.TryText(name, out var text))
        {
            return 0;
        }

        if (IndexOf(choices, text.Value) is var choice and >= 0)
        {
            return choice;
        }

        yaml.Report(ArticleDiagnostics.Yaml.ChoiceRefused(yaml.At(text.Span), name, text.Value, choices));
        return 0;
    }

    private static int IndexOf(IReadOnlyList<string> choices, string value)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (string.Equals(choices[i], value, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private string? ReadDirection(string name)
    {
        if (!yaml.TryText(name, out var text))
        {
            return null;
        }

        if (WritingDirection.Choices.Contains(text.Value, StringComparer.Ordinal))
        {
            return fields.Names.Share(text.Value);
        }

        yaml.Report(
            ArticleDiagnostics.Yaml.ChoiceRefused(yaml.At(text.Span), name, text.Value, WritingDirection.Choices)
        );
        return null;
    }

    private LinkReference[] ReadRelated(string name)
    {
        var texts = fields.Texts(name);
        var related = new LinkReference[texts.Count];
        for (var i = 0; i < related.Length; i++)
        {
            var target = texts[i].Value.AsSpan().Trim();
            var end = target.IndexOfAny('?', '#');
            target = end < 0 ? target : target[..end];
            related[i] = new LinkReference(UrlPath.Decode(target.ToString()), fields.SpotOf(texts[i].Span));
        }

        return related;
    }

    /// <summary>A name ("CC BY 4.0"), or an address, which must then be one that a page may link to.</summary>
    private string? ReadLicense(string name)
    {
        if (!yaml.TryText(name, out var text))
        {
            return null;
        }

        var colon = text.Value.IndexOf(':', StringComparison.Ordinal);
        var isAddress =
            colon > 0
            && !text.Value.AsSpan(0, colon).Contains(' ')
            && colon + 1 < text.Value.Length
            && text.Value[colon + 1] != ' ';
        if (!isAddress || WebAddress.IsHttp(text.Value))
        {
            return isAddress ? fields.Names.Share(text.Value) : fields.Plain(name, text);
        }

        yaml.Report(ArticleDiagnostics.UrlRefused(yaml.At(text.Span), name, text.Value));
        return null;
    }

    private string? ReadId(string name)
    {
        if (!yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var isId = text.Value.Length <= IdMaxChars;
        foreach (var c in text.Value)
        {
            isId &= !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF');
        }

        if (!isId)
        {
            yaml.Report(ArticleDiagnostics.IdRefused(yaml.At(text.Span), text.Value, IdMaxChars));
        }

        return isId ? text.Value : null;
    }
}
