using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Localization;

/// <summary>
/// Reads a strings file: one key a word, with a text or a list of texts behind it. Whether the words are the right ones
/// is for <see cref="LocalizationCheck"/>.
/// </summary>
internal static class LocalizationReader
{
    /// <summary>Some hundred words; the rest is for comments' sake.</summary>
    private const int MaxTokens = 5_000;

    /// <param name="language">BCP 47, from the file's name.</param>
    /// <param name="found">Receives the faults.</param>
    public static LocalizationFile Read(SourceText source, string language, bool isOwn, List<Diagnostic> found)
    {
        var entries = new Dictionary<string, LocalizationEntry>(StringComparer.Ordinal);
        var tokens = new List<YamlToken>();
        if (new YamlTokenizer(MaxTokens).Read(source, new TextSpan(0, source.Text.Length), tokens) is { } fault)
        {
            found.Add(LocalizationDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind, fault.Detail));
        }
        else
        {
            var yaml = new YamlReader(LocalizationDiagnostics.Yaml);
            yaml.Open(source, tokens, found);
            ReadWords(yaml, entries);
        }

        return new LocalizationFile(source.WholeFile, language, isOwn, entries);
    }

    private static void ReadWords(YamlReader yaml, Dictionary<string, LocalizationEntry> entries)
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
                entries[key.Value] = new LocalizationEntry(yaml.At(at), texts, isList);
            }
        }
    }

    private static List<string> Text(YamlReader yaml, string name) =>
        yaml.TryText(name, out var text) ? [XmlCharacters.Clean(text.Value)] : [];

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

/// <summary>The interface words of one language, as one file has them: <c>templates/strings/uk.yml</c>.</summary>
/// <param name="At">The file as a whole.</param>
/// <param name="Language">BCP 47, from the file's name.</param>
/// <param name="IsOwn">Whether it is the site's; else it is built in.</param>
internal sealed record LocalizationFile(
    SourceLocation At,
    string Language,
    bool IsOwn,
    IReadOnlyDictionary<string, LocalizationEntry> Entries
);

/// <summary>One word of a strings file, or a list of them (the months).</summary>
/// <param name="At">Where its value stands.</param>
/// <param name="Texts">As written: blanks at the ends belong to it. One text, unless it is a list.</param>
/// <param name="IsList">Whether the file writes a list.</param>
internal sealed record LocalizationEntry(SourceLocation At, IReadOnlyList<string> Texts, bool IsList);

/// <summary>
/// Compares a strings file with the English one, which has every word there is: names, places to fill in, and lengths
/// of lists.
/// </summary>
internal static class LocalizationCheck
{
    /// <summary>The file without the entries that cannot be used; the diagnostics contain the reasons.</summary>
    public static LocalizationFile Usable(LocalizationFile file, LocalizationFile english, List<Diagnostic> found)
    {
        var usable = new Dictionary<string, LocalizationEntry>(StringComparer.Ordinal);
        foreach (var (name, entry) in file.Entries)
        {
            if (!english.Entries.TryGetValue(name, out var model))
            {
                found.Add(
                    LocalizationDiagnostics.UnknownWord(
                        entry.At,
                        name,
                        SpellingSuggestion.Nearest(name, english.Entries.Keys.Order(StringComparer.Ordinal))
                    )
                );
            }
            else if (entry.IsList != model.IsList || entry.Texts.Count != model.Texts.Count)
            {
                found.Add(LocalizationDiagnostics.WrongCount(entry.At, name, model.IsList ? model.Texts.Count : 1));
            }
            else if (WrongPlace(entry, model) is { } wrong)
            {
                found.Add(LocalizationDiagnostics.WrongPlace(entry.At, name, wrong, Placeholders.In(model.Texts[0])));
            }
            else if (WrongExample(name, entry.Texts[0]) is { } wanted)
            {
                found.Add(LocalizationDiagnostics.WrongExample(entry.At, name, wanted));
            }
            else
            {
                usable.Add(name, entry);
            }
        }

        return file with
        {
            Entries = usable,
        };
    }

    /// <summary>What a word must be that is read and not shown; null where all is well.</summary>
    private static string? WrongExample(string name, string text) =>
        name switch
        {
            "digits" => text.EnumerateRunes().Distinct().Count() == 10 && text.EnumerateRunes().Count() == 10
                ? null
                : "ten digits, from 0 to 9",
            "first_weekday" => text is [>= '1' and <= '7'] ? null : "a number from 1, Monday, to 7, Sunday",
            "number_1234" => DigitsOf(text) is "1234" && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
                ? null
                : "the number 1234 as the language writes it, in the digits 0 to 9",
            "number_1234567" => DigitsOf(text) is "1234567" && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
                ? null
                : "the number 1234567 as the language writes it, in the digits 0 to 9",
            _ => null,
        };

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>
    /// The first place that one of the two has and the other has not, or has twice; null where all is well.
    /// </summary>
    private static string? WrongPlace(LocalizationEntry entry, LocalizationEntry model)
    {
        var wanted = Placeholders.In(model.Texts[0]);
        foreach (var name in Placeholders.In(entry.Texts[0]))
        {
            if (!wanted.Remove(name))
            {
                return name;
            }
        }

        return wanted.Count > 0 ? wanted[0] : null;
    }
}
