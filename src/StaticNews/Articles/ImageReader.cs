using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Articles;

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
                ? WithoutAlt(new ArticleImage(src, default, null, null, null, null, fields.SpotOf(path.Span)), path.Span)
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
                case "alt": image = image with { AltText = ReadAlt() }; break;
                case "caption": image = image with { Caption = fields.Plain("image.caption") }; break;
                case "credit": image = image with { Credit = fields.SharedPlain("image.credit") }; break;
                case "width": image = image with { Width = fields.Whole("image.width", 1, 100_000) }; break;
                case "height": image = image with { Height = fields.Whole("image.height", 1, 100_000) }; break;
                default: fields.RefusePart(key, Keys); break;
            }
        }

        if (!hasSrc)
        {
            _yaml.Report(ArticleDiagnostics.Yaml.PartMissing(_yaml.At(start), owner, "src"));
        }

        return image.Src.Length > 0 ? image.AltText.IsNull ? WithoutAlt(image, srcSpan) : image : null;
    }

    private ArticleImage WithoutAlt(ArticleImage image, TextSpan at)
    {
        _yaml.Report(PictureDiagnostics.MainPictureWithoutAlt(_yaml.At(at), image.Src));
        return image;
    }

    /// <summary>An empty text is an answer here: the picture is decoration (HTML Standard 4.8.4.4.4).</summary>
    private string? ReadAlt() => _yaml.TryText("image.alt", out var text) ? fields.Plain("image.alt", text) ?? "" : null;

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
        var firstPart = value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? value.AsSpan(0, slash) : value.AsSpan();
        return value.Length > 0
            && !firstPart.Contains(":", StringComparison.Ordinal)
            && !value.StartsWith("//", StringComparison.Ordinal)
            && !value.AsSpan().ContainsAny(NotInPaths)
            && !value.AsSpan().ContainsAnyInRange('\0', '\u001F');
    }
}
