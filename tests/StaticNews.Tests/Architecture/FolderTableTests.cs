using System.Text.RegularExpressions;

namespace StaticNews.Tests.Architecture;

/// <summary>The table "may never see" of ARCHITECTURE.md, read from the sources' own names.</summary>
public sealed partial class FolderTableTests
{
    public static TheoryData<string, string[]> Rules => new()
    {
        { "Yaml", ["Imaging", "Svg", "Pictures", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Wording", ["Imaging", "Svg", "Pictures", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Text", ["Imaging", "Svg", "Pictures", "Diagnostics", "Wording", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Diagnostics", ["Svg", "Pictures", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Configuration", ["Imaging", "Svg", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Articles", ["Imaging", "Svg", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Archive", ["Imaging", "Svg", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Feeds", ["Imaging", "Svg", "Storage", "Pages", "Archive", "Offline", "Delivery", "Timing"] },
        { "Offline", ["Imaging", "Svg", "Storage", "Pages", "Archive", "Delivery", "Timing"] },
        { "Pages", ["Imaging", "Svg", "Delivery", "Storage"] },
        { "Storage", ["Imaging", "Svg", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Timing"] },
        { "Timing", ["Imaging", "Svg", "Pictures", "Yaml", "Text", "Diagnostics", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage"] },
        { "Pictures", ["Imaging", "Svg", "Yaml", "Wording", "Diagnostics", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Imaging", ["Svg", "Text", "Yaml", "Wording", "Diagnostics", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
        { "Delivery", ["Imaging", "Svg", "Articles", "Archive", "Pages", "Feeds", "Offline", "Wording", "Storage", "Timing"] },
        { "Svg", ["Imaging", "Text", "Yaml", "Wording", "Pictures", "Diagnostics", "Configuration", "Articles", "Archive", "Pages", "Feeds", "Offline", "Delivery", "Storage", "Timing"] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_folder_never_names_what_it_must_not_see(string folder, string[] forbidden)
    {
        var sources = Directory.GetFiles(Repository.Path("src", "StaticNews", folder), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(sources);
        Assert.Empty(
            from source in sources
            from name in NamesIn(File.ReadAllText(source)).Intersect(forbidden)
            select $"{Path.GetFileName(source)} names {name}");
    }

    [Fact]
    public void Every_folder_of_the_generator_has_a_row()
    {
        var folders = Directory.GetDirectories(Repository.Path("src", "StaticNews"))
            .Select(path => Path.GetFileName(path)!)
            .Except(["bin", "obj"]);

        Assert.Equal(folders.Order(StringComparer.Ordinal), Rules.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    /// <summary>What no other code can read cannot decide a byte.</summary>
    [Fact]
    public void Only_timings_look_at_a_clock()
    {
        var sources = Directory.GetFiles(Repository.Path("src", "StaticNews"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Repository.Path("src", "StaticNews"), path).StartsWith("Timing", StringComparison.Ordinal));

        Assert.DoesNotContain(sources, path => Regex.IsMatch(File.ReadAllText(path), @"\bStopwatch\b|\bCpuUsage\b|\bTickCount(64)?\b|\bTimeProvider\b", RegexOptions.CultureInvariant));
    }

    [Fact]
    public void The_template_language_knows_nothing_of_news()
    {
        var sources = Directory.GetFiles(Repository.Path("src", "StaticNews.Templates"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Empty(
            from source in sources
            from Match match in Regex.Matches(File.ReadAllText(source), @"StaticNews\.(?!Templates)[A-Z]\w*", RegexOptions.CultureInvariant)
            select $"{Path.GetFileName(source)} names {match.Value}");
    }

    [Fact]
    public void A_file_is_named_for_the_type_that_it_begins_with()
    {
        var sources = Directory.GetFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(path) != "Program.cs");

        Assert.Empty(
            from source in sources
            let types = TypeDeclaration().Matches(File.ReadAllText(source)).Select(match => match.Groups[1].Value).ToList()
            where types.Count == 0 || !Path.GetFileName(source).StartsWith(types[0], StringComparison.Ordinal)
            select $"{Path.GetFileName(source)}: {string.Join(", ", types)}");
    }

    private static IEnumerable<string> NamesIn(string source) =>
        FolderName().Matches(source).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    /// <summary>A name at the start of a qualified one: after "StaticNews.", or by itself as namespaces nest.</summary>
    [GeneratedRegex(@"(?:using StaticNews\.|(?<![\w./""])StaticNews\.|(?<![\w.""/`])(?=(?:Diagnostics|Configuration|Articles|Archive|Pages|Feeds|Offline|Delivery|Storage|Timing|Wording|Pictures|Imaging|Svg)\.[A-Z]\w*\.?\w*\())(Diagnostics|Configuration|Articles|Archive|Pages|Feeds|Offline|Delivery|Storage|Timing|Wording|Pictures|Imaging|Svg)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FolderName();

    [GeneratedRegex(@"^(?:public |internal )(?:static |sealed |abstract |readonly |partial |ref )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+?) (\w+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
