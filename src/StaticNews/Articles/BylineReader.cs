using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Articles;

/// <summary>
/// Reads <c>authors</c>: names, or <c>{name, url, role}</c>, as a list or one alone. A single text is one author, commas and all ("King, Jr.").
/// The same author twice is one byline.
/// </summary>
internal sealed class BylineReader(FieldReader fields)
{
    private static readonly IReadOnlyList<string> Keys = ["name", "role", "url"];

    private readonly YamlReader _yaml = fields.Yaml;

    /// <summary>Authors with nothing but a name, so that all their articles share one record. As many as the pool of names has.</summary>
    private readonly Dictionary<string, Byline> _byName = new(StringComparer.Ordinal);

    public Byline[] Read(string key)
    {
        var bylines = new List<Byline>();
        if (_yaml.Current.Kind != YamlTokenKind.ListStart)
        {
            ReadOne(key, bylines);
        }
        else if (_yaml.StartList(key))
        {
            while (_yaml.NextItem())
            {
                ReadOne(key, bylines);
            }
        }

        return [.. bylines];
    }

    private void ReadOne(string key, List<Byline> bylines)
    {
        var byline = _yaml.Current.Kind == YamlTokenKind.MapStart ? ReadParts(key) : ReadName(key);
        if (byline is not null && !bylines.Contains(byline))
        {
            bylines.Add(byline);
        }
    }

    private Byline? ReadName(string key)
    {
        if (fields.PlainName(key) is not { } name)
        {
            return null;
        }

        if (!_byName.TryGetValue(name.Text, out var byline))
        {
            byline = new Byline(name.Text);
            if (_byName.Count < 100_000)
            {
                _byName.Add(name.Text, byline);
            }
        }

        return byline;
    }

    private Byline? ReadParts(string owner)
    {
        var start = _yaml.Current.Span;
        string? name = null;
        string? url = null;
        string? role = null;
        var hasName = false;
        if (!_yaml.StartMapping(owner))
        {
            return null;
        }

        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "name":
                    hasName = true;
                    name = fields.PlainName("authors.name")?.Text;
                    break;
                case "url": url = fields.HttpUrl("authors.url"); break;
                case "role": role = fields.SharedPlain("authors.role"); break;
                default: fields.RefusePart(key, Keys); break;
            }
        }

        if (!hasName)
        {
            _yaml.Report(ArticleDiagnostics.Yaml.PartMissing(_yaml.At(start), owner, "name"));
        }

        return name is null ? null : new Byline(name, url, role);
    }
}
