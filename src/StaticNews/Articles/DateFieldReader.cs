using StaticNews.Diagnostics;

namespace StaticNews.Articles;

/// <summary>Reads a date where front matter has one, and reports what is none.</summary>
internal sealed class DateFieldReader(FieldReader fields, ArticleDateReader dates)
{
    public ArticleDate? Read(string key)
    {
        if (!fields.Yaml.TryText(key, out var text) || text.Value.Length == 0)
        {
            return null;
        }

        var fault = dates.Read(text.Value, out var date, out var detail);
        if (fault == DateFaultKind.None)
        {
            return date.ZoneName is { } name ? date with { ZoneName = fields.Names.Share(name) } : date;
        }

        fields.Yaml.Report(ArticleDiagnostics.DateRefused(fields.Yaml.At(text.Span), key, text.Value, fault, detail));
        return fault == DateFaultKind.NoSuchOffset ? date : null;
    }
}
