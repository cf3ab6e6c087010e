using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Why a body is shown as plain text.</summary>
/// <param name="At">In the body, near the place where the limit was passed.</param>
internal readonly record struct BodyFault(BodyLimit Limit, int At)
{
    /// <summary>As an editor is told of it.</summary>
    public Diagnostic Told(SourceText source, TextSpan body)
    {
        var limits = BodyLimits.Of(body.Length);
        var at = source.LocationOf(new TextSpan(body.Start + Math.Clamp(At == 0 ? FirstLetter(source, body) : At, 0, body.Length), 1));
        return Limit switch
        {
            BodyLimit.Output => BodyDiagnostics.PageTooLong(at, limits.Output),
            BodyLimit.Cells => BodyDiagnostics.TooManyEmptyCells(at, limits.Cells),
            BodyLimit.References => BodyDiagnostics.TooManyReferences(at, limits.References),
            BodyLimit.Links => BodyDiagnostics.TooManyLinks(at, limits.Links),
            BodyLimit.Nesting => BodyDiagnostics.TagsNestedTooDeeply(at, HtmlNesting.OpenMax),
            BodyLimit.Elements => BodyDiagnostics.TooManyElements(at, limits.Elements),
            _ => BodyDiagnostics.TooManyMarks(at),
        };
    }

    /// <summary>Where nobody can tell more, the text begins to be wrong where it begins.</summary>
    private static int FirstLetter(SourceText source, TextSpan body) =>
        source.Text.AsSpan(body.Start, body.Length).IndexOfAnyExcept(" \t\r\n") is var first and >= 0 ? first : 0;
}
