using StaticNews.Cli.Reporting;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Tests.Cli;

public sealed class CodeFrameTests
{
    [Theory]
    [InlineData("title: x", 1, 5, "  7 | title: x\n    | ^^^^^\n")]
    [InlineData("\ttitle: x", 2, 5, "  7 |     title: x\n    |     ^^^^^\n")]
    [InlineData("a\tb", 2, 1, "  7 | a    b\n    |  ^^^^\n")]
    [InlineData("北京: x", 5, 1, "  7 | 北京: x\n    |       ^\n")]
    [InlineData("北京: x", 1, 2, "  7 | 北京: x\n    | ^^^^\n")]
    [InlineData("", 1, 0, "  7 | \n    | ^\n")]
    [InlineData("abc", 4, 0, "  7 | abc\n    |    ^\n")]
    [InlineData("abc", 99, 5, "  7 | abc\n    |    ^\n")]
    [InlineData("a\u001b[31mb", 2, 1, "  7 | a\ufffd[31mb\n    |  ^\n")]
    [InlineData("a\u202eb", 3, 1, "  7 | a\ufffdb\n    |   ^\n")]
    public void Marks_stand_below_the_place(string line, int column, int length, string expected) =>
        Assert.Equal(expected, Frame(line, column, length));

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var line = new string('a', 5_000) + "WRONG" + new string('b', 5_000);

        var lines = Frame(line, 5_001, 5).Split('\n');

        Assert.InRange(lines[0].Length, 100, 140);
        Assert.StartsWith("  7 | …a", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("b…", lines[0], StringComparison.Ordinal);
        Assert.Equal("WRONG", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), 5));
        Assert.Equal(5, lines[1].Count(unit => unit == '^'));
    }

    [Fact]
    public void Marks_end_with_what_is_shown_of_a_long_line() =>
        Assert.All(Frame(new string('a', 9_000), 1, 9_000).Split('\n'), line => Assert.InRange(line.Length, 0, 140));

    [Theory]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    public void A_cut_splits_no_character(int before)
    {
        var line = string.Concat(Enumerable.Repeat("🎉", 200));

        var frame = Frame(line, (2 * 60) + before + 1, 1);

        Assert.DoesNotContain(frame[frame.IndexOf('…', StringComparison.Ordinal) + 1], "\udf89");
    }

    [Fact]
    public void A_message_cannot_colour_the_terminal()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        DiagnosticPrinter.Print(
            Diagnostic.Error("SN1999", SourceLocation.File("content/\u001b[2J.md"), "bad \u0007 name", "\u009b1m"),
            writer
        );

        Assert.Equal("content/\ufffd[2J.md: error SN1999: bad \ufffd name\n  hint: \ufffd1m\n", writer.ToString());
    }

    private static string Frame(string line, int column, int length)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        CodeFrame.Print(line, new SourceLocation("content/a.md", 0, length, 7, column, line), writer);
        return writer.ToString();
    }
}
