using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData(
        "build",
        "--output",
        "--base-url",
        "--clean",
        "--strict",
        "--drafts",
        "--future",
        "--as-of",
        "--jobs",
        "--explain",
        "--timings",
        "--format"
    )]
    [InlineData("render", "TEMPLATE", "--model")]
    [InlineData("related", "FILE", "--site")]
    [InlineData("new", "site", "article")]
    [InlineData("new article", "TITLE", "--section", "--date")]
    [InlineData("templates", "list", "eject")]
    [InlineData("templates list", "SITE", "--format")]
    [InlineData("templates eject", "NAME", "--site")]
    [InlineData("", "build", "render", "related", "templates", "new")]
    public void Help_names_what_a_command_takes(string command, params string[] words)
    {
        var run = CommandRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, run.Status);
        Assert.Empty(run.Error);
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+", CommandRun.Of("--version").Output);

    [Theory]
    [InlineData("buld", "there is no command 'buld'; did you mean 'build'?", "'staticnews --help'")]
    [InlineData("build a b", "'b' is an argument too many for 'build'", "'staticnews build --help'")]
    [InlineData(
        "build --ouput x",
        "there is no option '--ouput'; did you mean '--output'?",
        "'staticnews build --help'"
    )]
    [InlineData(
        "build --ouput=x",
        "there is no option '--ouput'; did you mean '--output'?",
        "'staticnews build --help'"
    )]
    [InlineData("build --cleen", "there is no option '--cleen'; did you mean '--clean'?", "'staticnews build --help'")]
    [InlineData(
        "templates eject --sit x",
        "there is no option '--sit'; did you mean '--site'?",
        "'staticnews templates eject --help'"
    )]
    [InlineData("build --jobs 0", "--jobs takes a whole number from 1 to 256", "'staticnews build --help'")]
    [InlineData("build --jobs many", "--jobs takes a whole number from 1 to 256", "'staticnews build --help'")]
    [InlineData(
        "build --as-of yesterday",
        "'yesterday' is not a date or time; write 2026-01-31",
        "'staticnews build --help'"
    )]
    [InlineData("build --as-of 9999-12-31T23:59:59-18:00", "is not a date or time", "'staticnews build --help'")]
    [InlineData("build --as-of -0001-01-01", "is not a date or time", "'staticnews build --help'")]
    [InlineData(
        "new article Snow --date soon",
        "'soon' is not a date or time; write 2026-01-31",
        "'staticnews new article --help'"
    )]
    [InlineData("build --format xml", "'xml'", "'staticnews build --help'")]
    [InlineData("new article", "TITLE", "'staticnews new article --help'")]
    [InlineData("", "Required command", "'staticnews --help'")]
    public void Wrong_usage_is_told_with_a_way_out(string arguments, string message, string wayOut)
    {
        var run = CommandRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains(wayOut, run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_behind_two_hyphens_is_no_option()
    {
        var run = CommandRun.Of("build", "--", "--ouput");

        Assert.Equal(2, run.Status);
        Assert.Equal("staticnews: there is no folder '--ouput'.\n", run.Error);
    }

    [Theory]
    [InlineData("build", "")]
    [InlineData("build", "--output", "")]
    [InlineData("build", "--explain", "")]
    [InlineData("render", "")]
    [InlineData("render", "a.sbn", "--model", "")]
    [InlineData("related", "")]
    [InlineData("related", "a.md", "--site", "")]
    [InlineData("new", "site", "")]
    [InlineData("new", "site", "a\0b")]
    public void An_empty_path_is_wrong_usage(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);

        Assert.Equal(2, run.Status);
        Assert.Contains("a path cannot be empty", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    public void A_source_date_epoch_that_is_no_time_is_not_passed_over(string epoch)
    {
        using var site = TestSite.Plain();
        var variables = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = epoch };

        var run = CommandRun.With(variables, "build", site.Root);

        Assert.Equal(2, run.Status);
        Assert.Contains($"SOURCE_DATE_EPOCH is '{epoch}'", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.With(variables, "build", site.Root, "--as-of", "2026-01-01").Status);
    }

    [Fact]
    public void Output_that_cannot_be_written_is_an_error_and_no_crash()
    {
        using var error = new StringWriter();
        using var output = new StreamWriter(new FullDisk());
        var shell = new StaticNews.Cli.Shell(
            output,
            error,
            0,
            new Dictionary<string, string>(),
            TimeProvider.System,
            CancellationToken.None
        );

        var status = StaticNews.Cli.CommandLine.Run(["--version"], shell);

        Assert.Equal(1, status);
        Assert.StartsWith("staticnews: cannot write to standard output: ", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) =>
            throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
