using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Articles;

/// <summary>Reads the values that articles and profiles have in common, each checked. Null always means: none, or reported.</summary>
internal sealed class FieldReader(YamlReader yaml, NamePool names)
{
    public YamlReader Yaml { get; } = yaml;

    public NamePool Names { get; } = names;

    /// <summary>A text for people.</summary>
    public string? Plain(string key) => Yaml.TryText(key, out var text) ? Plain(key, text) : null;

    /// <summary>A text for people that many articles share: its pooled string.</summary>
    public string? SharedPlain(string key)
    {
        if (!Yaml.TryText(key, out var text))
        {
            return null;
        }

        var name = Names.Of(text.Value);
        WarnOfControls(key, text, name.Controls);
        return name.Text.Length > 0 ? name.Text : null;
    }

    public string? Plain(string key, YamlToken text)
    {
        var plain = PlainText.Of(text.Value, out var controls);
        WarnOfControls(key, text, controls);
        return plain.Length > 0 ? plain : null;
    }

    /// <summary>A name that gets a page of its own, so it needs a letter or a digit; without one it is reported and left out.</summary>
    public Name? PlainName(string key, YamlToken text)
    {
        var name = Names.Of(text.Value);
        WarnOfControls(key, text, name.Controls);
        if (name.Slug.Length > 0)
        {
            return name;
        }

        if (name.Text.Length > 0)
        {
            Yaml.Report(ArticleDiagnostics.NameWithoutLetters(Yaml.At(text.Span), key, name.Text));
        }

        return null;
    }

    public Name? PlainName(string key) => Yaml.TryText(key, out var text) ? PlainName(key, text) : null;

    public string? Language(string key)
    {
        if (!Yaml.TryText(key, out var text))
        {
            return null;
        }

        if (LanguageTag.Normalize(text.Value) is { } tag)
        {
            return Names.Share(tag);
        }

        if (LanguageTag.OfLocale(text.Value) is { } rewritten)
        {
            Yaml.Report(ArticleDiagnostics.LanguageRewritten(Yaml.At(text.Span), text.Value, rewritten));
            return Names.Share(rewritten);
        }

        Yaml.Report(ArticleDiagnostics.LanguageRefused(Yaml.At(text.Span), text.Value));
        return null;
    }

    /// <summary>An absolute http or https address.</summary>
    public string? HttpUrl(string key)
    {
        if (!Yaml.TryText(key, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        // An address has no blanks at its ends; a folded or pasted one often does.
        if (text.Value.Trim() is var address && WebAddress.IsHttp(address))
        {
            return address;
        }

        Yaml.Report(ArticleDiagnostics.UrlRefused(Yaml.At(text.Span), key, text.Value));
        return null;
    }

    /// <summary>Items of a list, or one text; null items are left out. For lists whose items are texts only.</summary>
    public List<YamlToken> Texts(string key)
    {
        List<YamlToken> texts = [];
        if (Yaml.Current.Kind == YamlTokenKind.Text)
        {
            if (Yaml.TryText(key, out var single) && single.Value.Length > 0)
            {
                texts.Add(single);
            }

            return texts;
        }

        if (!Yaml.StartList(key))
        {
            return texts;
        }

        while (Yaml.NextItem())
        {
            if (Yaml.TryText(key, out var item) && item.Value.Length > 0)
            {
                texts.Add(item);
            }
        }

        return texts;
    }

    /// <summary>What is given by <c>defaults</c> stands in site.yml, all else in the source itself.</summary>
    public SourceSpot SpotOf(TextSpan span)
    {
        var at = Yaml.At(span);
        return SourceSpot.Of(at, at.Path.StartsWith(ArticleReader.ContentFolder, StringComparison.Ordinal) ? at.Path : string.Empty);
    }

    /// <summary>
    /// Old URLs from the site's root, percent-decoded; a missing slash is added. Whole addresses stay as they are: whether they are this site's is known to the archive, because
    /// the base URL is no rule of reading.
    /// </summary>
    public LinkReference[] Aliases(string key)
    {
        var aliases = new List<LinkReference>();
        foreach (var text in Texts(key))
        {
            var fault = AliasPath.Read(text.Value, out var alias);
            if (fault == AliasFault.None)
            {
                aliases.Add(new LinkReference(alias, SpotOf(text.Span)));
            }
            else
            {
                Yaml.Report(ArticleDiagnostics.AliasRefused(Yaml.At(text.Span), text.Value, fault));
            }
        }

        return [.. aliases];
    }

    /// <summary>Reports a key that the mapping here does not have, and steps over its value.</summary>
    public void RefusePart(YamlToken key, IReadOnlyList<string> known)
    {
        Yaml.Report(ArticleDiagnostics.Yaml.UnknownKey(
            Yaml.At(key.Span), key.Value, Spelling.Nearest(key.Value, known), "known here: " + string.Join(", ", known)));
        Yaml.Skip();
    }

    /// <summary>A whole number, silently absent where none is written.</summary>
    public int? Whole(string key, int min, int max) => Yaml.Whole(key, min, max);

    private void WarnOfControls(string key, YamlToken text, int controls)
    {
        if (controls > 0)
        {
            Yaml.Report(ArticleDiagnostics.ControlCharacters(Yaml.At(text.Span), key));
        }
    }
}
