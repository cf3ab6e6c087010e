using StaticNews.Building;
using StaticNews.Cli;
using StaticNews.Cli.Reporting;

namespace StaticNews.Tests.Cli;

/// <summary>The progress line and the tables on a terminal.</summary>
public sealed class TerminalOutputTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void The_progress_line_is_cut_to_the_terminal_and_cleared_at_the_end()
    {
        using (var progress = new ProgressLine(ShellOf(columns: 20)))
        {
            Report(progress, 1_000);
        }

        Assert.Matches(@"^\r1,000 of 5,000 page\r {19}\r$", _error.ToString());
    }

    [Fact]
    public void A_shorter_progress_line_covers_the_longer_one_before_it()
    {
        using var progress = new ProgressLine(ShellOf(columns: 200));
        Report(progress, 1_000);
        progress.Report(new BuildProgress(BuildStage.Load, 1, 2));
        Thread.Sleep(200);
        progress.Report(new BuildProgress(BuildStage.Load, 2, 2));

        var lines = _error.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("2 of 2 files, ", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[0].Length, lines[1].Length);
    }

    [Fact]
    public void Without_a_terminal_there_is_no_progress_line()
    {
        using (var progress = new ProgressLine(ShellOf(columns: 0)))
        {
            Report(progress, 1_000);
        }

        Assert.Equal("", _error.ToString());
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U00020000", 2)]
    [InlineData("", 0)]
    public void A_text_takes_the_columns_that_a_terminal_gives_it(string text, int columns) =>
        Assert.Equal(columns, TerminalWidth.Of(text));

    [Theory]
    [InlineData("abcdef", 3, "abc", "def")]
    [InlineData("日本語", 3, "日", "語")]
    [InlineData("a\U0001F600b", 2, "a", "b")]
    [InlineData("e\u0301e\u0301", 1, "e\u0301", "e\u0301")]
    [InlineData("ab", 5, "ab", "ab")]
    public void A_text_is_cut_between_characters(string text, int columns, string beginning, string end)
    {
        Assert.Equal(beginning, TerminalWidth.Fitting(text, columns));
        Assert.Equal(end, TerminalWidth.FittingEnd(text, columns));
    }

    [Fact]
    public void Columns_of_a_table_line_up_below_wide_characters()
    {
        using var output = new StringWriter();
        TextTable.Write(
            "<><",
            [
                ["name", "n", "use"],
                ["日本語.md", "12", "x"],
            ],
            output
        );

        Assert.Equal($"name        n  use{output.NewLine}日本語.md  12  x{output.NewLine}", output.ToString());
    }

    /// <summary>A line is shown once a stage has lasted for a tenth of a second.</summary>
    private static void Report(ProgressLine progress, int done)
    {
        progress.Report(new BuildProgress(BuildStage.Publish, 1, 5_000));
        Thread.Sleep(200);
        progress.Report(new BuildProgress(BuildStage.Publish, done, 5_000));
    }

    private Shell ShellOf(int columns) =>
        new(
            TextWriter.Null,
            _error,
            columns,
            new Dictionary<string, string>(),
            TimeProvider.System,
            CancellationToken.None
        );
}
