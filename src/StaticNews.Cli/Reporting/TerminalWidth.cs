using Wcwidth;

namespace StaticNews.Cli.Reporting;

/// <summary>How many columns of a terminal a text takes: a Chinese character takes two, a combining accent none.</summary>
internal static class TerminalWidth
{
    /// <param name="text">One line without control characters.</param>
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => Math.Max(0, UnicodeCalculator.GetWidth(rune)));
}
