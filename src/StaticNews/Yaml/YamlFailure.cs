using YamlDotNet.Core;

namespace StaticNews.Yaml;

/// <summary>An exception of the library, with its place in the whole source.</summary>
internal sealed record YamlFailure(YamlFailureKind Kind, int Start, int End)
{
    /// <param name="at">Where the library had got to, for exceptions that name no place.</param>
    public static YamlFailure Of(Exception thrown, YamlInput input, Mark at)
    {
        var kind = thrown switch
        {
            SyntaxErrorException => YamlFailureKind.Syntax,
            SemanticErrorException => YamlFailureKind.Semantic,
            _ => YamlFailureKind.Other,
        };
        var isPlaced = thrown is YamlException { End.Index: > 0 } or SemanticErrorException;
        var (start, end) = isPlaced && thrown is YamlException broken ? (broken.Start, broken.End) : (at, at);
        var offset = input.SourceOffset(start.Index);
        return new YamlFailure(kind, offset, Math.Max(offset, input.SourceOffset(end.Index)));
    }
}

/// <summary>
/// Which of its rules the library says was broken, as far as the type of its exception tells. Its sentences are no
/// interface.
/// </summary>
internal enum YamlFailureKind
{
    /// <summary>A token cannot be read.</summary>
    Syntax,

    /// <summary>A token stands where none of its kind may.</summary>
    Semantic,

    /// <summary>An exception that is not the library's own, which says nothing but where it was.</summary>
    Other,
}
