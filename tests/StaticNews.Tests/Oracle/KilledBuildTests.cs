using System.Diagnostics;
using StaticNews.Tests.Building;
using Xunit.Abstractions;

namespace StaticNews.Tests.Oracle;

/// <summary>
/// The command, killed in the middle of its work, may cost the next build time and nothing else.
/// <c>ORACLE_KILLS</c> makes a longer run and <c>ORACLE_SEED</c> another one; the moment itself
/// is the machine's, so that no two runs are the same.
/// </summary>
public sealed class KilledBuildTests(ITestOutputHelper output)
{
    private const int Stories = 200;

    private const int EarliestMilliseconds = 20;

    private const int LatestMilliseconds = 600;

    [CommandFact]
    public async Task After_a_kill_the_next_build_leaves_what_a_clean_one_would()
    {
        var seed = TestSettings.Number("ORACLE_SEED", 4, 4);
        var kills = TestSettings.Number("ORACLE_KILLS", few: 4, many: 10);
        var news = new ArchiveModel(seed, Stories);
        var edits = new Edits(news);
        using var sites = new SitePair();
        var inTheMiddle = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            sites.Save(news);
            var delay = EarliestMilliseconds + news.Roll(LatestMilliseconds - EarliestMilliseconds);
            var isCounted = await Kill(
                sites,
                news.OneIn(3) ? null : Path.Combine(sites.Root, ".staticnews", "running"),
                delay
            );
            inTheMiddle += isCounted ? 1 : 0;
            if (news.OneIn(2))
            {
                edits.Next();
                sites.Save(news);
            }

            var wrong = sites.BuildAndCompare(TestSite.Now, jobs: 2);
            Assert.True(
                wrong.Count == 0,
                $"seed {seed}, kill {kill} after {delay} ms:\n{string.Join('\n', wrong.Take(20))}"
            );
            edits.EditEverything();
        }

        output.WriteLine($"{inTheMiddle} of {kills} builds were killed before their end");
        Assert.True(inTheMiddle > 0, "every build was over before it could be killed");
    }

    /// <summary>Starts a build and kills it.</summary>
    /// <param name="sign">
    /// A file that the build writes when it begins its work, from when the delay counts; null: it counts from the start
    /// of the process.
    /// </param>
    /// <returns>Whether the build had not ended by itself.</returns>
    private static async Task<bool> Kill(SitePair sites, string? sign, int delay)
    {
        var before = sign is null ? default : File.GetLastWriteTimeUtc(sign);
        using var process = Process.Start(
            new ProcessStartInfo(CommandFactAttribute.Command, ["build", sites.Root])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["SOURCE_DATE_EPOCH"] = TestSite
                        .Now.ToUnixTimeSeconds()
                        .ToString(System.Globalization.CultureInfo.InvariantCulture),
                },
            }
        )!;
        var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        while (sign is not null && !process.HasExited && File.GetLastWriteTimeUtc(sign) == before)
        {
            await Task.Delay(2);
        }

        await Task.Delay(delay);
        process.Kill();
        await process.WaitForExitAsync();
        await said;

        // 0 and 1 are the command's own ends, with and without errors in the content; a signal's number is above 128.
        return process.ExitCode is not (0 or 1);
    }
}
