using StaticNews.Compact;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads the values that articles and profiles have in common, each checked. Null always means: none, or reported.
/// </summary>
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

    /// <summary>
    /// A name that gets a page of its own, so it needs a letter or a digit; without one it is reported and left out.
    /// </summary>
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

    /// <summary>The position of a value: in site.yml for <c>defaults</c>, else in the source itself.</summary>
    public SourceSpot SpotOf(TextSpan span)
    {
        var at = Yaml.At(span);
        return SourceSpot.Of(
            at,
            at.Path.StartsWith(ArticleReader.ContentFolder, StringComparison.Ordinal) ? at.Path : string.Empty
        );
    }

    /// <summary>
    /// Old URLs from the site's root, percent-decoded; a missing slash is added. Whole addresses stay as they are:
    /// whether they are this site's is known to the archive, because the base URL is no rule of reading.
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
        Yaml.Report(ArticleDiagnostics.Yaml.UnknownKey(Yaml.At(key.Span), key.Value, known));
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

/// <summary>Reads <c>corrections</c>: texts, or <c>{date, text}</c>, as a list or one alone.</summary>
internal sealed class CorrectionReader(FieldReader fields, DateFieldReader dates)
{
    private static readonly IReadOnlyList<string> Keys = ["date", "text"];

    private readonly YamlReader _yaml = fields.Yaml;

    public Correction[] Read(string key)
    {
        var corrections = new List<Correction>();
        if (_yaml.Current.Kind != YamlTokenKind.ListStart)
        {
            ReadOne(key, corrections);
        }
        else if (_yaml.StartList(key))
        {
            while (_yaml.NextItem())
            {
                ReadOne(key, corrections);
            }
        }

        return [.. corrections];
    }

    private void ReadOne(string owner, List<Correction> corrections)
    {
        var correction = _yaml.Current.Kind == YamlTokenKind.Text ? ReadText(owner) : ReadParts(owner);
        if (correction is not null)
        {
            corrections.Add(correction);
        }
    }

    private Correction? ReadText(string key) => fields.Plain(key) is { } text ? new Correction(null, text) : null;

    private Correction? ReadParts(string owner)
    {
        var start = _yaml.Current.Span;
        if (!_yaml.StartMapping(owner))
        {
            return null;
        }

        ArticleDate? date = null;
        string? text = null;
        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "date":
                    date = dates.Read("corrections.date");
                    break;
                case "text":
                    text = fields.Plain("corrections.text");
                    break;
                default:
                    fields.RefusePart(key, Keys);
                    break;
            }
        }

        if (text is null)
        {
            _yaml.Report(ArticleDiagnostics.Yaml.PartMissing(_yaml.At(start), owner, "text"));
            return null;
        }

        return new Correction(date, text);
    }
}

/// <summary>Reads <c>image</c>: a path, or <c>{src, alt, caption, credit, width, height}</c>.</summary>
internal sealed class ImageReader(FieldReader fields)
{
    private static readonly IReadOnlyList<string> Keys = ["alt", "caption", "credit", "height", "src", "width"];

    private static readonly System.Buffers.SearchValues<char> NotInPaths = System.Buffers.SearchValues.Create("\\\"<>");

    private readonly YamlReader _yaml = fields.Yaml;

    public ArticleImage? Read(string key)
    {
        if (_yaml.Current.Kind == YamlTokenKind.Text)
        {
            return _yaml.TryText(key, out var path) && path.Value.Length > 0 && IsPicture(path) is { } src
                ? WithoutAlt(
                    new ArticleImage(src, default, null, null, null, null, fields.SpotOf(path.Span)),
                    path.Span
                )
                : null;
        }

        var start = _yaml.Current.Span;
        return _yaml.StartMapping(key) ? ReadParts(key, start) : null;
    }

    private ArticleImage? ReadParts(string owner, TextSpan start)
    {
        var image = new ArticleImage("", default, null, null, null, null, fields.SpotOf(start));
        var (hasSrc, srcSpan) = (false, start);
        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "src" when _yaml.TryText("image.src", out var path):
                    (hasSrc, srcSpan) = (true, path.Span);
                    image = image with { SrcText = IsPicture(path) ?? "", At = fields.SpotOf(path.Span) };
                    break;
                case "src":
                    (hasSrc, image) = (false, image with { SrcText = "" });
                    break;
                case "alt":
                    image = image with { AltText = ReadAlt() };
                    break;
                case "caption":
                    image = image with { Caption = fields.Plain("image.caption") };
                    break;
                case "credit":
                    image = image with { Credit = fields.SharedPlain("image.credit") };
                    break;
                case "width":
                    image = image with { Width = fields.Whole("image.width", 1, 100_000) };
                    break;
                case "height":
                    image = image with { Height = fields.Whole("image.height", 1, 100_000) };
                    break;
                default:
                    fields.RefusePart(key, Keys);
                    break;
            }
        }

        if (!hasSrc)
        {
            _yaml.Report(ArticleDiagnostics.Yaml.PartMissing(_yaml.At(start), owner, "src"));
        }

        return image.Src.Length > 0
            ? image.AltText.IsNull
                ? WithoutAlt(image, srcSpan)
                : image
            : null;
    }

    private ArticleImage WithoutAlt(ArticleImage image, TextSpan at)
    {
        _yaml.Report(ImageDiagnostics.MainPictureWithoutAlt(_yaml.At(at), image.Src));
        return image;
    }

    /// <summary>An empty text is an answer here: the picture is decoration (HTML Standard 4.8.4.4.4).</summary>
    private string? ReadAlt() =>
        _yaml.TryText("image.alt", out var text) ? fields.Plain("image.alt", text) ?? "" : null;

    private string? IsPicture(YamlToken path)
    {
        var value = path.Value;
        if (WebAddress.IsHttp(value) || IsPath(value))
        {
            return value;
        }

        _yaml.Report(ArticleDiagnostics.ImageRefused(_yaml.At(path.Span), value));
        return null;
    }

    /// <summary>A path within the site: no scheme, no drive, no host, no character that ends it.</summary>
    private static bool IsPath(string value)
    {
        var firstPart = value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
            ? value.AsSpan(0, slash)
            : value.AsSpan();
        return value.Length > 0
            && !firstPart.Contains(":", StringComparison.Ordinal)
            && !value.StartsWith("//", StringComparison.Ordinal)
            && !value.AsSpan().ContainsAny(NotInPaths)
            && !value.AsSpan().ContainsAnyInRange('\0', '\u001F');
    }
}
