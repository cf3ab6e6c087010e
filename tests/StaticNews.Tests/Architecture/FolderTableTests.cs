using System.Text.RegularExpressions;

namespace StaticNews.Tests.Architecture;

/// <summary>The table of folders in ARCHITECTURE.md, compared with the sources.</summary>
public sealed partial class FolderTableTests
{
    private static readonly string Root = Repository.Path("src", "StaticNews");

    /// <summary>
    /// The folders of the table in ARCHITECTURE.md, each with the folders that it may use; null: all.
    /// </summary>
    private static Dictionary<string, string[]?> Table { get; } =
        TableRow()
            .Matches(File.ReadAllText(Repository.Path("ARCHITECTURE.md")))
            .ToDictionary(
                row => row.Groups[1].Value,
                row => UsedFoldersOf(row.Groups[2].Value),
                StringComparer.Ordinal
            );

    public static TheoryData<string> Folders => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_its_row_allows(string folder)
    {
        var sources = SourcesBelow(Root).Where(source => RowOf(FolderOf(source)) == folder).ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(
            from source in sources
            from used in FoldersNamedIn(File.ReadAllText(source))
            where used != folder && Table[folder] is { } allowed && !allowed.Contains(used, StringComparer.Ordinal)
            select $"{Path.GetFileName(source)} uses {used}"
        );
    }

    [Fact]
    public void Every_folder_of_the_generator_has_a_row()
    {
        Assert.Empty(Directory.GetFiles(Root, "*.cs"));
        Assert.Equal(
            SourcesBelow(Root)
                .Select(source => FolderOf(source).Split('/')[0])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            Table.Keys.Select(row => row.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void No_namespace_is_named_in_part()
    {
        var tops = string.Join('|', Table.Keys.Select(row => row.Split('/')[0]).Distinct(StringComparer.Ordinal));
        var inPart = new Regex($@"(?<![\w.""/`>-])({tops})\.[A-Z]\w*\.\w+\(", RegexOptions.CultureInvariant);

        Assert.Empty(
            from source in SourcesBelow(Root)
            from Match match in inPart.Matches(File.ReadAllText(source))
            where !match.Value.StartsWith("Configuration.Default", StringComparison.Ordinal)
            select $"{Path.GetFileName(source)}: {match.Value}"
        );
    }

    /// <summary>What no other code can read cannot decide a byte.</summary>
    [Fact]
    public void Only_timings_look_at_a_clock()
    {
        var sources = SourcesBelow(Root)
            .Where(path => !Path.GetRelativePath(Root, path).StartsWith("Timing", StringComparison.Ordinal));

        Assert.DoesNotContain(
            sources,
            path =>
                Regex.IsMatch(
                    File.ReadAllText(path),
                    @"\bStopwatch\b|\bCpuUsage\b|\bTickCount(64)?\b|\bTimeProvider\b",
                    RegexOptions.CultureInvariant
                )
        );
    }

    [Fact]
    public void The_template_language_knows_nothing_of_news()
    {
        var sources = SourcesBelow(Repository.Path("src", "StaticNews.Templates"));

        Assert.Empty(
            from source in sources
            from Match match in Regex.Matches(
                File.ReadAllText(source),
                @"StaticNews\.(?!Templates)[A-Z]\w*",
                RegexOptions.CultureInvariant
            )
            select $"{Path.GetFileName(source)} names {match.Value}"
        );
    }

    [Fact]
    public void A_file_is_named_for_the_type_that_it_begins_with()
    {
        var sources = SourcesBelow(Repository.Path("src")).Where(path => Path.GetFileName(path) != "Program.cs");

        Assert.Empty(
            from source in sources
            let types = TypeDeclaration()
                .Matches(File.ReadAllText(source))
                .Select(match => match.Groups[1].Value)
                .ToList()
            where types.Count == 0 || !Path.GetFileName(source).StartsWith(types[0], StringComparison.Ordinal)
            select $"{Path.GetFileName(source)}: {string.Join(", ", types)}"
        );
    }

    [Fact]
    public void A_line_fits_into_120_columns()
    {
        Assert.Empty(
            from source in SourcesBelow(Repository.Path("src"))
            from line in File.ReadLines(source).Index()
            where line.Item.Length > 120
            select $"{Path.GetFileName(source)}({line.Index + 1})"
        );
    }

    [Fact]
    public void No_file_has_more_than_600_lines()
    {
        Assert.Empty(
            from source in SourcesBelow(Repository.Path("src"))
            let lines = File.ReadLines(source).Count()
            where lines > 600
            select $"{Path.GetFileName(source)}: {lines}"
        );
    }

    private static IEnumerable<string> SourcesBelow(string folder) =>
        Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            );

    private static string FolderOf(string source) =>
        Path.GetRelativePath(Root, Path.GetDirectoryName(source)!).Replace('\\', '/');

    /// <summary>The row for a folder: its own, else that of the folder around it.</summary>
    private static string RowOf(string folder) =>
        Table.ContainsKey(folder) || !folder.Contains('/', StringComparison.Ordinal)
            ? folder
            : RowOf(folder[..folder.LastIndexOf('/')]);

    private static string[]? UsedFoldersOf(string cell) =>
        cell switch
        {
            "all" => null,
            "none" => [],
            _ => cell.Split(", "),
        };

    /// <summary>The rows of all namespaces of the generator that a source names in full.</summary>
    private static IEnumerable<string> FoldersNamedIn(string source) =>
        NamespaceName()
            .Matches(source)
            .Select(match => match.Groups[1].Value.Replace('.', '/'))
            .Select(name => Directory.Exists(Path.Combine(Root, name)) ? name : name.Split('/')[0])
            .Where(name => Directory.Exists(Path.Combine(Root, name)))
            .Select(RowOf)
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\| `([A-Z]\w*(?:/[A-Z]\w*)?)/` \|.*\| ([^|]+) \|$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex TableRow();

    [GeneratedRegex(@"(?<!\w)StaticNews\.([A-Z]\w*(?:\.[A-Z]\w*)?)", RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceName();

    [GeneratedRegex(
        @"^(?:public |internal )(?:static |sealed |abstract |readonly |partial |ref )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+?) (\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex TypeDeclaration();
}
