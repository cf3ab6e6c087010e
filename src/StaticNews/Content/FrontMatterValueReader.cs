using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads the values that only one key of the content model has, each with what that key asks of it. Null always means:
/// none, or reported. Belongs to one worker.
/// </summary>
/// <param name="yaml">The reader, positioned before the value.</param>
internal sealed class FrontMatterValueReader(
    YamlReader yaml,
    FieldReader fields,
    DateFieldReader dates,
    VisibilityReader visibility
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

    private readonly CorrectionReader _corrections = new(fields, dates);
    private readonly BylineReader _bylines = new(fields);
    private readonly ParamsReader _params = new(fields);
    private readonly HashSet<string> _tagKeys = new(StringComparer.Ordinal);
    private FrontMatter _into = new();

    public FieldReader Fields { get; } = fields;

    public DateFieldReader Dates { get; } = dates;

    public ImageReader Images { get; } = new(fields);

    /// <param name="into">Whose values are read from now on.</param>
    public void Open(FrontMatter into) => _into = into;

    /// <summary>The date; of one that is wrong, which is reported later, the date that was given before it.</summary>
    public ArticleDate? ReadDate(YamlToken key)
    {
        var date = Dates.Read(key.Value, out var fault) ?? (fault is null ? null : _into.Date.Value);
        _into.Date.Fault = fault;
        return date;
    }

    public Correction[] ReadCorrections(YamlToken key) => _corrections.Read(key.Value);

    public Byline[] ReadAuthors(YamlToken key) => Fields.Names.Share(_bylines.Read(key.Value));

    public bool ReadDraft(YamlToken key) => visibility.Read(VisibilityRule.DraftIfTrue, key, _into.Visibility);

    /// <summary>The group's values beside those of earlier groups; of one name the last one counts.</summary>
    public Dictionary<string, object?> ReadParams(YamlToken key)
    {
        var values = _into.Params.Value ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        visibility.ReadNested(key, _into.Visibility);
        _params.Read(key.Value, values);
        return values;
    }

    public string? ReadSlug(YamlToken key)
    {
        if (!yaml.TryText(key.Value, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        if (SlugCheck.Of(text.Value) is not { } slug)
        {
            yaml.Report(ArticleDiagnostics.SlugRefused(yaml.At(text.Span), text.Value, Slug.Of(text.Value)));
            return null;
        }

        if (!string.Equals(slug, text.Value, StringComparison.Ordinal))
        {
            yaml.Report(ArticleDiagnostics.SlugChanged(yaml.At(text.Span), text.Value, slug));
        }

        return slug;
    }

    /// <summary><c>type: draft</c> means that the article is one.</summary>
    public ArticleType ReadType(YamlToken key)
    {
        if (!visibility.HoldsBack(key, near: null, _into.Visibility))
        {
            return (ArticleType)ReadChoice(key.Value, Types);
        }

        yaml.Skip();
        return _into.Type.Value;
    }

    /// <summary>Our own words, or those of other systems, most of which mean that the article is not public.</summary>
    public ArticleStatus ReadStatus(YamlToken key)
    {
        var value = yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            visibility.Read(VisibilityRule.Word, key, _into.Visibility);
            return ArticleStatus.Published;
        }

        yaml.Skip();
        if (value.IsNull || value.Value.Length == 0)
        {
            return ArticleStatus.Published;
        }

        var status = IndexOf(Statuses, value.Value.Trim());
        visibility.ReadStatus(key, status < 0 ? value : value with { Value = Statuses[0] }, Statuses, _into.Visibility);
        return (ArticleStatus)Math.Max(status, 0);
    }

    /// <summary>An end that cannot be read may be one that has passed, so it holds the article back.</summary>
    public ArticleDate? ReadExpires(YamlToken key)
    {
        var value = yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            visibility.Read(VisibilityRule.RemovedFrom, key, _into.Visibility);
            return null;
        }

        if (
            YamlReader.ParseYesNo(value.Value) == false
            || string.Equals(value.Value, "never", StringComparison.OrdinalIgnoreCase)
        )
        {
            yaml.Skip();
            return null;
        }

        var date = Dates.Read(key.Value, out var fault);
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
                _into.Visibility
            );
        }

        return date;
    }

    public LinkReference? ReadUrl(YamlToken key)
    {
        if (!yaml.TryText(key.Value, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var spot = Fields.SpotOf(text.Span);
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
    public string? ReadSection(YamlToken key)
    {
        if (yaml.Current.Kind == YamlTokenKind.ListStart)
        {
            var start = yaml.Current.Span;
            var texts = Fields.Texts(key.Value);
            if (texts.Count == 1)
            {
                return SectionOf(texts[0]);
            }

            if (texts.Count > 1)
            {
                yaml.Report(
                    ArticleDiagnostics.SeveralSections(
                        yaml.At(start),
                        key.Value,
                        string.Join('/', texts.Select(text => Slug.Of(text.Value)))
                    )
                );
            }

            return null;
        }

        return yaml.TryText(key.Value, out var section) && section.Value.Length > 0 ? SectionOf(section) : null;
    }

    private string? SectionOf(YamlToken text)
    {
        if (SectionPath.Of(text.Value) is { } section)
        {
            return Fields.Names.Share(section);
        }

        yaml.Report(ArticleDiagnostics.SectionRefused(yaml.At(text.Span), text.Value));
        return null;
    }

    /// <summary>
    /// A list, or one text, in which commas and semicolons separate; each tag once, compared by key, as first written;
    /// "C#" and "C++" are kept, so that the archive can tell that they clash.
    /// </summary>
    public string[] ReadTags(YamlToken key)
    {
        _tagKeys.Clear();
        var isOneText = yaml.Current.Kind == YamlTokenKind.Text;
        var texts = Fields.Texts(key.Value);
        var tags = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (isOneText && text.Value.AsSpan().ContainsAny(TextList.Separators))
            {
                AddSeparatedTags(key.Value, text, tags);
            }
            else
            {
                AddTag(key.Value, text, tags);
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
        if (
            Fields.PlainName(name, text) is { } tag
            && (_tagKeys.Add(tag.Key) || JoinedLists.IsAnother(Fields.Names, tag, tags))
        )
        {
            tags.Add(tag.Text);
        }
    }

    public string[] ReadNames(YamlToken key)
    {
        var texts = Fields.Texts(key.Value);
        var names = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (Fields.PlainName(key.Value, text) is { } agency)
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

    public string? ReadDirection(YamlToken key)
    {
        if (!yaml.TryText(key.Value, out var text))
        {
            return null;
        }

        if (WritingDirection.Choices.Contains(text.Value, StringComparer.Ordinal))
        {
            return Fields.Names.Share(text.Value);
        }

        yaml.Report(
            ArticleDiagnostics.Yaml.ChoiceRefused(yaml.At(text.Span), key.Value, text.Value, WritingDirection.Choices)
        );
        return null;
    }

    public LinkReference[] ReadRelated(YamlToken key)
    {
        var texts = Fields.Texts(key.Value);
        var related = new LinkReference[texts.Count];
        for (var i = 0; i < related.Length; i++)
        {
            var target = texts[i].Value.AsSpan().Trim();
            var end = target.IndexOfAny('?', '#');
            target = end < 0 ? target : target[..end];
            related[i] = new LinkReference(UrlPath.Decode(target.ToString()), Fields.SpotOf(texts[i].Span));
        }

        return related;
    }

    /// <summary>A name ("CC BY 4.0"), or an address, which must then be one that a page may link to.</summary>
    public string? ReadLicense(YamlToken key)
    {
        if (!yaml.TryText(key.Value, out var text))
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
            return isAddress ? Fields.Names.Share(text.Value) : Fields.Plain(key.Value, text);
        }

        yaml.Report(ArticleDiagnostics.UrlRefused(yaml.At(text.Span), key.Value, text.Value));
        return null;
    }

    public string? ReadId(YamlToken key)
    {
        if (!yaml.TryText(key.Value, out var text) || text.Value.Length == 0)
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
