using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>
/// Reads <c>tags.synonyms</c>: tags are compared by <see cref="NameKey"/>, chains are followed to their end, loops are
/// refused.
/// </summary>
internal sealed class SynonymReader(YamlReader yaml, List<Diagnostic> found)
{
    private readonly Dictionary<string, (YamlToken Tag, string Target)> _pairs = new(StringComparer.Ordinal);

    /// <summary>
    /// Fills <paramref name="synonyms"/>: from a tag's key to the name of the tag that stands for it.
    /// </summary>
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

        foreach (var (key, (tag, target)) in _pairs)
        {
            Resolve(key, tag, target, synonyms);
        }
    }

    private void Add(YamlToken tag, YamlToken target)
    {
        var key = NameKey.Of(tag.Value);
        if (key.Length == 0 || NameKey.Of(target.Value).Length == 0)
        {
            var wrong = key.Length == 0 ? tag : target;
            found.Add(ConfigurationDiagnostics.SynonymRefused(yaml.At(wrong.Span), wrong.Value));
        }
        else if (!_pairs.TryAdd(key, (tag, PlainText.Of(target.Value, out _))))
        {
            found.Add(ConfigurationDiagnostics.SynonymTwice(yaml.At(tag.Span), tag.Value, _pairs[key].Tag.Value));
        }
    }

    private void Resolve(string key, YamlToken tag, string target, Dictionary<string, string> synonyms)
    {
        var end = target;
        for (
            var steps = 0;
            _pairs.TryGetValue(NameKey.Of(end), out var next)
                && !string.Equals(next.Target, end, StringComparison.Ordinal);
            steps++
        )
        {
            if (steps == _pairs.Count)
            {
                found.Add(ConfigurationDiagnostics.SynonymLoop(yaml.At(tag.Span), tag.Value));
                return;
            }

            end = next.Target;
        }

        synonyms[key] = end;
    }
}
