using System.Globalization;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class OutputLedgerTests : IDisposable
{
    private readonly StorageFolder _site = new();
    private readonly StateFolder _state;

    public OutputLedgerTests() => _state = _site.OpenState();

    public void Dispose()
    {
        _state.Dispose();
        _site.Dispose();
    }

    [Fact]
    public void A_path_is_ours_until_it_is_removed()
    {
        using (var ledger = Begin())
        {
            Assert.True(ledger.IsAdopting);
            ledger.MarkOurs("a.html");
            ledger.MarkOurs("b.html");
            ledger.MarkRemoved("b.html");
            ledger.EndAdoption();
        }

        using var next = Begin();
        Assert.Equal((true, false, false), (next.IsOurs("a.html"), next.IsOurs("b.html"), next.IsAdopting));
        Assert.Equal(["a.html"], next.Leftovers().Select(file => file.Path));
        Assert.True(next.MarkProduced("a.html"));
        Assert.False(next.MarkProduced("a.html"));
        Assert.Empty(next.Leftovers());
        Assert.Null(next.KilledSince);
        Assert.Equal("The Meridian", next.SiteName);
    }

    [Fact]
    public void Cut_anywhere_it_opens_and_knows_either_all_or_that_it_does_not()
    {
        using (var ledger = Begin())
        {
            ledger.EndAdoption();
            ledger.MarkOurs("a.html");
            ledger.MarkOurs("b.html");
        }

        var whole = File.ReadAllBytes(LedgerFile);
        var text = File.ReadAllText(LedgerFile);
        var end = text.IndexOf(" b.html\n", StringComparison.Ordinal) + " b.html\n".Length;
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(LedgerFile, whole[..length]);
            var (ledger, problem) = OutputLedger.Load(_state, "0123456789abcdef");
            using (ledger)
            {
                Assert.Null(problem);
                Assert.Equal(length >= end, ledger!.IsOurs("b.html"));
                Assert.Equal(length < whole.Length, ledger.MayLackFiles);
            }
        }
    }

    [Fact]
    public void A_line_that_is_damaged_in_the_middle_makes_it_ask_again_whose_files_these_are()
    {
        using (var ledger = Begin())
        {
            ledger.EndAdoption();
            ledger.MarkOurs("a.html");
            ledger.MarkOurs("b.html");
        }

        File.WriteAllText(
            LedgerFile,
            File.ReadAllText(LedgerFile).Replace("a.html", "x.html", StringComparison.Ordinal)
        );

        using (var damaged = Begin())
        {
            Assert.Equal(
                (false, false, false, true),
                (damaged.IsOurs("a.html"), damaged.IsOurs("x.html"), damaged.IsOurs("b.html"), damaged.IsAdopting)
            );
        }

        using var still = Begin();
        Assert.True(still.IsAdopting);
    }

    [Fact]
    public void Loading_changes_nothing_on_the_disk()
    {
        var (ledger, _) = OutputLedger.Load(_state, "0123456789abcdef");
        ledger!.Dispose();
        Assert.Equal(0, new FileInfo(LedgerFile).Length);
    }

    [Fact]
    public void Dead_lines_are_dropped_when_they_are_the_greater_part()
    {
        for (var round = 0; round < 5; round++)
        {
            using var ledger = Begin();
            ledger.EndAdoption();
            ledger.MarkOurs("kept.html");
            for (var i = 0; i < 50; i++)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"p{i}.html");
                ledger.MarkOurs(path);
                ledger.MarkRemoved(path);
            }
        }

        Assert.InRange(new FileInfo(LedgerFile).Length, 1, 600);
        using var next = Begin();
        Assert.Equal(["kept.html"], next.Leftovers().Select(file => file.Path));
        Assert.False(next.IsAdopting);
        Assert.Equal("The Meridian", next.SiteName);
    }

    [Fact]
    public void On_a_disk_without_case_one_file_has_one_owner()
    {
        using var ledger = Begin();
        ledger.MarkOurs("World/a.html");
        ledger.FoldCase();
        Assert.True(ledger.IsOurs("world/A.html"));
        ledger.MarkProduced("world/a.html");
        Assert.Empty(ledger.Leftovers());
    }

    private string LedgerFile => _site.At(".staticnews/outputs/0123456789abcdef.txt");

    private OutputLedger Begin()
    {
        var (ledger, problem) = OutputLedger.Load(_state, "0123456789abcdef");
        Assert.Null(problem);
        ledger!.Begin("The Meridian", 638_000_000_000_000_000);
        return ledger;
    }
}
