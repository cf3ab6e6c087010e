using System.Globalization;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Sample;

/// <summary>The Meridian, as this repository ships it.</summary>
public sealed class SampleSiteTests : IDisposable
{
    private readonly TestSite _site = TestSite.CopyOfSample();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void It_builds_without_a_diagnostic()
    {
        Assert.Empty(TestSite.Codes(_site.Build()));
    }

    [Fact]
    public void No_internal_link_is_broken_and_every_file_parses_strictly()
    {
        _site.Build();

        Assert.Empty(SiteInspection.ParseErrors(_site.Output));
        Assert.Empty(SiteInspection.BrokenLinks(_site.Output, "https://meridian.example/"));
    }

    [Fact]
    public void The_second_build_writes_nothing()
    {
        var first = _site.Build();
        var second = _site.Build();

        Assert.True(first.Written > 0);
        Assert.Equal(0, second.Written);
        Assert.Equal(0, second.Removed);
        Assert.Equal(first.Pages, second.Pages);
    }

    [SlowTheory]
    [InlineData(1)]
    [InlineData(8)]
    public void Workers_and_culture_change_no_byte(int jobs)
    {
        _site.Build();
        var expected = _site.Snapshot();
        using var other = TestSite.CopyOfSample();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            other.Build(options => options with { Jobs = jobs });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(expected, other.Snapshot());
    }

    [SlowFact]
    public void Another_day_changes_no_byte()
    {
        _site.Build();
        var expected = _site.Snapshot();
        using var later = TestSite.CopyOfSample();
        later.Build(options => options with { AsOf = TestSite.Now.AddYears(30) });

        Assert.Equal(expected, later.Snapshot());
    }

    [SlowFact]
    public void A_clean_build_over_a_built_site_changes_nothing()
    {
        _site.Build();
        var expected = _site.Snapshot();
        var clean = _site.Build(options => options with { Clean = true });

        Assert.Equal(0, clean.Written);
        Assert.Equal(0, clean.Reused);
        Assert.Equal(expected, _site.Snapshot());
    }

    /// <summary>Everything that a careless call would print otherwise.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NegativeSign = "~",
        };
        culture.DateTimeFormat.DateSeparator = "~";
        culture.DateTimeFormat.TimeSeparator = "~";
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Range(1, 13).Select(month => $"m{month}")];
        return culture;
    }
}
