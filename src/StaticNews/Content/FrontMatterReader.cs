using System.Collections.Frozen;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads a mapping of front matter key by key. Names that site.yml maps are read like the content model's own; where
/// both stand, the own name wins, and of two mapped names the first; lists are joined. A value that is wrong is
/// reported and leaves the key without one. Belongs to one worker.
/// </summary>
internal sealed class FrontMatterReader
{
    /// <summary>Feeds take ids as they are; a longer one is a mistake.</summary>
    private const int IdMaxChars = 500;

    /// <summary>No key of front matter is longer; what is, is not compared with known keys.</summary>
    private const int KeyMaxChars = 40;

    private const int MaxUnknownKeys = 10_000;

    private static readonly string UnknownKeyHint =
        $"known keys are {string.Join(", ", FrontMatterKeys.Names)}; keys of your own go below 'params'; site.yml "
        + $"can map a key (front_matter.keys) or pass over it (front_matter.ignore)";

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

    private readonly YamlReader _yaml = new(ArticleDiagnostics.Yaml);
    private readonly Dictionary<FrontMatterKey, (YamlToken Key, YamlToken Value, bool IsOwn)> _given = [];
    private readonly HashSet<string> _tagKeys = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, FieldName> _names;
    private readonly ArticleDateReader _dates;
    private readonly FieldReader _fields;
    private readonly DateFieldReader _dateFields;
    private readonly CorrectionReader _corrections;
    private readonly ImageReader _images;
    private readonly BylineReader _bylines;
    private readonly ParamsReader _params;
    private readonly VisibilityReader _visibility;
    private readonly JoinedLists _lists;

    /// <summary>
    /// What is to be said of keys that nobody reads, by key: the same ones stand in thousands of articles.
    /// </summary>
    private readonly Dictionary<string, UnknownKey> _unknown = new(StringComparer.Ordinal);

    public FrontMatterReader(SiteConfig config, NamePool names)
    {
        _names = NamesOf(config.FrontMatter);
        _dates = new ArticleDateReader(config.TimeZone, config.FrontMatter.Zones, config.FrontMatter.DayFirst);
        _fields = new FieldReader(_yaml, names);
        _dateFields = new DateFieldReader(_fields, _dates);
        _corrections = new CorrectionReader(_fields, _dateFields);
        _images = new ImageReader(_fields);
        _bylines = new BylineReader(_fields);
        _params = new ParamsReader(_fields);
        _visibility = new VisibilityReader(_fields, _dates);
        _lists = new JoinedLists(names);
    }

    public ArticleDateReader Dates => _dates;

    /// <param name="source">The file that the tokens' spans lie in: the article, or site.yml for defaults.</param>
    /// <param name="tokens">One mapping; the caller has checked that it is one.</param>
    public void Read(SourceText source, IReadOnlyList<YamlToken> tokens, FrontMatter into, List<Diagnostic> found)
    {
        _yaml.Open(source, tokens, found);
        _given.Clear();
        _lists.Clear();
        if (!_yaml.StartMapping("front matter"))
        {
            return;
        }

        while (_yaml.NextKey(out var key))
        {
            if (!_names.TryGetValue(key.Value, out var name))
            {
                ReadUnknown(key, into);
            }
            else if (name.Visibility is { } rule && _visibility.ReadIfPlain(rule, key, into))
            {
                _yaml.Settle(_yaml.Duplicate, DuplicateUse.Stricter);
                // "published: false" does not become a date because site.yml maps 'published' to one.
            }
            else if (name.Key is not { } known)
            {
                PassOver(key, into);
            }
            else
            {
                ReadKnown(known, key, name.IsOwn, into);
            }
        }
    }

    private void ReadKnown(FrontMatterKey known, YamlToken key, bool isOwn, FrontMatter into)
    {
        var duplicate = _yaml.Duplicate;
        var before = duplicate is null ? null : into.Copy();
        var reported = _yaml.Reported;
        var use = UseOf(known);
        if (IsJoined(known))
        {
            _lists.Begin(known, _given[known].Key.Value, into);
            ReadValue(known, key, into);
            use = _lists.Add(known, key.Value, _yaml.Reported > reported, into) ? use : DuplicateUse.EarlierThanWrong;
        }
        else if (GoesFirst(known, key, isOwn))
        {
            ReadValue(known, key, into);
            use =
                before is not null && EarlierValue.Restore(known, before, _yaml.Reported > reported, into)
                    ? DuplicateUse.EarlierThanWrong
                    : use;
        }
        else
        {
            use = IsNothing(_yaml.Current) ? DuplicateUse.EarlierThanEmpty : DuplicateUse.Neither;
            _yaml.Skip();
        }

        _yaml.Settle(duplicate, use);
    }

    private static DuplicateUse UseOf(FrontMatterKey known) =>
        known switch
        {
            FrontMatterKey.Draft or FrontMatterKey.Status => DuplicateUse.Stricter,
            FrontMatterKey.Params => DuplicateUse.Both,
            _ => DuplicateUse.Last,
        };

    private static FrozenDictionary<string, FieldName> NamesOf(FrontMatterConfig config)
    {
        var names = new Dictionary<string, FieldName>(StringComparer.Ordinal);
        foreach (var (name, key) in FrontMatterKeys.ByName)
        {
            names[name] = new FieldName(
                key,
                string.Equals(FrontMatterKeys.Names[(int)key], name, StringComparison.Ordinal)
            );
        }

        foreach (var (name, key) in config.Keys)
        {
            var isOwn = string.Equals(FrontMatterKeys.Names[(int)key], name, StringComparison.Ordinal);
            names[name] = new FieldName(key, isOwn, isOwn ? null : VisibilityKeys.RuleOf(name));
        }

        foreach (var name in config.Ignore)
        {
            names[name] = new FieldName(null, false, VisibilityKeys.RuleOf(name));
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// A key that is not the content model's: one that speaks of visibility is obeyed, any other is reported.
    /// </summary>
    private void ReadUnknown(YamlToken key, FrontMatter into)
    {
        var unknown = UnknownOf(key.Value);
        if (unknown.Own is { } own)
        {
            ReadKnown(own, key, isOwn: false, into);
            return;
        }

        var duplicate = _yaml.Duplicate;
        if (unknown.Rule is { } rule && _visibility.Read(rule, key, into))
        {
            _yaml.Settle(duplicate, DuplicateUse.Stricter);
            return;
        }

        _yaml.Settle(duplicate, DuplicateUse.Neither);

        _visibility.ReadNested(key, into);
        if (!_visibility.HoldsBack(key, unknown.Near, into))
        {
            ReportUnknown(key, unknown.Nearest, into);
        }

        _yaml.Skip();
    }

    private void ReportUnknown(YamlToken key, string? nearest, FrontMatter into)
    {
        var at = _yaml.At(key.Span);
        if (string.Equals(nearest, "title", StringComparison.Ordinal) && _yaml.Current.Kind == YamlTokenKind.Text)
        {
            into.NearTitle ??= (key.Value, at);
            return;
        }

        _yaml.Report(ArticleDiagnostics.Yaml.UnknownKey(at, key.Value, nearest, UnknownKeyHint));
    }

    private UnknownKey UnknownOf(string key)
    {
        if (_unknown.TryGetValue(key, out var known))
        {
            return known;
        }

        var own = OwnInAnotherCase(key);
        var rule = VisibilityKeys.RuleOf(key);
        var nearest =
            rule is not null || key.Length > KeyMaxChars
                ? null
                : SpellingSuggestion.Nearest(key, _names.Keys.Order(StringComparer.Ordinal));
        var unknown = new UnknownKey(
            nearest,
            rule,
            rule is not null || key.Length > KeyMaxChars ? null : VisibilityKeys.Near(key),
            own
        );
        if (_unknown.Count < MaxUnknownKeys)
        {
            _unknown.Add(key, unknown);
        }

        return unknown;
    }

    /// <summary>
    /// The key of the content model that a key is, but for case and separators: <c>Title</c>, <c>sourceUrl</c>.
    /// </summary>
    private static FrontMatterKey? OwnInAnotherCase(string key)
    {
        foreach (var (name, own) in FrontMatterKeys.ByName)
        {
            if (VisibilityKeys.IsSameKey(key, name))
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>A key that site.yml passes over; what it says plainly of visibility was obeyed before.</summary>
    private void PassOver(YamlToken key, FrontMatter into)
    {
        _yaml.Forget(key);
        if (VisibilityKeys.IsOpenGroup(key.Value))
        {
            _visibility.ReadNested(key, into);
        }

        _yaml.Skip();
    }

    /// <summary>
    /// Whether this key's value counts. A key without a value, or two keys with one text, are no conflict. Of the same
    /// key twice, which was reported, the last one counts.
    /// </summary>
    private bool GoesFirst(FrontMatterKey known, YamlToken key, bool isOwn)
    {
        var value = _yaml.Current;
        if (!_given.TryGetValue(known, out var earlier))
        {
            _given.Add(known, (key, value, isOwn));
            return true;
        }

        if (IsNothing(value))
        {
            return false;
        }

        if (string.Equals(earlier.Key.Value, key.Value, StringComparison.Ordinal))
        {
            _given[known] = (key, value, isOwn);
            return true;
        }

        var wins = IsNothing(earlier.Value) || (isOwn && !earlier.IsOwn);
        if (!IsNothing(earlier.Value) && !IsSameText(value, earlier.Value))
        {
            var (unused, used) = wins ? (earlier.Key, key) : (key, earlier.Key);
            _yaml.Report(ArticleDiagnostics.TwoKeysOneValue(_yaml.At(unused.Span), unused.Value, used.Value));
        }

        if (wins)
        {
            _given[known] = (key, value, isOwn);
        }

        return wins;
    }

    /// <summary>Whether this is another key for a list that has items: categories and tags are one list.</summary>
    private bool IsJoined(FrontMatterKey known) =>
        known
            is FrontMatterKey.Tags
                or FrontMatterKey.Authors
                or FrontMatterKey.Aliases
                or FrontMatterKey.Agencies
                or FrontMatterKey.Related
                or FrontMatterKey.Corrections
        && _given.TryGetValue(known, out var earlier)
        && !IsNothing(earlier.Value)
        && !IsNothing(_yaml.Current);

    private static bool IsNothing(YamlToken value) =>
        value.Kind == YamlTokenKind.Text && (value.IsNull || value.Value.Length == 0);

    private static bool IsSameText(YamlToken left, YamlToken right) =>
        left.Kind == YamlTokenKind.Text
        && right.Kind == YamlTokenKind.Text
        && string.Equals(left.Value, right.Value, StringComparison.Ordinal);

    private void ReadValue(FrontMatterKey known, YamlToken key, FrontMatter into)
    {
        var name = key.Value;
        switch (known)
        {
            case FrontMatterKey.Title:
                ReadTitle(key, into);
                break;
            case FrontMatterKey.Date:
                into.Date = _dateFields.Read(name, out var fault) ?? (fault is null ? null : into.Date);
                into.DateFault = fault;
                break;
            case FrontMatterKey.Updated:
                (into.UpdatedSource, into.UpdatedSpan) = (_yaml.Source, _yaml.Current.Span);
                into.Updated = _dateFields.Read(name);
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
                into.Aliases = _fields.Aliases(name);
                break;
            case FrontMatterKey.Section:
                into.Section = ReadSection(name);
                break;
            case FrontMatterKey.Tags:
                into.Tags = ReadTags(name);
                break;
            case FrontMatterKey.Authors:
                into.Authors = _fields.Names.Share(_bylines.Read(name));
                break;
            case FrontMatterKey.Dateline:
                into.Dateline = _fields.SharedPlain(name);
                break;
            case FrontMatterKey.Desk:
                into.Desk = _fields.SharedPlain(name);
                break;
            case FrontMatterKey.Agencies:
                into.Agencies = ReadNames(name);
                break;
            case FrontMatterKey.Kicker:
                into.Kicker = _fields.SharedPlain(name);
                break;
            case FrontMatterKey.Summary:
                into.Summary = _fields.Plain(name);
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
                into.Language = _fields.Language(name);
                break;
            case FrontMatterKey.Dir:
                into.Direction = ReadDirection(name);
                break;
            case FrontMatterKey.TranslationKey:
                into.TranslationKey = _fields.Plain(name);
                break;
            case FrontMatterKey.SourceUrl:
                into.SourceUrl = _fields.HttpUrl(name);
                break;
            case FrontMatterKey.Captured:
                into.Captured = _dateFields.Read(name);
                break;
            case FrontMatterKey.License:
                into.License = ReadLicense(name);
                break;
            case FrontMatterKey.Status:
                ReadStatus(key, into);
                break;
            case FrontMatterKey.StatusReason:
                (into.StatusReasonSource, into.StatusReasonSpan) = (_yaml.Source, _yaml.Current.Span);
                into.StatusReason = _fields.Plain(name);
                break;
            case FrontMatterKey.Draft:
                _visibility.Read(VisibilityRule.DraftIfTrue, key, into);
                break;
            case FrontMatterKey.Expires:
                ReadExpires(key, into);
                break;
            case FrontMatterKey.Priority:
                into.Priority = _fields.Whole(name, -1000, 1000) ?? 0;
                break;
            case FrontMatterKey.Series:
                into.Series = _fields.PlainName(name)?.Text;
                break;
            case FrontMatterKey.Event:
                into.Event = _fields.PlainName(name)?.Text;
                break;
            case FrontMatterKey.Id:
                into.Id = ReadId(name);
                break;
            case FrontMatterKey.Params:
                _visibility.ReadNested(key, into);
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
        (into.TitleSource, into.TitleSpan) = (_yaml.Source, _yaml.Current.IsNull ? key.Span : _yaml.Current.Span);
        into.Title = _fields.Plain(key.Value);
    }

    private void ReadSlug(string name, FrontMatter into)
    {
        into.Slug = null;
        if (!_yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return;
        }

        if (SlugCheck.Of(text.Value) is not { } slug)
        {
            _yaml.Report(ArticleDiagnostics.SlugRefused(_yaml.At(text.Span), text.Value, Slug.Of(text.Value)));
            return;
        }

        into.Slug = slug;
        if (!string.Equals(slug, text.Value, StringComparison.Ordinal))
        {
            _yaml.Report(ArticleDiagnostics.SlugChanged(_yaml.At(text.Span), text.Value, slug));
        }
    }

    /// <summary><c>type: draft</c> means that the article is one.</summary>
    private void ReadType(YamlToken key, FrontMatter into)
    {
        if (!_visibility.HoldsBack(key, near: null, into))
        {
            into.Type = (ArticleType)ReadChoice(key.Value, Types);
        }
        else
        {
            _yaml.Skip();
        }
    }

    /// <summary>Our own words, or those of other systems, most of which say that the article is not public.</summary>
    private void ReadStatus(YamlToken key, FrontMatter into)
    {
        into.Status = ArticleStatus.Published;
        var value = _yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            _visibility.Read(VisibilityRule.Word, key, into);
            return;
        }

        _yaml.Skip();
        if (value.IsNull || value.Value.Length == 0)
        {
            return;
        }

        var status = IndexOf(Statuses, value.Value.Trim());
        into.Status = (ArticleStatus)Math.Max(status, 0);
        _visibility.ReadStatus(key, status < 0 ? value : value with { Value = Statuses[0] }, Statuses, into);
    }

    /// <summary>An end that cannot be read may be one that has passed, so it holds the article back.</summary>
    private void ReadExpires(YamlToken key, FrontMatter into)
    {
        into.Expires = null;
        var value = _yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            _visibility.Read(VisibilityRule.RemovedFrom, key, into);
            return;
        }

        if (
            YamlReader.ParseYesNo(value.Value) == false
            || string.Equals(value.Value, "never", StringComparison.OrdinalIgnoreCase)
        )
        {
            _yaml.Skip();
            return;
        }

        into.Expires = _dateFields.Read(key.Value, out var fault);
        if (fault is { Severity: Severity.Warning })
        {
            _yaml.Report(fault);
        }
        else if (fault is not null)
        {
            _visibility.HoldBack(
                fault.With("; the article is held back, because it may have expired"),
                key,
                value,
                into
            );
        }
    }

    private LinkReference? ReadUrl(string name)
    {
        if (!_yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var spot = _fields.SpotOf(text.Span);
        var url = LiteralUrl.Of(text.Value, out var fault);
        fault = spot.Elsewhere is null ? fault : "no two articles can have one URL";
        if (fault is null)
        {
            return new LinkReference(url!, spot);
        }

        _yaml.Report(
            ArticleDiagnostics.LiteralUrlRefused(_yaml.At(text.Span), text.Value, fault, SourceUrlHint(text.Value))
        );
        return null;
    }

    /// <summary>
    /// A whole address says where the article stands, or where it first stood: only its writer knows which.
    /// </summary>
    private static string? SourceUrlHint(string value) =>
        WebAddress.TryHttp(value.Trim(), out var address) && address.AbsolutePath.Length > 1
            ? $"write '{UrlPath.Decode(address.AbsolutePath)}' if that is its address on this site; where it was "
                + $"first published is 'source_url'"
            : null;

    /// <summary>An article is in one section, so a list may have one item.</summary>
    private string? ReadSection(string name)
    {
        if (_yaml.Current.Kind == YamlTokenKind.ListStart)
        {
            var start = _yaml.Current.Span;
            var texts = _fields.Texts(name);
            if (texts.Count == 1)
            {
                return ReadSection(texts[0]);
            }

            if (texts.Count > 1)
            {
                _yaml.Report(
                    ArticleDiagnostics.SeveralSections(
                        _yaml.At(start),
                        name,
                        string.Join('/', texts.Select(text => Slug.Of(text.Value)))
                    )
                );
            }

            return null;
        }

        return _yaml.TryText(name, out var section) && section.Value.Length > 0 ? ReadSection(section) : null;
    }

    private string? ReadSection(YamlToken text)
    {
        if (SectionPath.Of(text.Value) is { } section)
        {
            return _fields.Names.Share(section);
        }

        _yaml.Report(ArticleDiagnostics.SectionRefused(_yaml.At(text.Span), text.Value));
        return null;
    }

    /// <summary>
    /// A list, or one text, in which commas and semicolons separate; each tag once, compared by key, as first written;
    /// "C#" and "C++" are kept, so that the archive can tell that they clash.
    /// </summary>
    private string[] ReadTags(string name)
    {
        _tagKeys.Clear();
        var isOneText = _yaml.Current.Kind == YamlTokenKind.Text;
        var texts = _fields.Texts(name);
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
        if (_fields.PlainName(name, text) is { } tag && (_tagKeys.Add(tag.Key) || _lists.IsAnother(tag, tags)))
        {
            tags.Add(tag.Text);
        }
    }

    private string[] ReadNames(string name)
    {
        var texts = _fields.Texts(name);
        var names = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (_fields.PlainName(name, text) is { } agency)
            {
                names.Add(agency.Text);
            }
        }

        return [.. names];
    }

    private int ReadChoice(string name, IReadOnlyList<string> choices)
    {
        if (!_yaml.TryText(name, out var text))
        {
            return 0;
        }

        if (IndexOf(choices, text.Value) is var choice and >= 0)
        {
            return choice;
        }

        _yaml.Report(ArticleDiagnostics.Yaml.ChoiceRefused(_yaml.At(text.Span), name, text.Value, choices));
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
        if (!_yaml.TryText(name, out var text))
        {
            return null;
        }

        if (WritingDirection.Choices.Contains(text.Value, StringComparer.Ordinal))
        {
            return _fields.Names.Share(text.Value);
        }

        _yaml.Report(
            ArticleDiagnostics.Yaml.ChoiceRefused(_yaml.At(text.Span), name, text.Value, WritingDirection.Choices)
        );
        return null;
    }

    private LinkReference[] ReadRelated(string name)
    {
        var texts = _fields.Texts(name);
        var related = new LinkReference[texts.Count];
        for (var i = 0; i < related.Length; i++)
        {
            var target = texts[i].Value.AsSpan().Trim();
            var end = target.IndexOfAny('?', '#');
            target = end < 0 ? target : target[..end];
            related[i] = new LinkReference(UrlPath.Decode(target.ToString()), _fields.SpotOf(texts[i].Span));
        }

        return related;
    }

    /// <summary>A name ("CC BY 4.0"), or an address, which must then be one that a page may link to.</summary>
    private string? ReadLicense(string name)
    {
        if (!_yaml.TryText(name, out var text))
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
            return isAddress ? _fields.Names.Share(text.Value) : _fields.Plain(name, text);
        }

        _yaml.Report(ArticleDiagnostics.UrlRefused(_yaml.At(text.Span), name, text.Value));
        return null;
    }

    private string? ReadId(string name)
    {
        if (!_yaml.TryText(name, out var text) || text.Value.Length == 0)
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
            _yaml.Report(ArticleDiagnostics.IdRefused(_yaml.At(text.Span), text.Value, IdMaxChars));
        }

        return isId ? text.Value : null;
    }

    /// <param name="Nearest">The known key that was probably meant, or null.</param>
    /// <param name="Rule">What the key says of visibility, or null.</param>
    /// <param name="Own">
    /// <c>status</c> or <c>expires</c> in another case, which must not be passed over; else null.
    /// </param>
    /// <param name="Near">The key about visibility that this one is a slip away from, or null.</param>
    private readonly record struct UnknownKey(
        string? Nearest,
        VisibilityRule? Rule,
        (string Key, VisibilityRule Rule)? Near,
        FrontMatterKey? Own
    );
}
