using StaticNews.Timing;

namespace StaticNews.Tests.Timing;

public sealed class WorkTimerTests
{
    [Fact]
    public void The_ten_slowest_of_many_are_kept_whoever_met_them()
    {
        var (one, other) = (new SlowestPages(), new SlowestPages());
        for (var i = 0; i < 1000; i++)
        {
            var article = new ArticleTime(
                $"{i}.md",
                TimeSpan.FromMilliseconds(i * 389 % 1000),
                default,
                default,
                default
            );
            (i % 3 == 0 ? one : other).Add(article);
        }

        one.AddAll(other);

        Assert.Equal(
            Enumerable.Range(990, 10).Reverse(),
            one.ToArray().Select(article => (int)article.Total.TotalMilliseconds)
        );
    }

    [Fact]
    public void A_template_adds_up_and_keeps_its_slowest_page()
    {
        var slow = new TemplateTime(
            "tag.sbn-html",
            1,
            TimeSpan.FromMilliseconds(9),
            TimeSpan.FromMilliseconds(9),
            "slow.html"
        );
        var fast = slow with
        {
            Pages = 2,
            Total = TimeSpan.FromMilliseconds(2),
            Slowest = TimeSpan.FromMilliseconds(1),
            SlowestPage = "fast.html",
        };
        var both = slow with { Pages = 3, Total = TimeSpan.FromMilliseconds(11) };

        Assert.Equal(both, slow.With(fast));
        Assert.Equal(both, fast.With(slow));
    }

    [Fact]
    public void A_lap_goes_to_the_work_that_it_names_and_workers_add_up()
    {
        var (one, other) = (new WorkTimer(), new WorkTimer());
        Page(one, "a.html", "a.md");
        Page(other, "b.html", source: null);

        one.AddAll(other);

        Assert.Equal([Work.Bodies, Work.Templates], one.WorkTimes().Select(time => time.Work));
        Assert.All(one.WorkTimes(), time => Assert.True(time.Worker >= TimeSpan.FromMilliseconds(4)));
        Assert.Equal(2, Assert.Single(one.Templates()).Pages);
        var article = Assert.Single(one.SlowestArticles());
        Assert.Equal("a.md", article.Source);
        Assert.Equal(article.Total, article.Body + article.Template);
    }

    [Fact]
    public void What_passes_between_two_pages_is_nobodys()
    {
        var timer = new WorkTimer();
        timer.Begin();
        Thread.Sleep(200);
        timer.Begin();
        timer.Lap(Work.Keys);

        Assert.All(timer.WorkTimes(), time => Assert.True(time.Worker < TimeSpan.FromMilliseconds(200)));
    }

    private static void Page(WorkTimer timer, string path, string? source)
    {
        timer.Begin();
        Thread.Sleep(2);
        timer.Lap(Work.Bodies);
        Thread.Sleep(2);
        timer.LapTemplate("page.sbn-html");
        timer.Finish(path, source);
    }
}
