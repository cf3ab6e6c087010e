using System.Globalization;
using System.Reflection;
using System.Text;
using Xunit.Abstractions;

namespace StaticNews.Tests.Templates;

/// <summary>
/// Stock mode against what Scriban was seen to do: the guard of an upgrade of the package. Every vector passes, or is
/// listed with the reason why it does not.
/// </summary>
public sealed class ScribanVectorTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(
        typeof(ScribanVectorTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => data.Key == "RepositoryRoot")
            .Value!,
        "tests",
        "StaticNews.Tests",
        "Templates"
    );

    [Fact]
    public void Every_vector_passes_or_is_listed_with_its_reason()
    {
        var vectors = ReadVectors();
        var listed = ReadListed();
        var wrong = new StringBuilder();
        var passed = new SortedDictionary<string, (int Passed, int All)>(StringComparer.Ordinal);
        foreach (var vector in vectors)
        {
            var difference = vector.FindDifference();
            var (before, all) = passed.GetValueOrDefault(vector.Category);
            passed[vector.Category] = (before + (difference is null ? 1 : 0), all + 1);
            if (difference is null == listed.ContainsKey(vector.Id))
            {
                wrong.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{vector.Id}: {difference ?? "passes, but is listed in scriban-exceptions.txt"}"
                );
            }
        }
        Report(passed);
        Assert.Empty(listed.Keys.Except(vectors.Select(vector => vector.Id), StringComparer.Ordinal));
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Fact]
    public void A_listed_vector_gives_what_plain_Scriban_gives_unless_language_data_is_the_reason()
    {
        var listed = ReadListed();
        var differences = ReadVectors()
            .Where(vector => listed.TryGetValue(vector.Id, out var reason) && !IsLanguageData(reason))
            .Select(vector =>
                vector.FindDifferenceToPlainScriban() is { } difference ? $"{vector.Id}: {difference}" : null
            );
        Assert.All(differences, Assert.Null);
    }

    private static bool IsLanguageData(string reason) => reason.StartsWith("language data: ", StringComparison.Ordinal);

    internal static IReadOnlyList<ScribanVector> ReadVectors() =>
        ScribanVector.ReadAll(File.ReadAllText(Path.Combine(Folder, "scriban-vectors.json")));

    private void Report(SortedDictionary<string, (int Passed, int All)> shares)
    {
        foreach (var (category, (passed, all)) in shares)
            output.WriteLine($"{category, -16} {passed, 4} of {all, 4}");
        var (total, count) = (shares.Values.Sum(share => share.Passed), shares.Values.Sum(share => share.All));
        output.WriteLine(
            FormattableString.Invariant($"{"all", -16} {total, 4} of {count, 4}: {100.0 * total / count:F1} %")
        );
    }

    /// <summary>Lines of <c>id  reason</c>; <c>#</c> begins a comment.</summary>
    private static Dictionary<string, string> ReadListed()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, "scriban-exceptions.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var parts = line.Split("  ", 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Assert.True(parts.Length == 2, $"No reason given: {line}");
            Assert.True(reasons.TryAdd(parts[0], parts[1]), $"Listed twice: {line}");
        }
        return reasons;
    }
}
