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
    /// <summary>The longest key of front matter; longer names are not compared with known keys.</summary>
    private const int KeyMaxChars = 40;

    private const int MaxUnknownKeys = 10_000;

    private static readonly string UnknownKeyHint =
        $"Known keys are {string.Join(", ", FrontMatterKeys.Names)}; keys of your own go below 'params'; site.yml "
        + $"can map a key (front_matter.keys) or ignore it (front_matter.ignore)";

    private readonly YamlReader _yaml = new(ArticleDiagnostics.Yaml);
    private readonly Dictionary<FrontMatterKey, (YamlToken Key, YamlToken Value, bool IsOwn)> _given = [];
    private readonly FrozenDictionary<string, FieldName> _names;
    private readonly ArticleDateReader _dates;
    private readonly VisibilityReader _visibility;
    private readonly FrontMatterValueReader _values;

    /// <summary>
    /// The messages about unknown keys, by key: the same keys occur in thousands of articles.
    /// </summary>
    private readonly Dictionary<string, UnknownKey> _unknown = new(StringComparer.Ordinal);

    public FrontMatterReader(SiteConfig config, NamePool names)
    {
        _names = NamesOf(config.FrontMatter);
        _dates = new ArticleDateReader(config.TimeZone, config.FrontMatter.Zones, config.FrontMatter.DayFirst);
        var fields = new FieldReader(_yaml, names);
        _visibility = new VisibilityReader(fields, _dates);
        _values = new FrontMatterValueReader(_yaml, fields, new DateFieldReader(fields, _dates), _visibility);
    }

    public ArticleDateReader Dates => _dates;

    /// <param name="source">The file that the tokens' spans lie in: the article, or site.yml for defaults.</param>
    /// <param name="tokens">One mapping; the caller has checked that it is one.</param>
    public void Read(SourceText source, IReadOnlyList<YamlToken> tokens, FrontMatter into, List<Diagnostic> found)
    {
        _yaml.Open(source, tokens, found);
        _given.Clear();
        _values.Open(into);
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
            else if (name.Visibility is { } rule && _visibility.ReadIfPlain(rule, key, into.Visibility))
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
        var field = into[known];
        var (duplicate, reported) = (_yaml.Duplicate, _yaml.Reported);
        var use = field.Use;
        if (field.IsList && HasItems(known))
        {
            use = field.Add(_values, key, _given[known].Key.Value) ? use : DuplicateUse.EarlierThanWrong;
        }
        else if (GoesFirst(known, key, isOwn))
        {
            field.Read(_values, key);
            use = duplicate is null ? use : field.Choose(_yaml.Reported > reported);
        }
        else
        {
            use = IsNothing(_yaml.Current) ? DuplicateUse.EarlierThanEmpty : DuplicateUse.Neither;
            _yaml.Skip();
        }

        _yaml.Settle(duplicate, use);
    }

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
    /// A key that is not the content model's: one about visibility is applied, any other is reported.
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
        if (unknown.Rule is { } rule && _visibility.Read(rule, key, into.Visibility))
        {
            _yaml.Settle(duplicate, DuplicateUse.Stricter);
            return;
        }

        _yaml.Settle(duplicate, DuplicateUse.Neither);

        _visibility.ReadNested(key, into.Visibility);
        if (!_visibility.HoldsBack(key, unknown.Near, into.Visibility))
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

    /// <summary>A key that site.yml ignores; a plain value about visibility was applied before.</summary>
    private void PassOver(YamlToken key, FrontMatter into)
    {
        _yaml.Forget(key);
        if (VisibilityKeys.IsOpenGroup(key.Value))
        {
            _visibility.ReadNested(key, into.Visibility);
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

    /// <summary>
    /// Whether an earlier key gave this list items and the key at the current position has some, too.
    /// </summary>
    private bool HasItems(FrontMatterKey list) =>
        _given.TryGetValue(list, out var earlier) && !IsNothing(earlier.Value) && !IsNothing(_yaml.Current);

    private static bool IsNothing(YamlToken value) =>
        value.Kind == YamlTokenKind.Text && (value.IsNull || value.Value.Length == 0);

    private static bool IsSameText(YamlToken left, YamlToken right) =>
        left.Kind == YamlTokenKind.Text
        && right.Kind == YamlTokenKind.Text
        && string.Equals(left.Value, right.Value, StringComparison.Ordinal);

    /// <param name="Nearest">The known key that was probably meant, or null.</param>
    /// <param name="Rule">The meaning of the key for visibility, or null.</param>
    /// <param name="Own">
    /// <c>status</c> or <c>expires</c> in another case, which must not be passed over; else null.
    /// </param>
    /// <param name="Near">The key about visibility that this one is a typing mistake away from, or null.</param>
    private readonly record struct UnknownKey(
        string? Nearest,
        VisibilityRule? Rule,
        (string Key, VisibilityRule Rule)? Near,
        FrontMatterKey? Own
    );
}
