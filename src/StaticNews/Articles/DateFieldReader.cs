using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>Reads a date where front matter has one, and reports what is none.</summary>
internal sealed class DateFieldReader(FieldReader fields, ArticleDateReader dates)
{
    public ArticleDate? Read(string key)
    {
        var date = Read(key, out var fault);
        if (fault is not null)
        {
            fields.Yaml.Report(fault.Severity == Severity.Warning ? fault : fault.AsWarning(", so it is left out"));
        }

        return date;
    }

    /// <summary>The date; of one with an impossible offset, which is a warning, the day.</summary>
    /// <param name="problem">What is wrong with the date that stands here, not yet reported; null where nothing is, or where there is none.</param>
    public ArticleDate? Read(string key, out Diagnostic? problem)
    {
        problem = null;
        if (!fields.Yaml.TryText(key, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var fault = dates.Read(text.Value, out var date, out var detail);
        if (fault == DateFaultKind.None)
        {
            return date.ZoneName is { } name ? date with { ZoneName = fields.Names.Share(name) } : date;
        }

        problem = ArticleDiagnostics.DateRefused(fields.Yaml.At(text.Span), key, text.Value, fault, detail);
        return fault == DateFaultKind.NoSuchOffset ? date : null;
    }
}
