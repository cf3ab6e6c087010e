using StaticNews.Diagnostics;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Tests.Diagnostics;

/// <summary>
/// The form of every diagnostic, which the common helpers of the tests check: a message begins with a small letter, a hint
/// with a capital one, and neither ends with a full stop.
/// </summary>
internal static class MessageStyle
{
    public static void Check(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Check(diagnostic.Code, diagnostic.Message, diagnostic.Hint);
        }
    }

    public static void Check(IEnumerable<TemplateError> errors)
    {
        foreach (var error in errors)
        {
            Check(error.Code, error.Message, error.Hint);
        }
    }

    private static void Check(string code, string message, string? hint)
    {
        Assert.True(message.Length > 0 && !BeginsWithCapitalizedWord(message), $"{code} begins '{message}'");
        Assert.False(message.EndsWith('.'), $"{code} has a full stop: '{message}'");
        if (hint is not null)
        {
            Assert.True(hint.Length > 0 && char.IsUpper(hint[0]), $"{code} has a hint that begins '{hint}'");
            Assert.False(hint.EndsWith('.'), $"{code} has a hint with a full stop: '{hint}'");
        }
    }

    /// <summary>An abbreviation such as "JSON" and a name such as "StaticNews" are allowed.</summary>
    private static bool BeginsWithCapitalizedWord(string message)
    {
        var word = message.AsSpan(0, message.AsSpan().IndexOf(' ') is var space and > 0 ? space : message.Length);
        return char.IsUpper(word[0]) && !word[1..].ContainsAnyInRange('A', 'Z');
    }
}
