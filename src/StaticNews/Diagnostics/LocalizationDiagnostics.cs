using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with the files of <c>templates/strings/</c>: <c>SN36xx</c> their YAML, <c>SN37xx</c> their words.
/// </summary>
internal static class LocalizationDiagnostics
{
    /// <summary>A message is read, a list of eighty words is not.</summary>
    private const int MostNames = 8;

    /// <summary><c>SN36xx</c>.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN36", value: Severity.Error, unknownKey: Severity.Warning);

    /// <summary><c>skip_to_txt: …</c>.</summary>
    /// <param name="nearest">The word that was probably meant, or null.</param>
    public static Diagnostic UnknownWord(SourceLocation at, string name, string? nearest) =>
        Diagnostic.Warning(
            "SN3701",
            at,
            nearest is null
                ? $"no page has a word '{name}'"
                : $"no page has a word '{name}'; did you mean '{nearest}'?",
            nearest is null ? "'staticnews templates eject strings/en.yml' gives a file with every word" : null
        );

    /// <summary>Eleven months; a list where there is one word.</summary>
    /// <param name="count">How many are wanted; 1 for a word that is no list.</param>
    public static Diagnostic WrongCount(SourceLocation at, string name, int count) =>
        Diagnostic.Warning(
            "SN3702",
            at,
            count == 1
                ? $"'{name}' takes one text"
                : $"'{name}' takes a list of {count.ToString(CultureInfo.InvariantCulture)} texts",
            "until then another language's words stand here"
        );

    /// <summary>
    /// <c>more_from: More from the section</c>, without <c>{section}</c>; <c>more_from: More from {secton}</c>.
    /// </summary>
    /// <param name="place">The first that is missing, unknown or written twice.</param>
    /// <param name="places">Those that the word needs.</param>
    public static Diagnostic WrongPlace(SourceLocation at, string name, string place, IReadOnlyList<string> places) =>
        Diagnostic.Warning(
            "SN3703",
            at,
            places.Contains(place, StringComparer.Ordinal)
                ? $"'{name}' needs '{{{place}}}' once"
                : $"'{name}' has no '{{{place}}}' to fill in",
            places.Count == 0 ? "write it without braces" : "each of these once: {" + string.Join("}, {", places) + "}"
        );

    /// <summary><c>language: sw</c>, and no <c>templates/strings/sw.yml</c>.</summary>
    public static Diagnostic NoWords(string language) =>
        Diagnostic.Warning(
            "SN3705",
            SourceLocation.File("site.yml"),
            $"there are no interface words in '{language}', so its pages have English ones",
            $"'staticnews templates eject strings/en.yml' gives a file to translate; save it as "
                + $"templates/strings/{language}.yml"
        );

    /// <summary>
    /// A file of a language's words that has not all of them: the site's language or English stands in.
    /// </summary>
    /// <param name="at">The file as a whole.</param>
    /// <param name="names">At least one, in the order of their names.</param>
    public static Diagnostic MissingWords(SourceLocation at, string language, IReadOnlyList<string> names) =>
        Diagnostic.Warning(
            "SN3706",
            at,
            $"words that no file has in '{language}': {string.Join(", ", names.Take(MostNames))}"
                + (
                    names.Count > MostNames
                        ? $" and {(names.Count - MostNames).ToString(CultureInfo.InvariantCulture)} more"
                        : ""
                ),
            "add them to this file; templates/strings/en.yml in the theme says what each is for"
        );

    /// <summary><c>digits: 01</c>, <c>number_1234: one</c>.</summary>
    /// <param name="wanted">The end of a sentence: "ten digits, from 0 to 9".</param>
    public static Diagnostic WrongExample(SourceLocation at, string name, string wanted) =>
        Diagnostic.Warning("SN3707", at, $"'{name}' must be {wanted}", "until then another language's stands here");

    /// <summary><c>templates/strings/english.yml</c>.</summary>
    public static Diagnostic NoLanguage(SourceLocation at, string name) =>
        Diagnostic.Warning(
            "SN3704",
            at,
            $"'{name}' has not the form of a language tag, so nothing reads this file",
            "name it like en.yml, pt-BR.yml or zh-Hant.yml (BCP 47)"
        );
}
