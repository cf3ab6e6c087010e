using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>What can be wrong with the files of <c>templates/strings/</c>: <c>SN36xx</c> their YAML, <c>SN37xx</c> their words.</summary>
internal static class WordingDiagnostics
{
    /// <summary><c>SN36xx</c>.</summary>
    public static readonly YamlDiagnostics Yaml = new("SN36", Severity.Warning);

    /// <summary><c>skip_to_txt: …</c>.</summary>
    /// <param name="nearest">The word that was probably meant, or null.</param>
    public static Diagnostic UnknownWord(SourceLocation at, string name, string? nearest) =>
        Diagnostic.Warning(
            "SN3701",
            at,
            nearest is null ? $"no page has a word '{name}'" : $"no page has a word '{name}'; did you mean '{nearest}'?",
            nearest is null ? "'staticnews templates eject strings/en.yml' gives a file with every word" : null);

    /// <summary>Eleven months; a list where there is one word.</summary>
    /// <param name="count">How many are wanted; 1 for a word that is no list.</param>
    public static Diagnostic WrongCount(SourceLocation at, string name, int count) =>
        Diagnostic.Warning(
            "SN3702",
            at,
            count == 1 ? $"'{name}' takes one text" : $"'{name}' takes a list of {count.ToString(CultureInfo.InvariantCulture)} texts",
            "until then another language's words stand here");

    /// <summary><c>more_from: More from the section</c>, without <c>{section}</c>; <c>more_from: More from {secton}</c>.</summary>
    /// <param name="place">The first that is missing, unknown or written twice.</param>
    /// <param name="places">Those that the word needs.</param>
    public static Diagnostic WrongPlace(SourceLocation at, string name, string place, IReadOnlyList<string> places) =>
        Diagnostic.Warning(
            "SN3703",
            at,
            places.Contains(place, StringComparer.Ordinal) ? $"'{name}' needs '{{{place}}}' once" : $"'{name}' has no '{{{place}}}' to fill in",
            places.Count == 0 ? "write it without braces" : "each of these once: {" + string.Join("}, {", places) + "}");

    /// <summary><c>templates/strings/english.yml</c>.</summary>
    public static Diagnostic NoLanguage(SourceLocation at, string name) =>
        Diagnostic.Warning("SN3704", at, $"'{name}' has not the form of a language tag, so nothing reads this file", "name it like en.yml, pt-BR.yml or zh-Hant.yml (BCP 47)");
}
