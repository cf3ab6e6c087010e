using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>
/// Reads site.yml: every key known, every value checked, every fault reported in one run. The keys are those of
/// <see cref="SiteSettings"/>; single values go through <see cref="SiteConfigDraft"/>, so that a variable of the
/// environment is checked like a line of the file.
/// </summary>
internal sealed class SiteConfigReader
{
    /// <summary>A synonym is two tokens: room for a hundred thousand.</summary>
    private const int MaxTokens = 250_000;

    private static readonly IReadOnlyList<string> FormatChoices = ["avif", "webp", "jpeg"];

    private readonly List<Diagnostic> _found = [];
    private readonly List<YamlToken> _tokens = [];
    private readonly YamlReader _yaml = new(ConfigurationDiagnostics.Yaml);
    private readonly SiteConfigDraft _draft;
    private readonly SiteCollections _collections = new();
    private readonly HashSet<string> _sectionIds = new(StringComparer.Ordinal);

    private SiteConfigReader() => _draft = new SiteConfigDraft(_found);

    /// <summary>The configuration, or null where there was an error; warnings come with either.</summary>
    /// <param name="overrides">Single settings that replace those of the file, in order; later ones win.</param>
    public static (SiteConfig? Config, IReadOnlyList<Diagnostic> Diagnostics) Read(
        SourceText siteYml,
        IReadOnlyList<SettingOverride> overrides
    )
    {
        var reader = new SiteConfigReader();
        var isRead = reader.ReadFile(siteYml);
        reader.ReadOverrides(overrides);
        var config = isRead ? reader._draft.Finish(siteYml.WholeFile, reader._collections) : null;
        config = config is null ? null : config with { Reading = ReadingOf(siteYml, overrides) };
        reader._found.Sort(Diagnostic.Compare);
        return (config, reader._found);
    }

    /// <summary>Another base URL, as for a preview of the same sources, changes no article.</summary>
    private static ContentHash ReadingOf(SourceText siteYml, IReadOnlyList<SettingOverride> overrides)
    {
        var fingerprint = new FingerprintBuilder().Add(siteYml.Text);
        foreach (var setting in overrides)
        {
            if (!string.Equals(setting.Key, "base_url", StringComparison.Ordinal))
            {
                fingerprint.Add(setting.Key).Add(setting.Value);
            }
        }

        return fingerprint.Finish();
    }

    private bool ReadFile(SourceText source)
    {
        if (new YamlTokenizer(MaxTokens).Read(source, new TextSpan(0, source.Text.Length), _tokens) is { } fault)
        {
            _found.Add(ConfigurationDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind, fault.Detail));
            return false;
        }

        _yaml.Open(source, _tokens, _found);
        if (_yaml.Current.Kind is YamlTokenKind.Text or YamlTokenKind.ListStart)
        {
            _found.Add(ConfigurationDiagnostics.NotKeys(_yaml.At(_yaml.Current.Span)));
            return false;
        }

        ReadGroup("");
        return true;
    }

    private void ReadOverrides(IReadOnlyList<SettingOverride> overrides)
    {
        foreach (var (key, value, origin) in overrides)
        {
            var at = SourceLocation.File(origin);
            if (SiteSettings.SinglePaths.Contains(key, StringComparer.Ordinal))
            {
                _draft.Set(key, value, at);
            }
            else
            {
                _found.Add(
                    ConfigurationDiagnostics.OverrideUnknown(
                        at,
                        key,
                        SpellingSuggestion.Nearest(key, SiteSettings.SinglePaths)
                    )
                );
            }
        }
    }

    private void ReadGroup(string group)
    {
        if (!_yaml.StartMapping(group))
        {
            return;
        }

        while (_yaml.NextKey(out var key))
        {
            var path = group.Length == 0 ? key.Value : $"{group}.{key.Value}";
            if (!SiteSettings.Shapes.TryGetValue(path, out var shape))
            {
                RefuseKey(key, group);
            }
            else if (shape == SettingShape.Group)
            {
                ReadGroup(path);
            }
            else if (shape == SettingShape.Collection)
            {
                ReadCollection(path);
            }
            else if (_yaml.TryText(path, out var text))
            {
                _draft.Set(path, text.Value, _yaml.At(text.Span));
            }
            else
            {
                _draft.LeaveOut(path, _yaml.At(key.Span), text.IsNull);
            }
        }
    }

    private void ReadCollection(string path)
    {
        switch (path)
        {
            case "sections":
                ReadSections(_collections.Sections, "");
                break;
            case "front_matter.keys":
                ReadPairs(path, AddKey);
                break;
            case "front_matter.zones":
                ReadPairs(path, AddZone);
                break;
            case "front_matter.ignore":
                ReadIgnored(path);
                break;
            case "defaults":
                ReadDefaults(path);
                break;
            case "tags.synonyms":
                new SynonymReader(_yaml, _found).Read(path, _collections.Synonyms);
                break;
            case "pictures.widths":
                ReadWidths(path);
                break;
            case "pictures.formats":
                ReadFormats(path);
                break;
            case "footer":
                ReadFooter(path);
                break;
            case "gone":
                ReadGone(path);
                break;
            case "budgets":
                ReadBudgets(path);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(path),
                    path,
                    "SiteSettings names a collection that nobody reads."
                );
        }
    }

    private void ReadSections(List<SectionConfig> into, string parent)
    {
        if (!_yaml.StartList("sections"))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (ReadSection(parent) is { } section)
            {
                into.Add(section);
            }
        }
    }

    private SectionConfig? ReadSection(string parent)
    {
        var start = _yaml.At(_yaml.Current.Span);
        string? id = null;
        string? title = null;
        string? description = null;
        string? language = null;
        string? direction = null;
        var isInNavigation = true;
        List<SectionConfig> sections = [];
        var hasId = false;
        if (!_yaml.StartMapping("sections[]"))
        {
            return null;
        }

        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "id":
                    hasId = true;
                    id = ReadSectionId(parent);
                    break;
                case "title":
                    title = ReadPlain("sections[].title");
                    break;
                case "description":
                    description = ReadPlain("sections[].description");
                    break;
                case "language":
                    language = ReadLanguage("sections[].language");
                    break;
                case "direction":
                    direction = ReadDirection("sections[].direction");
                    break;
                case "nav":
                    isInNavigation = _yaml.YesNo("sections[].nav") ?? true;
                    break;
                case "sections":
                    ReadSections(sections, id is null ? "" : id + "/");
                    break;
                default:
                    RefuseKey(key, "sections[]");
                    break;
            }
        }

        RequirePart(hasId, start, "sections[]", "id");
        RequirePart(title is not null, start, "sections[]", "title");
        return id is null || title is null
            ? null
            : new SectionConfig(id, title, description, sections)
            {
                Language = language,
                Direction = direction,
                IsInNavigation = isInNavigation,
            };
    }

    private string? ReadSectionId(string parent)
    {
        if (!_yaml.TryText("sections[].id", out var text))
        {
            return null;
        }

        var slug = Slug.Of(text.Value);
        if (slug.Length == 0 || !string.Equals(slug, text.Value, StringComparison.Ordinal))
        {
            _found.Add(ConfigurationDiagnostics.SectionIdRefused(_yaml.At(text.Span), text.Value, slug));
            return null;
        }

        if (_sectionIds.Add(parent + slug))
        {
            return parent + slug;
        }

        _found.Add(ConfigurationDiagnostics.SectionTwice(_yaml.At(text.Span), parent + slug));
        return null;
    }

    private void ReadPairs(string path, Action<YamlToken, YamlToken> add)
    {
        if (!_yaml.StartMapping(path))
        {
            return;
        }

        while (_yaml.NextKey(out var key))
        {
            if (_yaml.TryText($"{path}.{key.Value}", out var value))
            {
                add(key, value);
            }
        }
    }

    private void AddKey(YamlToken name, YamlToken target)
    {
        if (FrontMatterKeys.ByName.TryGetValue(target.Value, out var key))
        {
            _collections.Keys[name.Value] = key;
            _collections.KeyPlaces[name.Value] = _yaml.At(name.Span);
            return;
        }

        var nearest = SpellingSuggestion.Nearest(target.Value, FrontMatterKeys.Names);
        _found.Add(
            ConfigurationDiagnostics.KeyMappedNowhere(
                _yaml.At(target.Span),
                target.Value,
                nearest,
                FrontMatterKeys.Names
            )
        );
    }

    private void AddZone(YamlToken abbreviation, YamlToken zone)
    {
        if (abbreviation.Value.Length is < 2 or > 6 || !abbreviation.Value.All(char.IsAsciiLetter))
        {
            _found.Add(
                ConfigurationDiagnostics.ZoneAbbreviationRefused(_yaml.At(abbreviation.Span), abbreviation.Value)
            );
        }

        if (_draft.Zone(zone.Value, _yaml.At(zone.Span)) is { } known)
        {
            _collections.Zones[abbreviation.Value.ToUpperInvariant()] = known;
        }
    }

    private void ReadIgnored(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (_yaml.TryText(path + "[]", out var key))
            {
                _collections.Ignore.Add(key.Value);
            }
        }
    }

    private void ReadDefaults(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (ReadDefaultsRule() is { } rule)
            {
                _collections.Defaults.Add(rule);
            }
        }
    }

    /// <summary>
    /// The rule's front matter is kept as tokens: the reader of articles reads them, once to check and then for each
    /// article.
    /// </summary>
    private DefaultsRule? ReadDefaultsRule()
    {
        var start = _yaml.Current;
        PathGlob? match = null;
        var hasMatch = false;
        if (!_yaml.StartMapping("defaults[]"))
        {
            return null;
        }

        List<YamlToken> frontMatter = [start];
        while (_yaml.NextKey(out var key))
        {
            if (string.Equals(key.Value, "match", StringComparison.Ordinal))
            {
                hasMatch = true;
                match = ReadMatch();
                continue;
            }

            frontMatter.Add(key);
            var first = _yaml.Position;
            _yaml.Skip();
            frontMatter.AddRange(_tokens[first.._yaml.Position]);
        }

        frontMatter.Add(start with { Kind = YamlTokenKind.MapEnd });
        RequirePart(hasMatch, _yaml.At(start.Span), "defaults[]", "match");
        return match is null ? null : new DefaultsRule(match, frontMatter, _yaml.Source);
    }

    private PathGlob? ReadMatch()
    {
        if (!_yaml.TryText("defaults[].match", out var text))
        {
            return null;
        }

        var isPath =
            text.Value.Length > 0
            && text.Value[0] != '/'
            && !text.Value.StartsWith("content/", StringComparison.Ordinal)
            && !text.Value.Contains('\\', StringComparison.Ordinal)
            && !WebAddress.HasDots(text.Value);
        if (!isPath)
        {
            _found.Add(ConfigurationDiagnostics.MatchRefused(_yaml.At(text.Span), text.Value));
        }

        return isPath ? new PathGlob(text.Value) : null;
    }

    private void ReadWidths(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (
                _yaml.TryText(path + "[]", out var text)
                && _draft.Whole(path, text.Value, _yaml.At(text.Span), 16, 8000) is { } width
            )
            {
                _collections.PictureWidths.Add(width);
                if (_collections.PictureWidths.Count > PicturesConfig.WidthsMax)
                {
                    _found.Add(
                        ConfigurationDiagnostics.TooManyWidths(_yaml.At(text.Span), path, PicturesConfig.WidthsMax)
                    );
                }
            }
        }
    }

    private void ReadFormats(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (
                _yaml.TryText(path + "[]", out var text)
                && _draft.Choice(path, text.Value, _yaml.At(text.Span), FormatChoices) is { } choice
            )
            {
                _collections.PictureFormats.Add(
                    choice switch
                    {
                        0 => ImageFormat.Avif,
                        1 => ImageFormat.WebP,
                        _ => ImageFormat.Jpeg,
                    }
                );
            }
        }
    }

    private void ReadGone(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (!_yaml.TryText(path, out var text))
            {
                continue;
            }

            if (text.Value.StartsWith('/') && text.Value.Length > 1)
            {
                _collections.Gone.Add(new PathGlob(text.Value[1..]));
            }
            else
            {
                _found.Add(ConfigurationDiagnostics.GoneRefused(_yaml.At(text.Span), text.Value));
            }
        }
    }

    private void ReadFooter(string path)
    {
        if (!_yaml.StartList(path))
        {
            return;
        }

        while (_yaml.NextItem())
        {
            if (ReadFooterLink() is { } link)
            {
                _collections.Footer.Add(link);
            }
        }
    }

    /// <summary>Which kinds of page there are is not known here: <c>ConfigLoader</c> compares the names.</summary>
    private void ReadBudgets(string path)
    {
        if (_yaml.Current.Kind == YamlTokenKind.MapStart)
        {
            _collections.Budgets = [];
        }

        if (!_yaml.StartMapping(path))
        {
            return;
        }

        while (_yaml.NextKey(out var kind))
        {
            if (_yaml.TryText($"{path}.{kind.Value}", out var text))
            {
                AddBudget(kind, text);
            }
        }
    }

    private void AddBudget(YamlToken kind, YamlToken text)
    {
        if (Budget.Parse(kind.Value, text.Value, _yaml.At(kind.Span)) is { } budget)
        {
            _collections.Budgets!.Add(budget);
            return;
        }

        _found.Add(ConfigurationDiagnostics.BudgetRefused(_yaml.At(text.Span), kind.Value, text.Value));
    }

    private FooterLink? ReadFooterLink()
    {
        var start = _yaml.At(_yaml.Current.Span);
        string? title = null;
        string? url = null;
        var hasUrl = false;
        if (!_yaml.StartMapping("footer[]"))
        {
            return null;
        }

        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "title":
                    title = ReadPlain("footer[].title");
                    break;
                case "url" when _yaml.TryText("footer[].url", out var text):
                    hasUrl = true;
                    url = _draft.Url("footer[].url", text.Value, _yaml.At(text.Span));
                    break;
                case "url":
                    break;
                default:
                    RefuseKey(key, "footer[]");
                    break;
            }
        }

        RequirePart(title is not null, start, "footer[]", "title");
        RequirePart(hasUrl, start, "footer[]", "url");
        return title is null || url is null ? null : new FooterLink(title, url);
    }

    private string? ReadPlain(string path) =>
        _yaml.TryText(path, out var text) ? _draft.Plain(path, text.Value, _yaml.At(text.Span)) : null;

    private string? ReadLanguage(string path) =>
        _yaml.TryText(path, out var text) ? _draft.Language(text.Value, _yaml.At(text.Span)) : null;

    private string? ReadDirection(string path) =>
        _yaml.TryText(path, out var text) ? _draft.Direction(path, text.Value, _yaml.At(text.Span)) : null;

    private void RefuseKey(YamlToken key, string group)
    {
        _found.Add(ConfigurationDiagnostics.Yaml.UnknownKey(_yaml.At(key.Span), key.Value, SiteSettings.KeysOf(group)));
        _yaml.Skip();
    }

    private void RequirePart(bool isThere, SourceLocation at, string owner, string part)
    {
        if (!isThere)
        {
            _found.Add(ConfigurationDiagnostics.Yaml.PartMissing(at, owner, part));
        }
    }
}
