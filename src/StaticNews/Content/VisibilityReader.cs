using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads the keys of <see cref="VisibilityKeys"/>. A value that cannot be understood holds the article back with an
/// error: to publish what was meant to be private cannot be undone. Belongs to one worker.
/// </summary>
internal sealed class VisibilityReader(FieldReader fields, ArticleDateReader dates)
{
    private const int ValueMaxChars = 60;

    private readonly YamlReader _yaml = fields.Yaml;

    /// <summary>
    /// Reads the current value and adds its meaning. False, and nothing is read, where the value is not
    /// about visibility (<c>permalink: /old/</c>).
    /// </summary>
    public bool Read(VisibilityRule rule, YamlToken key, VisibilityFindings into)
    {
        var value = _yaml.Current;
        if (value.Kind == YamlTokenKind.Text)
        {
            var finding = Judge(rule, key.Value, value);
            if (finding is null && rule is VisibilityRule.DraftIfFalseOnly or VisibilityRule.WordIfKnown)
            {
                return false;
            }

            _yaml.Skip();
            into.Add(
                _yaml.Source,
                key.Value,
                finding
                    ?? Refuse(
                        ArticleDiagnostics.VisibilityUnclear(_yaml.At(value.Span), key.Value, value.Value),
                        key,
                        value
                    )
            );
            return true;
        }

        return value.Kind switch
        {
            YamlTokenKind.MapStart when rule == VisibilityRule.HugoBuild => ReadHugoBuild(key, into),
            YamlTokenKind.ListStart or YamlTokenKind.MapStart when rule is VisibilityRule.Robots => ReadRobots(
                key,
                into
            ),
            YamlTokenKind.MapStart
            or YamlTokenKind.ListStart when rule is VisibilityRule.DraftIfFalseOnly or VisibilityRule.WordIfKnown =>
                false,
            _ => RefuseGroup(rule, key, into),
        };
    }

    /// <summary>
    /// For a key that site.yml maps to something else or passes over: reads the value where it says plainly that the
    /// article is not public; false, and nothing is read, for any other value.
    /// </summary>
    public bool ReadIfPlain(VisibilityRule rule, YamlToken key, VisibilityFindings into)
    {
        if (PlainFinding(rule, key, _yaml.Current) is not { Visibility: > Visibility.Public } finding)
        {
            return false;
        }

        into.Add(_yaml.Source, key.Value, finding);
        _yaml.Skip();
        return true;
    }

    /// <summary>
    /// Holds the article back where an unknown key looks like a mistyped form of one of the table's, or has a value
    /// that means "not public". True where it did, and reported it.
    /// </summary>
    /// <param name="near">The key of the table that the unknown one is near to, or null.</param>
    public bool HoldsBack(YamlToken key, (string Key, VisibilityRule Rule)? near, VisibilityFindings into)
    {
        var value = _yaml.Current;
        if (value.Kind != YamlTokenKind.Text)
        {
            return false;
        }

        if (
            near is { } meant
            && (
                PlainFinding(meant.Rule, key, value) is not null
                || (meant.Rule == VisibilityRule.Restricted && IsSomething(value))
            )
        )
        {
            into.Add(
                _yaml.Source,
                key.Value,
                Refuse(ArticleDiagnostics.VisibilityMistyped(_yaml.At(key.Span), key.Value, meant.Key), key, value)
            );
            return true;
        }

        if (!VisibilityKeys.IsPlainWord(value.Value))
        {
            return false;
        }

        into.Add(
            _yaml.Source,
            key.Value,
            Refuse(ArticleDiagnostics.VisibilityUnclear(_yaml.At(value.Span), key.Value, value.Value), key, value)
        );
        return true;
    }

    /// <summary>
    /// Looks through the group at the current position, without reading it. In groups that generators keep keys of
    /// their own in, a key means what it means outside of them; in another group, <c>draft: true</c> may be about that
    /// group only, so the article is held back with an error.
    /// </summary>
    public void ReadNested(YamlToken owner, VisibilityFindings into)
    {
        if (_yaml.Current.Kind != YamlTokenKind.MapStart)
        {
            return;
        }

        var isOpen = VisibilityKeys.IsOpenGroup(owner.Value);
        Span<bool> isMapping = stackalloc bool[YamlTokenizer.MaxDepth + 2];
        Span<bool> isKeyNext = stackalloc bool[YamlTokenizer.MaxDepth + 2];
        var depth = 0;
        for (var i = _yaml.Position; _yaml.TokenAt(i) is { } token; i++)
        {
            var isKey = depth > 0 && isMapping[depth] && isKeyNext[depth];
            isKeyNext[depth] = !isKey;
            if (token.Kind is YamlTokenKind.MapStart or YamlTokenKind.ListStart)
            {
                depth++;
                (isMapping[depth], isKeyNext[depth]) = (token.Kind == YamlTokenKind.MapStart, true);
            }
            else if (token.Kind is YamlTokenKind.MapEnd or YamlTokenKind.ListEnd)
            {
                depth--;
                isKeyNext[depth] = true;
            }
            else if (isKey && _yaml.TokenAt(i + 1) is { } value)
            {
                ReadNested(owner, token, value, isOpen, depth, into);
            }

            if (depth <= 0)
            {
                return;
            }
        }
    }

    private void ReadNested(
        YamlToken owner,
        YamlToken key,
        YamlToken value,
        bool isOpen,
        int depth,
        VisibilityFindings into
    )
    {
        var rule =
            isOpen && depth == 1
                ? VisibilityKeys.RuleOf(key.Value) ?? VisibilityKeys.RuleOfNested(key.Value)
                : VisibilityKeys.RuleOfNested(key.Value);
        if (rule is not { } found)
        {
            return;
        }

        var isAboutDrafts = depth == 1 && found is VisibilityRule.DraftIfTrue or VisibilityRule.DraftIfFalse;
        if (value.Kind is YamlTokenKind.Alias or YamlTokenKind.Tagged)
        {
            if (isOpen || isAboutDrafts)
            {
                RefuseNested($"{owner.Value}.{key.Value}", key, value, into);
            }
        }
        else if (isOpen)
        {
            var isRestricted =
                found == VisibilityRule.Restricted && value.Kind == YamlTokenKind.Text && IsSomething(value);
            var finding = isRestricted
                ? Restricted($"{owner.Value}.{key.Value}", value)
                : PlainFinding(found, key, value);
            if (finding is not null)
            {
                into.Add(_yaml.Source, key.Value, finding);
            }
        }
        else if (isAboutDrafts && PlainFinding(found, key, value) is not null)
        {
            var name = $"{owner.Value}.{key.Value}";
            into.Add(
                _yaml.Source,
                name,
                Refuse(ArticleDiagnostics.VisibilityUnclear(_yaml.At(value.Span), name, value.Value), key, value)
            );
        }
    }

    private void RefuseNested(string name, YamlToken key, YamlToken value, VisibilityFindings into) =>
        into.Add(_yaml.Source, name, Refuse(ArticleDiagnostics.VisibilityNoText(_yaml.At(key.Span), name), key, value));

    /// <summary>
    /// The meaning of a status for visibility; <see cref="Visibility.Public"/> for an ordinary one, and an error for a
    /// word that no one knows.
    /// </summary>
    public void ReadStatus(YamlToken key, YamlToken value, IReadOnlyList<string> choices, VisibilityFindings into)
    {
        var finding = VisibilityKeys.OfWord(value.Value) switch
        {
            null => Refuse(
                ArticleDiagnostics.StatusUnknown(_yaml.At(value.Span), key.Value, value.Value, choices),
                key,
                value
            ),
            Visibility.HeldBack => Refuse(
                ArticleDiagnostics.VisibilityRestricted(_yaml.At(value.Span), key.Value),
                key,
                value
            ),
            { } visibility => Finding(key.Value, value, visibility),
        };
        into.Add(_yaml.Source, key.Value, finding);
    }

    /// <summary>
    /// For a key of the content model that cannot be read and may mean that the article is no longer public.
    /// </summary>
    public void HoldBack(Diagnostic diagnostic, YamlToken key, YamlToken value, VisibilityFindings into) =>
        into.Add(_yaml.Source, key.Value, Refuse(diagnostic, key, value));

    /// <summary>Null: the value cannot be understood.</summary>
    private VisibilityFinding? Judge(VisibilityRule rule, string key, YamlToken value)
    {
        if (value.IsNull || string.IsNullOrWhiteSpace(value.Value) || IsZeroDate(value.Value))
        {
            return Finding(key, value, Visibility.Public);
        }

        var answer = YamlReader.ParseYesNo(value.Value);
        return rule switch
        {
            VisibilityRule.DraftIfTrue => answer is { } isDraft
                ? Finding(key, value, isDraft ? Visibility.Draft : Visibility.Public)
                : null,
            VisibilityRule.DraftIfFalse => answer is { } isPublic
                ? Finding(key, value, isPublic ? Visibility.Public : Visibility.Draft)
                : From(key, value) ?? OfWord(key, value),
            VisibilityRule.UnlistedIfTrue => answer is { } isUnlisted
                ? Finding(key, value, isUnlisted ? Visibility.Unlisted : Visibility.Public)
                : null,
            VisibilityRule.NoIndexIfTrue => Finding(key, value, Visibility.Public) with { IsNoIndex = answer != false },
            VisibilityRule.Robots => Finding(key, value, Visibility.Public) with
            {
                IsNoIndex = answer == false || IsNoIndex(value.Value),
            },
            VisibilityRule.PublishedFrom => answer == false ? Finding(key, value, Visibility.Draft) : From(key, value),
            VisibilityRule.Embargo => answer == false ? Finding(key, value, Visibility.Public) : From(key, value),
            VisibilityRule.RemovedFrom => answer == false || IsNever(value.Value)
                ? Finding(key, value, Visibility.Public)
                : Until(key, value),
            VisibilityRule.Word => OfWord(key, value),
            VisibilityRule.Restricted => answer == false
                ? Finding(key, value, Visibility.Public)
                : Restricted(key, value),
            VisibilityRule.DraftIfFalseOnly when VisibilityKeys.IsSameKey(key, "listed") => answer is { } isListed
                ? Finding(key, value, isListed ? Visibility.Public : Visibility.Unlisted)
                : null,
            VisibilityRule.DraftIfFalseOnly => answer == false || IsNever(value.Value)
                ? Finding(key, value, Visibility.Draft)
            : answer == true ? Finding(key, value, Visibility.Public)
            : null,
            VisibilityRule.HugoBuild => value.Value.Contains("never", StringComparison.OrdinalIgnoreCase)
            || answer == false
                ? Finding(key, value, Visibility.Draft)
                : Finding(key, value, Visibility.Public),
            VisibilityRule.Unclear => answer == false ? Finding(key, value, Visibility.Public) : null,
            VisibilityRule.WordIfKnown => OfWord(key, value),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A rule of visibility that nobody applies."),
        };
    }

    /// <summary>
    /// The meaning of an unambiguous value; null for all others, and for those without a meaning.
    /// </summary>
    private VisibilityFinding? PlainFinding(VisibilityRule rule, YamlToken key, YamlToken value)
    {
        if (value.Kind != YamlTokenKind.Text || value.IsNull || value.Value.Length is 0 or > ValueMaxChars)
        {
            return null;
        }

        var finding = rule switch
        {
            VisibilityRule.Restricted or VisibilityRule.Unclear => null,
            VisibilityRule.Word or VisibilityRule.WordIfKnown when VisibilityKeys.OfWord(value.Value) is not { } =>
                null,
            VisibilityRule.Word
                when !VisibilityKeys.IsSameKey(key.Value, "visibility") && !VisibilityKeys.IsPlainWord(value.Value) =>
                null,
            VisibilityRule.DraftIfFalse when YamlReader.ParseYesNo(value.Value) is null => null,
            _ => Judge(rule, key.Value, value),
        };
        return finding is { Visibility: Visibility.Public, PublishedFrom: null, RemovedFrom: null, IsNoIndex: false }
            ? null
            : finding;
    }

    private bool ReadHugoBuild(YamlToken owner, VisibilityFindings into)
    {
        if (!_yaml.StartMapping(owner.Value))
        {
            return true;
        }

        while (_yaml.NextKey(out var key))
        {
            var value = _yaml.Current;
            _yaml.Skip();
            var name = $"{owner.Value}.{key.Value}";
            if (value.Kind is YamlTokenKind.Alias or YamlTokenKind.Tagged)
            {
                RefuseNested(name, key, value, into);
            }
            else if (
                value.Kind == YamlTokenKind.Text
                && !value.IsNull
                && OfHugoBuild(key.Value, value.Value) is { } visibility
            )
            {
                var finding =
                    visibility == Visibility.HeldBack
                        ? Refuse(
                            ArticleDiagnostics.VisibilityUnclear(_yaml.At(value.Span), name, value.Value),
                            key,
                            value
                        )
                        : Finding(name, value, visibility);
                into.Add(_yaml.Source, name, finding);
            }
        }

        return true;
    }

    /// <summary>
    /// Hugo's build options (gohugo.io, "Build options"): <c>link</c> renders no page either. Null for an option that
    /// hides nothing.
    /// </summary>
    private static Visibility? OfHugoBuild(string option, string value)
    {
        var word = YamlReader.ParseYesNo(value) switch
        {
            true => "always",
            false => "never",
            null => value.Trim().ToLowerInvariant(),
        };
        return (option.ToLowerInvariant(), word) switch
        {
            ("render" or "list", "always") => Visibility.Public,
            ("render", "never" or "link") => Visibility.Draft,
            ("list", "never" or "local") => Visibility.Unlisted,
            ("render" or "list", _) => Visibility.HeldBack,
            _ => null,
        };
    }

    private bool ReadRobots(YamlToken key, VisibilityFindings into)
    {
        var start = _yaml.Position;
        var isNoIndex = false;
        var first = _yaml.Current;
        _yaml.Skip();
        for (var i = start; i < _yaml.Position; i++)
        {
            isNoIndex |=
                _yaml.TokenAt(i) is { Kind: YamlTokenKind.Text } token
                && (
                    IsNoIndex(token.Value)
                    || (
                        token.Value is "index"
                        && _yaml.TokenAt(i + 1) is { Kind: YamlTokenKind.Text } next
                        && YamlReader.ParseYesNo(next.Value) == false
                    )
                );
        }

        into.Add(_yaml.Source, key.Value, Finding(key.Value, first, Visibility.Public) with { IsNoIndex = isNoIndex });
        return true;
    }

    private bool RefuseGroup(VisibilityRule rule, YamlToken key, VisibilityFindings into)
    {
        var value = _yaml.Current;
        _yaml.Skip();
        into.Add(
            _yaml.Source,
            key.Value,
            Refuse(
                rule == VisibilityRule.Restricted
                    ? ArticleDiagnostics.VisibilityRestricted(_yaml.At(key.Span), key.Value)
                    : ArticleDiagnostics.VisibilityNoText(_yaml.At(key.Span), key.Value),
                key,
                value
            )
        );
        return true;
    }

    private VisibilityFinding? OfWord(string key, YamlToken value) =>
        VisibilityKeys.OfWord(value.Value) switch
        {
            null => null,
            Visibility.HeldBack => Restricted(key, value),
            { } visibility => Finding(key, value, visibility),
        };

    private VisibilityFinding Restricted(string key, YamlToken value) =>
        Refuse(ArticleDiagnostics.VisibilityRestricted(_yaml.At(value.Span), key), value with { Value = key }, value);

    private VisibilityFinding? From(string key, YamlToken value) =>
        dates.Read(value.Value, out var date, out _) == DateFaultKind.None
            ? Finding(key, value, Visibility.Public) with
            {
                PublishedFrom = date,
            }
            : null;

    private VisibilityFinding? Until(string key, YamlToken value) =>
        dates.Read(value.Value, out var date, out _) == DateFaultKind.None
            ? Finding(key, value, Visibility.Public) with
            {
                RemovedFrom = date,
            }
            : null;

    private VisibilityFinding Refuse(Diagnostic diagnostic, YamlToken key, YamlToken value)
    {
        _yaml.Report(diagnostic);
        return Finding(key.Value, value, Visibility.HeldBack);
    }

    private static VisibilityFinding Finding(string key, YamlToken value, Visibility visibility) =>
        new(key, value.Value.Length > ValueMaxChars ? value.Value[..ValueMaxChars] + "…" : value.Value, visibility);

    private static bool IsNever(string value) => value.Trim().ToLowerInvariant() is "never" or "none";

    /// <summary>Hugo's way of writing that there is no date.</summary>
    private static bool IsZeroDate(string value) => value.StartsWith("0001-01-01", StringComparison.Ordinal);

    private static bool IsSomething(YamlToken value) =>
        !value.IsNull && value.Value.Length > 0 && YamlReader.ParseYesNo(value.Value) != false;

    private static bool IsNoIndex(string value) =>
        value.Contains("noindex", StringComparison.OrdinalIgnoreCase)
        || value.Contains("no index", StringComparison.OrdinalIgnoreCase)
        || value.Contains("no-index", StringComparison.OrdinalIgnoreCase)
        || string.Equals(value.Trim(), "none", StringComparison.OrdinalIgnoreCase);
}
