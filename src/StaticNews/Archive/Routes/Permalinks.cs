using System.Globalization;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Archive.Routes;

/// <summary>
/// Writes articles' URLs by the site's pattern. A placeholder without a value (no section; the month of an article of
/// which only the year is known) is left out together with the slash or hyphen that would have joined it. Reused for
/// all articles of one build; not shared between threads.
/// </summary>
internal sealed class Permalinks(PermalinkPattern pattern)
{
    private static readonly CompositeFormat FourDigits = CompositeFormat.Parse("{0:D4}");
    private static readonly CompositeFormat TwoDigits = CompositeFormat.Parse("{0:D2}");

    private readonly string _pattern = pattern.Text;
    private readonly StringBuilder _url = new();

    /// <param name="sectionId">Id path; empty for none.</param>
    public string Of(ArticleSummary article, string sectionId)
    {
        _url.Clear();
        for (var at = 0; at < _pattern.Length; )
        {
            var close = _pattern[at] == '{' ? _pattern.IndexOf('}', at) : -1;
            if (close < 0)
            {
                AppendLiteral(_pattern[at++]);
                continue;
            }

            AppendValue(_pattern.AsSpan(at + 1, close - at - 1), article, sectionId);
            at = close + 1;
        }

        return _url.ToString();
    }

    private void AppendLiteral(char literal)
    {
        var last = _url.Length == 0 ? '\0' : _url[^1];
        if (literal is '-' or '_' && (last == '/' || last == literal))
        {
            return;
        }

        if (literal is '/' or '.' && last is '-' or '_')
        {
            _url.Length--;
            last = _url[^1];
        }

        if (literal != '/' || last != '/')
        {
            _url.Append(literal);
        }
    }

    private void AppendValue(ReadOnlySpan<char> name, ArticleSummary article, string sectionId)
    {
        var date = article.Date;
        _ = name switch
        {
            "section" => _url.Append(sectionId),
            "year" => _url.AppendFormat(CultureInfo.InvariantCulture, FourDigits, date.Year),
            "month" when date.Precision >= DatePrecision.Month => _url.AppendFormat(
                CultureInfo.InvariantCulture,
                TwoDigits,
                date.Month
            ),
            "day" when date.Precision >= DatePrecision.Day => _url.AppendFormat(
                CultureInfo.InvariantCulture,
                TwoDigits,
                date.Local.Day
            ),
            "slug" => _url.Append(article.Slug),
            "id" => _url.Append(IdOf(article)),
            _ => _url,
        };
    }

    /// <summary>An article without an id of its own has its slug in that place: every article needs a URL.</summary>
    private static string IdOf(ArticleSummary article) =>
        article.Id is { } id && Slug.Of(id) is { Length: > 0 } slug ? slug : article.Slug;
}
