using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Articles;

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
                case "date": date = dates.Read("corrections.date"); break;
                case "text": text = fields.Plain("corrections.text"); break;
                default: fields.RefusePart(key, Keys); break;
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
