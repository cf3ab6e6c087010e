using System.Globalization;
using System.Reflection;
using System.Text;
using StaticNews.Pages;

namespace StaticNews.Tests.Templates.Fuzz;

/// <summary>
/// Templates that no one would write. FUZZ_ROUNDS asks for more of them than the ordinary run has.
/// </summary>
public sealed class TemplateFuzzTests
{
    private static readonly string Root = typeof(TemplateFuzzTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(data => data.Key == "RepositoryRoot")
        .Value!;

    [Fact]
    public void Every_round_ends_with_a_page_or_errors_in_time_and_memory()
    {
        var rounds = TestSettings.Number("FUZZ_ROUNDS", few: 1000, many: 4000);
        var fuzz = Create();
        var found = new StringBuilder();
        for (var round = 0; round < rounds && found.Length < 10_000; round++)
        {
            if (fuzz.Run(round) is { } problem)
                found.AppendLine(CultureInfo.InvariantCulture, $"round {round}: {problem}\n{fuzz.TextOf(round)}");
        }
        Assert.True(found.Length == 0, found.ToString());
    }

    internal static TemplateFuzz Create()
    {
        var folder = Path.Combine(Root, "templates");
        var pages = new List<(string, string, Type?)>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.sbn-html", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var kinds = PageKinds.All.Where(kind =>
                string.Equals(PageKinds.TemplateOf(kind), name, StringComparison.Ordinal)
            );
            pages.Add((name, File.ReadAllText(file), kinds.Select(PageKinds.ModelOf).FirstOrDefault()));
        }
        return new TemplateFuzz([.. ScribanVectorTests.ReadVectors().Select(vector => vector.Template)], pages);
    }
}
