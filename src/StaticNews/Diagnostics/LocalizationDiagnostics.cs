using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages about the files of <c>templates/strings/</c>: <c>SN36xx</c> their YAML, <c>SN37xx</c> their interface
/// strings.
/// </summary>
internal static class LocalizationDiagnostics
{
    /// <summary>A message names this many missing strings; a list of all eighty would be too long to read.</summary>
    private const int MostNames = 8;

    /// <summary>The messages <c>SN36xx</c> about YAML.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN36", value: Severity.Error, unknownKey: Severity.Warning);

    /// <summary>The key of an interface string is unknown: <c>skip_to_txt: …</c>.</summary>
    /// <param name="nearest">The key that was probably meant, or null.</param>
    public static Diagnostic UnknownWord(SourceLocation at, string name, string? nearest) =>
        Diagnostic.Warning(
            "SN3701",
            at,
            nearest is null
                ? $"no interface string is called '{name}'"
                : $"no interface string is called '{name}'; did you mean '{nearest}'?",
            nearest is null
                ? "Run 'staticnews templates eject strings/en.yml' to get a file with all interface strings"
                : null
        );

    /// <summary>A list has too few or too many items, such as eleven months, or a single text is a list.</summary>
    /// <param name="count">How many texts are needed; 1 for a string that is not a list.</param>
    public static Diagnostic WrongCount(SourceLocation at, string name, int count) =>
        Diagnostic.Warning(
            "SN3702",
            at,
            count == 1
                ? $"'{name}' takes one text"
                : $"'{name}' takes a list of {count.ToString(CultureInfo.InvariantCulture)} texts",
            "Correct it; until then the text of another language is used"
        );

    /// <summary>
    /// A placeholder is missing or unknown: <c>more_from: More from the section</c> without <c>{section}</c>;
    /// <c>more_from: More from {secton}</c>.
    /// </summary>
    /// <param name="place">The first placeholder that is missing, unknown or written twice.</param>
    /// <param name="places">The placeholders that the string needs.</param>
    public static Diagnostic WrongPlace(SourceLocation at, string name, string place, IReadOnlyList<string> places) =>
        Diagnostic.Warning(
            "SN3703",
            at,
            places.Contains(place, StringComparer.Ordinal)
                ? $"'{name}' needs the placeholder '{{{place}}}' once"
                : $"'{name}' has no placeholder '{{{place}}}'",
            places.Count == 0
                ? "Write it without braces"
                : "Use each of these placeholders once: {" + string.Join("}, {", places) + "}"
        );

    /// <summary>
    /// A language has no interface strings: <c>language: sw</c> without <c>templates/strings/sw.yml</c>.
    /// </summary>
    public static Diagnostic NoWords(string language) =>
        Diagnostic.Warning(
            "SN3705",
            SourceLocation.File("site.yml"),
            $"there are no interface strings for the language '{language}', so its pages have English ones",
            $"Run 'staticnews templates eject strings/en.yml' to get a file to translate, and save it as "
                + $"templates/strings/{language}.yml"
        );

    /// <summary>
    /// The file of a language does not have all interface strings. The site's language or English is used instead.
    /// </summary>
    /// <param name="at">The file as a whole.</param>
    /// <param name="names">The missing strings, at least one, in the order of their names.</param>
    public static Diagnostic MissingWords(SourceLocation at, string language, IReadOnlyList<string> names) =>
        Diagnostic.Warning(
            "SN3706",
            at,
            $"interface strings are missing for the language '{language}': {string.Join(", ", names.Take(MostNames))}"
                + (
                    names.Count > MostNames
                        ? $" and {(names.Count - MostNames).ToString(CultureInfo.InvariantCulture)} more"
                        : ""
                ),
            "Add them to this file; templates/strings/en.yml of the theme explains each of them"
        );

    /// <summary>An example of numbers cannot be used: <c>digits: 01</c>, <c>number_1234: one</c>.</summary>
    /// <param name="wanted">What is needed, as the end of a sentence: "ten digits, from 0 to 9".</param>
    public static Diagnostic WrongExample(SourceLocation at, string name, string wanted) =>
        Diagnostic.Warning(
            "SN3707",
            at,
            $"'{name}' must be {wanted}",
            "Correct it; until then the text of another language is used"
        );

    /// <summary>The name of a file is not a language tag: <c>templates/strings/english.yml</c>.</summary>
    public static Diagnostic NoLanguage(SourceLocation at, string name) =>
        Diagnostic.Warning(
            "SN3704",
            at,
            $"'{name}' is not a language tag, so this file is not used",
            "Name it by a language tag of BCP 47, such as en.yml, pt-BR.yml or zh-Hant.yml"
        );
}
