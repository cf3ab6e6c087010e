using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Wording;

/// <summary>Reads a strings file: one key a word, with a text or a list of texts behind it. Whether the words are the right ones is for <see cref="WordsCheck"/>.</summary>
internal static class WordsReader
{
    /// <summary>Some hundred words; the rest is for comments' sake.</summary>
    private const int MaxTokens = 5_000;

    /// <param name="language">BCP 47, from the file's name.</param>
    /// <param name="found">Takes what is wrong with it.</param>
    public static WordsFile Read(SourceText source, string language, bool isOwn, List<Diagnostic> found)
    {
        var entries = new Dictionary<string, WordsEntry>(StringComparer.Ordinal);
        var tokens = new List<YamlToken>();
        if (new YamlTokenizer(MaxTokens).Read(source, new TextSpan(0, source.Text.Length), tokens) is { } fault)
        {
            found.Add(WordingDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind));
        }
        else
        {
            var yaml = new YamlReader(WordingDiagnostics.Yaml);
            yaml.Open(source, tokens, found);
            ReadWords(yaml, entries);
        }

        return new WordsFile(source.WholeFile, language, isOwn, entries);
    }

    private static void ReadWords(YamlReader yaml, Dictionary<string, WordsEntry> entries)
    {
        if (!yaml.StartMapping("strings"))
        {
            return;
        }

        while (yaml.NextKey(out var key))
        {
            var at = yaml.Current.Span;
            var isList = yaml.Current.Kind == YamlTokenKind.ListStart;
            var texts = isList ? Texts(yaml, key.Value) : Text(yaml, key.Value);
            if (texts.Count > 0)
            {
                entries[key.Value] = new WordsEntry(yaml.At(at), texts, isList);
            }
        }
    }

    private static List<string> Text(YamlReader yaml, string name) => yaml.TryText(name, out var text) ? [XmlCharacters.Clean(text.Value)] : [];

    private static List<string> Texts(YamlReader yaml, string name)
    {
        var texts = new List<string>();
        if (yaml.StartList(name))
        {
            while (yaml.NextItem())
            {
                texts.AddRange(Text(yaml, name));
            }
        }

        return texts;
    }
}
