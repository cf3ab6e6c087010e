using System.Reflection;
using StaticNews.Diagnostics;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Localization;

/// <summary>A strings file for each thing that can be wrong with one, and the place where it is said.</summary>
public sealed class LocalizationDiagnosticsTests
{
    public static TheoryData<string, string, string, string> Cases =>
        new()
        {
            // factory, expected, file below templates/strings/, its text
            {
                nameof(LocalizationDiagnostics.UnknownWord),
                "templates/strings/en.yml:2:14 SN3701",
                "en.yml",
                "# Ours\nskip_to_txt: Skip\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongCount),
                "templates/strings/en.yml:1:9 SN3702",
                "en.yml",
                "months: [Jan, Feb]\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongCount),
                "templates/strings/en.yml:1:10 SN3702",
                "en.yml",
                "archive: [One, Two]\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongPlace),
                "templates/strings/en.yml:1:12 SN3703",
                "en.yml",
                "more_from: More\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongPlace),
                "templates/strings/en.yml:1:12 SN3703",
                "en.yml",
                "more_from: 'More {secton}'\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongPlace),
                "templates/strings/en.yml:1:12 SN3703",
                "en.yml",
                "more_from: '{section} {section}'\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongPlace),
                "templates/strings/en.yml:1:10 SN3703",
                "en.yml",
                "archive: 'All {years}'\n"
            },
            {
                nameof(LocalizationDiagnostics.NoLanguage),
                "templates/strings/english.yml:0:0 SN3704",
                "english.yml",
                "archive: Archive\n"
            },
            {
                nameof(LocalizationDiagnostics.MissingWords),
                "templates/strings/sw.yml:0:0 SN3706",
                "sw.yml",
                "archive: Kumbukumbu\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongExample),
                "templates/strings/en.yml:1:9 SN3707",
                "en.yml",
                "digits: '01'\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongExample),
                "templates/strings/en.yml:1:14 SN3707",
                "en.yml",
                "number_1234: one thousand\n"
            },
            {
                nameof(LocalizationDiagnostics.WrongExample),
                "templates/strings/en.yml:1:17 SN3707",
                "en.yml",
                "number_1234567: '1,234,567.'\n"
            },
            { nameof(YamlDiagnostics.Broken), "templates/strings/en.yml:1:11 SN3601", "en.yml", "archive: a: b\n" },
            {
                nameof(YamlDiagnostics.DuplicateKey),
                "templates/strings/en.yml:2:1 SN3602",
                "en.yml",
                "archive: Archive\narchive: B\n"
            },
            { nameof(YamlDiagnostics.KeyNotText), "templates/strings/en.yml:1:1 SN3604", "en.yml", "[a, b]: c\n" },
            {
                nameof(YamlDiagnostics.WrongKind),
                "templates/strings/en.yml:1:10 SN3605",
                "en.yml",
                "archive: { a: b }\n"
            },
            { nameof(YamlDiagnostics.WrongKind), "templates/strings/en.yml:1:1 SN3605", "en.yml", "- archive\n" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_where(string factory, string expected, string file, string text)
    {
        Assert.NotEmpty(factory);
        using var site = TestSite
            .Plain()
            .Write($"templates/strings/{file}", text)
            .Article("news/a.md", "A", "2020-01-01");
        if (file is "sw.yml")
        {
            site.Write(
                "site.yml",
                File.ReadAllText(site.PathOf("site.yml"))
                    .Replace("language: en", "language: sw", StringComparison.Ordinal)
            );
        }

        Assert.Equal([expected], TestSite.Codes(site.Build()));
        Assert.Contains(
            file is "sw.yml" ? ">Kumbukumbu<" : ">Archive<",
            site.Read("index.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_slip_in_a_name_is_told_with_the_word_that_is_meant()
    {
        using var site = TestSite.Plain().Write("templates/strings/en.yml", "skip_to_txt: Skip\n");

        Assert.Contains("did you mean 'skip_to_text'?", site.Build().Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_case_for_every_diagnostic()
    {
        // Languages without words are told in SectionLanguageTests.
        var tested = Cases
            .Select(row => (string)row[0])
            .Append(nameof(LocalizationDiagnostics.NoWords))
            .ToHashSet(StringComparer.Ordinal);
        var factories = typeof(LocalizationDiagnostics)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Diagnostic))
            .Select(method => method.Name);

        Assert.Equal([], factories.Except(tested, StringComparer.Ordinal));
    }
}
