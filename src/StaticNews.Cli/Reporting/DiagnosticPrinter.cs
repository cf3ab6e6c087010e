using System.Globalization;
using StaticNews.Diagnostics;

namespace StaticNews.Cli.Reporting;

/// <summary>Prints diagnostics as compilers do, so that editors can jump to them.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>More than an editor reads at once; the rest is counted.</summary>
    private const int ShownAtMost = 50;

    /// <summary>Errors first: four of them must not drown in a thousand warnings about pictures that an old archive has lost.</summary>
    /// <param name="diagnostics">By path, offset and code; that order is kept among errors and among warnings.</param>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter writer)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(ShownAtMost))
        {
            Print(diagnostic, writer);
        }

        if (diagnostics.Count > ShownAtMost)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {diagnostics.Count - ShownAtMost:N0} more; --format json lists all."));
        }
    }

    public static void Print(Diagnostic diagnostic, TextWriter writer)
    {
        var at = diagnostic.At;
        var place = PlaceOf(diagnostic);
        var severity = SeverityName.Of(diagnostic.Severity);
        writer.WriteLine($"{Printable(place)}: {severity} {diagnostic.Code}: {Printable(diagnostic.Message)}");
        if (at is { Line: > 0, LineText: { } line })
        {
            CodeFrame.Print(line, at, writer);
        }

        if (diagnostic.Hint is { } hint)
        {
            writer.WriteLine($"  hint: {Printable(hint)}");
        }
    }

    public static string PlaceOf(Diagnostic diagnostic) => diagnostic.At is { Line: > 0 } at
        ? string.Create(CultureInfo.InvariantCulture, $"{at.Path}:{at.Line}:{at.Column}")
        : diagnostic.At.Path;

    /// <summary>What an article contains must not move the reader's cursor, colour the terminal or turn the direction of a line.</summary>
    internal static string Printable(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(unit => IsUnsafe(unit) ? '\ufffd' : unit)) : text;

    // The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9) make a line read otherwise than it is.
    private static bool IsUnsafe(char unit) => char.IsControl(unit) || unit is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
