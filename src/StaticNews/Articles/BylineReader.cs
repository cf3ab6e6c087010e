using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Articles;

/// <summary>
/// Reads <c>authors</c>: names, or <c>{name, url, role}</c>, as a list or one alone. A text that stands alone may name several (<see cref="AuthorSplitter"/>);
/// an item of a list is one author, commas and all. The same author twice is one byline.
/// </summary>
internal sealed class BylineReader(FieldReader fields)
{
    /// <summary>As many as the pool of names has.</summary>
    private const int MaxNames = 100_000;

    private static readonly IReadOnlyList<string> Keys = ["name", "role", "url"];

    private readonly YamlReader _yaml = fields.Yaml;

    /// <summary>Authors with nothing but a name, so that all their articles share one record.</summary>
    private readonly Dictionary<string, Byline> _byName = new(StringComparer.Ordinal);

    /// <summary>Texts that were looked at and name one author.</summary>
    private readonly HashSet<string> _single = new(StringComparer.Ordinal);

    public Byline[] Read(string key)
    {
        var bylines = new List<Byline>();
        if (_yaml.Current.Kind == YamlTokenKind.Text)
        {
            ReadText(key, bylines);
        }
        else if (_yaml.Current.Kind != YamlTokenKind.ListStart)
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

    private void ReadText(string key, List<Byline> bylines)
    {
        if (fields.PlainName(key) is not { } name)
        {
            return;
        }

        if (_single.Contains(name.Text) || AuthorSplitter.Split(name.Text) is not { } authors)
        {
            bylines.Add(Of(name.Text));
            if (_single.Count < MaxNames)
            {
                _single.Add(name.Text);
            }

            return;
        }

        foreach (var author in authors)
        {
            if (fields.Names.Of(author) is { Slug.Length: > 0 } one)
            {
                Add(Of(one.Text), bylines);
            }
        }
    }

    private void ReadOne(string key, List<Byline> bylines) =>
        Add(_yaml.Current.Kind == YamlTokenKind.MapStart ? ReadParts(key) : fields.PlainName(key) is { } name ? Of(name.Text) : null, bylines);

    private static void Add(Byline? byline, List<Byline> bylines)
    {
        if (byline is not null && !bylines.Contains(byline))
        {
            bylines.Add(byline);
        }
    }

    private Byline Of(string name)
    {
        if (!_byName.TryGetValue(name, out var byline))
        {
            byline = new Byline(name);
            if (_byName.Count < MaxNames)
            {
                _byName.Add(name, byline);
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
