using StaticNews.Diagnostics;

namespace StaticNews.Articles.Facts;

/// <summary>Diagnostics, stored to be said again: a warning must not vanish because its source was not read a second time.</summary>
internal static class DiagnosticFacts
{
    public static void Write(FactsWriter to, IReadOnlyList<Diagnostic> diagnostics)
    {
        to.Number((ulong)diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            to.Text(diagnostic.Code);
            to.Number((ulong)diagnostic.Severity);
            to.Text(diagnostic.Message);
            to.Place(diagnostic.At);
            to.Text(diagnostic.Hint);
        }
    }

    public static IReadOnlyList<Diagnostic> Read(ref FactsScanner from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }

        var diagnostics = new Diagnostic[count];
        for (var i = 0; i < count; i++)
        {
            diagnostics[i] = new Diagnostic(from.Name(), (Severity)from.UpTo((int)Severity.Error), from.Text(), from.Place(), from.NameOrNull());
        }

        return diagnostics;
    }
}
