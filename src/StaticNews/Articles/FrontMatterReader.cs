using System.Collections.Frozen;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Articles;

/// <summary>
/// Reads a mapping of front matter key by key. Names that site.yml maps are read like the content model's own; where both stand, the own
/// name wins, and of two mapped names the first; lists are joined. A value that is wrong is reported and leaves the key without one. Belongs to one worker.
/// </summary>
internal sealed class FrontMatterReader
{
    /// <summary>Feeds take ids as they are; a longer one is a mistake.</summary>
    private const int IdMaxChars = 500;

    private static readonly IReadOnlyList<string> Types = ["news", "analysis", "opinion", "explainer", "review", "live", "photo", "video"];
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

    public FrontMatterReader(SiteConfig config, NamePool names)
    {
        _names = NamesOf(config.FrontMatter);
        _dates = new ArticleDateReader(config.TimeZone, config.FrontMatter.Zones);
        _fields = new FieldReader(_yaml, names);
        _dateFields = new DateFieldReader(_fields, _dates);
        _corrections = new CorrectionReader(_fields, _dateFields);
        _images = new ImageReader(_fields);
        _bylines = new BylineReader(_fields);
        _params = new ParamsReader(_fields);
    }

    public ArticleDateReader Dates => _dates;

    /// <param name="source">The file that the tokens' spans lie in: the article, or site.yml for defaults.</param>
    /// <param name="tokens">One mapping; the caller has checked that it is one.</param>
    public void Read(SourceText source, IReadOnlyList<YamlToken> tokens, FrontMatter into, List<Diagnostic> found)
    {
        _yaml.Open(source, tokens, found);
        _given.Clear();
        if (!_yaml.StartMapping("front matter"))
        {
            return;
        }

        while (_yaml.NextKey(out var key))
        {
            if (!_names.TryGetValue(key.Value, out var name))
            {
                RefuseKey(key);
            }
            else if (name.Key is not { } known)
            {
                _yaml.Forget(key);
                _yaml.Skip();
            }
            else if (IsJoined(known))
            {
                JoinValue(known, key.Value, into);
            }
            else if (GoesFirst(known, key, name.IsOwn))
            {
                ReadValue(known, key, into);
            }
            else
            {
                _yaml.Skip();
            }
        }
    }

    private static FrozenDictionary<string, FieldName> NamesOf(FrontMatterConfig config)
    {
        var names = new Dictionary<string, FieldName>(StringComparer.Ordinal);
        foreach (var (name, key) in FrontMatterKeys.ByName)
        {
            names[name] = new FieldName(key, string.Equals(FrontMatterKeys.Names[(int)key], name, StringComparison.Ordinal));
        }

        foreach (var (name, key) in config.Keys)
        {
            names[name] = new FieldName(key, string.Equals(FrontMatterKeys.Names[(int)key], name, StringComparison.Ordinal));
        }

        foreach (var name in config.Ignore)
        {
            names[name] = new FieldName(null, false);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void RefuseKey(YamlToken key)
    {
        var nearest = key.Value.Length > 40 ? null : Spelling.Nearest(key.Value, _names.Keys.Order(StringComparer.Ordinal));
        _yaml.Report(ArticleDiagnostics.Yaml.UnknownKey(
            _yaml.At(key.Span),
            key.Value,
            nearest,
            "put it below 'params' if templates need it; site.yml can map it (front_matter.keys) or pass over it (front_matter.ignore)"));
        _yaml.Skip();
    }

    /// <summary>Whether this key's value counts. A key without a value, or two keys with one text, are no conflict.</summary>
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
        known is FrontMatterKey.Tags or FrontMatterKey.Authors or FrontMatterKey.Aliases or FrontMatterKey.Agencies or FrontMatterKey.Related or FrontMatterKey.Corrections
        && _given.TryGetValue(known, out var earlier)
        && !IsNothing(earlier.Value)
        && !IsNothing(_yaml.Current);

    /// <summary>Each item once, in the order in which they stand.</summary>
    private void JoinValue(FrontMatterKey known, string name, FrontMatter into)
    {
        switch (known)
        {
            case FrontMatterKey.Tags: into.Tags = ReadTags(name, into.Tags); break;
            case FrontMatterKey.Authors: into.Authors = [.. into.Authors, .. _bylines.Read(name).Where(byline => !Array.Exists(into.Authors, other => IsSame(byline, other)))]; break;
            case FrontMatterKey.Aliases: into.Aliases = JoinLinks(into.Aliases, _fields.Aliases(name)); break;
            case FrontMatterKey.Related: into.Related = JoinLinks(into.Related, ReadRelated(name)); break;
            case FrontMatterKey.Agencies: into.Agencies = [.. into.Agencies.Union(ReadNames(name), StringComparer.Ordinal)]; break;
            default: into.Corrections = [.. into.Corrections.Union(_corrections.Read(name))]; break;
        }
    }

    /// <summary>The same person, of whom the second key says no more than the first.</summary>
    private static bool IsSame(Byline byline, Byline other) =>
        byline == other || (byline is { Url: null, Role: null } && NameKey.Of(byline.Name).Equals(NameKey.Of(other.Name), StringComparison.Ordinal));

    private static LinkReference[] JoinLinks(LinkReference[] first, LinkReference[] second) =>
        [.. first.Concat(second).DistinctBy(link => link.Target, StringComparer.Ordinal)];

    private static bool IsNothing(YamlToken value) => value.Kind == YamlTokenKind.Text && (value.IsNull || value.Value.Length == 0);

    private static bool IsSameText(YamlToken left, YamlToken right) =>
        left.Kind == YamlTokenKind.Text && right.Kind == YamlTokenKind.Text && string.Equals(left.Value, right.Value, StringComparison.Ordinal);

    private void ReadValue(FrontMatterKey known, YamlToken key, FrontMatter into)
    {
        var name = key.Value;
        switch (known)
        {
            case FrontMatterKey.Title: ReadTitle(key, into); break;
            case FrontMatterKey.Date:
                into.HasDate |= !_yaml.Current.IsNull;
                into.Date = _dateFields.Read(name);
                break;
            case FrontMatterKey.Updated: into.Updated = _dateFields.Read(name); break;
            case FrontMatterKey.Corrections: into.Corrections = _corrections.Read(name); break;
            case FrontMatterKey.Slug: ReadSlug(name, into); break;
            case FrontMatterKey.Aliases: into.Aliases = _fields.Aliases(name); break;
            case FrontMatterKey.Section: into.Section = ReadSection(name); break;
            case FrontMatterKey.Tags: into.Tags = ReadTags(name, []); break;
            case FrontMatterKey.Authors: into.Authors = _fields.Names.Share(_bylines.Read(name)); break;
            case FrontMatterKey.Dateline: into.Dateline = _fields.SharedPlain(name); break;
            case FrontMatterKey.Desk: into.Desk = _fields.SharedPlain(name); break;
            case FrontMatterKey.Agencies: into.Agencies = ReadNames(name); break;
            case FrontMatterKey.Kicker: into.Kicker = _fields.SharedPlain(name); break;
            case FrontMatterKey.Summary: into.Summary = _fields.Plain(name); break;
            case FrontMatterKey.Type: into.Type = (ArticleType)ReadChoice(name, Types); break;
            case FrontMatterKey.Image: into.Image = _images.Read(name); break;
            case FrontMatterKey.Related: into.Related = ReadRelated(name); break;
            case FrontMatterKey.Lang: into.Language = _fields.Language(name); break;
            case FrontMatterKey.Dir: into.Direction = ReadDirection(name); break;
            case FrontMatterKey.TranslationKey: into.TranslationKey = _fields.Plain(name); break;
            case FrontMatterKey.SourceUrl: into.SourceUrl = _fields.HttpUrl(name); break;
            case FrontMatterKey.Captured: into.Captured = _dateFields.Read(name); break;
            case FrontMatterKey.License: into.License = ReadLicense(name); break;
            case FrontMatterKey.Status: into.Status = (ArticleStatus)ReadChoice(name, Statuses); break;
            case FrontMatterKey.StatusReason: into.StatusReason = _fields.Plain(name); break;
            case FrontMatterKey.Draft: into.IsDraft = _yaml.YesNo(name) ?? false; break;
            case FrontMatterKey.Expires: into.Expires = _dateFields.Read(name); break;
            case FrontMatterKey.Priority: into.Priority = _fields.Whole(name, -1000, 1000) ?? 0; break;
            case FrontMatterKey.Series: into.Series = _fields.PlainName(name)?.Text; break;
            case FrontMatterKey.Event: into.Event = _fields.PlainName(name)?.Text; break;
            case FrontMatterKey.Id: into.Id = ReadId(name); break;
            case FrontMatterKey.Params: _params.Read(name, into.Params); break;
            default: throw new ArgumentOutOfRangeException(nameof(known), known, "A key of the content model that nobody reads.");
        }
    }

    private void ReadTitle(YamlToken key, FrontMatter into)
    {
        (into.TitleSource, into.TitleSpan) = (_yaml.Source, _yaml.Current.IsNull ? key.Span : _yaml.Current.Span);
        into.Title = _fields.Plain(key.Value);
    }

    private void ReadSlug(string name, FrontMatter into)
    {
        (into.Slug, into.HasRefusedSlug) = (null, false);
        if (!_yaml.TryText(name, out var text) || text.Value.Length == 0)
        {
            return;
        }

        if (SlugCheck.Of(text.Value) is not { } slug)
        {
            into.HasRefusedSlug = true;
            _yaml.Report(ArticleDiagnostics.SlugRefused(_yaml.At(text.Span), text.Value, Slug.Of(text.Value)));
            return;
        }

        into.Slug = slug;
        if (!string.Equals(slug, text.Value, StringComparison.Ordinal))
        {
            _yaml.Report(ArticleDiagnostics.SlugChanged(_yaml.At(text.Span), text.Value, slug));
        }
    }

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
                _yaml.Report(ArticleDiagnostics.SeveralSections(_yaml.At(start), name, string.Join('/', texts.Select(text => Slug.Of(text.Value)))));
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

    /// <summary>A list, or one text, in which commas and semicolons separate; each tag once, compared by key, as first written; "C#" and "C++" are kept, so that the archive can tell that they clash.</summary>
    /// <param name="before">What another key has given already.</param>
    private string[] ReadTags(string name, string[] before)
    {
        _tagKeys.Clear();
        foreach (var tag in before)
        {
            _tagKeys.Add(_fields.Names.Of(tag).Key);
        }

        var isOneText = _yaml.Current.Kind == YamlTokenKind.Text;
        var texts = _fields.Texts(name);
        var tags = new List<string>(before.Length + texts.Count);
        tags.AddRange(before);
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
        if (_fields.PlainName(name, text) is { } tag && (_tagKeys.Add(tag.Key) || IsAnother(tag, tags)))
        {
            tags.Add(tag.Text);
        }
    }

    /// <summary>Whether a tag looks like another thing than every one that has its key.</summary>
    private bool IsAnother(Name tag, List<string> tags)
    {
        foreach (var other in tags)
        {
            if (string.Equals(_fields.Names.Of(other).Key, tag.Key, StringComparison.Ordinal) && !NameSigns.Differ(other, tag.Text))
            {
                return false;
            }
        }

        return tag.Slug.Length > 0;
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

        for (var i = 0; i < choices.Count; i++)
        {
            if (string.Equals(choices[i], text.Value, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        _yaml.Report(ArticleDiagnostics.Yaml.ChoiceRefused(_yaml.At(text.Span), name, text.Value, choices));
        return 0;
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

        _yaml.Report(ArticleDiagnostics.Yaml.ChoiceRefused(_yaml.At(text.Span), name, text.Value, WritingDirection.Choices));
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
            var text = target.Contains('%') ? Uri.UnescapeDataString(target) : target.ToString();
            related[i] = new LinkReference(text, _fields.SpotOf(texts[i].Span));
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
        var isAddress = colon > 0 && !text.Value.AsSpan(0, colon).Contains(' ') && colon + 1 < text.Value.Length && text.Value[colon + 1] != ' ';
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
}
