using static System.FormattableString;

namespace StaticNews.Cli.Reporting;

/// <summary>The answer to <c>build --explain-change</c> in words: a line a reason, its files below it.</summary>
internal static class ChangeSummary
{
    public static void Write(BuildReport report, TextWriter output)
    {
        foreach (var group in report.Change)
        {
            output.WriteLine(Invariant($"{group.Reason} ({group.Count:N0})"));
            foreach (var file in group.Files)
            {
                output.WriteLine($"  {DiagnosticPrinter.Printable(file)}");
            }

            if (group.Count > group.Files.Count)
            {
                output.WriteLine(Invariant($"  … and {group.Count - group.Files.Count:N0} more"));
            }
        }
    }
}
