using Xunit.Abstractions;

namespace StaticNews.Tests.Oracle;

/// <summary>
/// The promise of incremental builds: whatever is done to a site, and in whatever order, building it again leaves the
/// very tree that building it from nothing would. <c>ORACLE_STEPS</c> and <c>ORACLE_SEED</c> make
/// longer runs and other ones.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Stories = 200;

    [Fact]
    public void After_every_step_the_output_is_that_of_a_clean_build() =>
        Run(TestSettings.Number("ORACLE_SEED", 4, 4), TestSettings.Number("ORACLE_STEPS", few: 25, many: 200));

    private void Run(int seed, int steps)
    {
        var news = new ArchiveModel(seed, Stories);
        var edits = new Edits(news);
        using var sites = new SitePair();
        var mishaps = new FaultInjector(news, sites);
        var what = "first build";
        for (var step = 0; step <= steps; step++)
        {
            sites.Save(news);
            var mishap = mishaps.Next();
            var (day, jobs) = (mishaps.Day(), news.AnyOf([1, 2, 8]));
            var wrong = sites.BuildAndCompare(day, jobs);
            if (wrong.Count > 0)
            {
                Assert.Fail(
                    $"""
                    seed {seed}, step {step}: {what}; {mishap}; as of {day:yyyy-MM-dd}, {jobs} jobs
                    {string.Join('\n', wrong.Take(20))}
                    {(
                        wrong.Count > 20 ? $"and {wrong.Count - 20} more\n" : ""
                    )}To repeat: ORACLE_SEED={seed} ORACLE_STEPS={step} dotnet test tests/StaticNews.Tests --filter {nameof(
                        OracleTests
                    )}
                    """
                );
            }

            what = edits.Next();
        }

        output.WriteLine($"{sites.Work.Reused} pages reused, {sites.Work.Rendered} rendered");

        // Were nothing ever reused, the comparison would prove nothing. The first build reuses nothing, so a short run
        // is no measure.
        Assert.True(
            steps < 50 || sites.Work.Reused > sites.Work.Rendered,
            $"{sites.Work.Reused} pages reused, {sites.Work.Rendered} rendered"
        );
    }
}
