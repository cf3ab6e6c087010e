using StaticNews.Diagnostics;

namespace StaticNews.Cli.Reporting;

/// <summary>What a severity is called in text and JSON.</summary>
internal static class SeverityName
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
