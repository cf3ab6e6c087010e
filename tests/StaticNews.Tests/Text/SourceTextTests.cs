using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1, "")]
    [InlineData("ab", 2, 1, 3, "ab")]
    [InlineData("a\nb", 1, 1, 2, "a")]
    [InlineData("a\nb", 2, 2, 1, "b")]
    [InlineData("a\r\nb", 1, 1, 2, "a")]
    [InlineData("a\r\nb", 2, 1, 3, "a")]
    [InlineData("a\r\nb", 3, 2, 1, "b")]
    [InlineData("a\rb\n\nc", 5, 4, 1, "c")]
    [InlineData("a\n", 2, 2, 1, "")]
    [InlineData("a", 9, 1, 2, "a")]
    public void Finds_line_and_column_near_the_start_and_far_from_it(
        string text,
        int offset,
        int line,
        int column,
        string lineText
    )
    {
        var near = new SourceText("a.md", text).LocationOf(new TextSpan(offset, 0));
        Assert.Equal((line, column, lineText), (near.Line, near.Column, near.LineText));

        var padding = string.Concat(Enumerable.Repeat("0123456789\n", 1_000));
        var far = new SourceText("a.md", padding + text).LocationOf(new TextSpan(padding.Length + offset, 0));
        Assert.Equal((line + 1_000, column, lineText), (far.Line, far.Column, far.LineText));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Leaves_out_a_line_that_is_too_long_to_show(int length, bool isShown) =>
        Assert.Equal(
            isShown,
            new SourceText("a.md", new string('x', length) + "\n").LocationOf(new TextSpan(3, 1)).LineText is not null
        );
}
