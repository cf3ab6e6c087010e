using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

/// <summary>The machine's clock decides what is still in the future, and is not believed blindly.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;

    private readonly TestSite _site = TestSite
        .Plain()
        .Article("news/a.md", "One", "2020-01-01")
        .Article("news/b.md", "Two", "2021-01-01");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_clock_that_went_back_changes_nothing()
    {
        Assert.Equal(0, Build(Today).Status);
        var before = _site.Snapshot();

        var run = Build(new DateTimeOffset(1999, 12, 31, 23, 0, 0, TimeSpan.Zero));

        Assert.Equal(1, run.Status);
        Assert.Contains("error SN5014", run.Error, StringComparison.Ordinal);
        Assert.Contains("1999-12-31 23:00 UTC", run.Error, StringComparison.Ordinal);
        Assert.Contains("--clock-is-right", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, _site.Snapshot());
        Assert.Equal(0, Build(Today).Status);
    }

    [Theory]
    [InlineData(-23, 0)]
    [InlineData(-25, 1)]
    [InlineData(24 * 400, 0)]
    public void A_day_is_allowed_for(int hours, int status)
    {
        Build(Today);
        Assert.Equal(status, Build(Today.AddHours(hours)).Status);
    }

    [Fact]
    public void A_person_can_say_that_the_clock_is_right_and_from_then_on_it_is()
    {
        Build(Today.AddYears(70));
        Assert.Equal(1, Build(Today).Status);
        Assert.Equal(0, Build(Today, "--clock-is-right").Status);
        Assert.Equal(0, Build(Today).Status);
    }

    [Fact]
    public void A_time_that_was_given_is_not_the_clocks_and_says_nothing_of_it()
    {
        Build(Today, "--as-of", "2090-01-01");
        Assert.Equal(0, Build(Today).Status);

        var old = DateTimeOffset.UnixEpoch.AddYears(29);
        Assert.Equal(0, Build(old, "--as-of", "2026-01-01").Status);
        Assert.Equal(
            0,
            CommandRun
                .At(old, new() { ["SOURCE_DATE_EPOCH"] = "1767225600" }, CancellationToken.None, "build", _site.Root)
                .Status
        );
        Assert.Equal(1, Build(old).Status);
    }

    [Fact]
    public void An_article_that_now_says_a_later_date_is_taken_down()
    {
        Build(Today);
        _site.Article("news/b.md", "Two", "2190-01-01");

        Assert.Equal(0, Build(Today).Status);
        Assert.False(_site.Has("news/2021/01/b.html"));
        Assert.True(_site.Has("news/2020/01/a.html"));
    }

    [Fact]
    public void Without_a_last_build_files_from_the_future_are_a_warning()
    {
        var run = Build(new DateTimeOffset(2020, 6, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(0, run.Status);
        Assert.Contains("content: warning SN5015: 2 of the 2 files", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            1,
            Build(
                new DateTimeOffset(2020, 6, 2, 0, 0, 0, TimeSpan.Zero),
                "--strict",
                "--output",
                _site.PathOf("other")
            ).Status
        );
    }

    [Fact]
    public void A_few_files_from_the_future_are_none_of_the_clocks()
    {
        File.SetLastWriteTimeUtc(_site.PathOf("content/news/a.md"), DateTime.UtcNow.AddYears(3));
        Assert.DoesNotContain("SN5015", Build(Today).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_did_not_finish_says_nothing_of_the_clock()
    {
        Build(Today);
        _site.Write("site.yml", "title: x");
        Build(Today.AddYears(5));
        _site.Write("site.yml", "title: The Test\nbase_url: https://test.example/\nlanguage: en\ntime_zone: Etc/UTC\n");

        Assert.Equal(0, Build(Today).Status);
    }

    private CommandRun Build(DateTimeOffset clock, params string[] options) =>
        CommandRun.At(clock, [], CancellationToken.None, ["build", _site.Root, .. options]);
}
