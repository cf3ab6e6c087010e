using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>Reads <c>tags.synonyms</c>: tags are compared by slug, chains are followed to their end, loops are refused.</summary>
internal sealed class SynonymReader(YamlReader yaml, List<Diagnostic> found)
{
    private readonly Dictionary<string, (YamlToken Tag, string Target)> _pairs = new(StringComparer.Ordinal);

    /// <summary>Fills <paramref name="synonyms"/>: from a tag's slug to the name of the tag that stands for it.</summary>
    public void Read(string path, Dictionary<string, string> synonyms)
    {
        if (!yaml.StartMapping(path))
        {
            return;
        }

        while (yaml.NextKey(out var tag))
        {
            if (yaml.TryText($"{path}.{tag.Value}", out var target))
            {
                Add(tag, target);
            }
        }

        foreach (var (slug, (tag, target)) in _pairs)
        {
            Resolve(slug, tag, target, synonyms);
        }
    }

    private void Add(YamlToken tag, YamlToken target)
    {
        var slug = Slug.Of(tag.Value);
        if (slug.Length == 0 || Slug.Of(target.Value).Length == 0)
        {
            var wrong = slug.Length == 0 ? tag : target;
            found.Add(ConfigurationDiagnostics.SynonymRefused(yaml.At(wrong.Span), wrong.Value));
        }
        else if (!_pairs.TryAdd(slug, (tag, PlainText.Of(target.Value, out _))))
        {
            found.Add(ConfigurationDiagnostics.SynonymTwice(yaml.At(tag.Span), tag.Value, _pairs[slug].Tag.Value));
        }
    }

    private void Resolve(string slug, YamlToken tag, string target, Dictionary<string, string> synonyms)
    {
        var end = target;
        for (var steps = 0; _pairs.TryGetValue(Slug.Of(end), out var next) && !string.Equals(next.Target, end, StringComparison.Ordinal); steps++)
        {
            if (steps == _pairs.Count)
            {
                found.Add(ConfigurationDiagnostics.SynonymLoop(yaml.At(tag.Span), tag.Value));
                return;
            }

            end = next.Target;
        }

        synonyms[slug] = end;
    }
}
