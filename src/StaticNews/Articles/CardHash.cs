using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// The hash of everything that a list, a related entry or a feed's head on another page shows of an article: headline, date, URL (section, slug,
/// id), label, lede, type, language, bylines, picture, and whether it is listed. Tags and links are not shown there.
/// </summary>
internal static class CardHash
{
    public static ContentHash Of(ArticleSummary article, FingerprintBuilder fingerprint)
    {
        fingerprint.Add(article.Title).Add(article.Section).Add(article.Slug).Add(article.Id);
        fingerprint.Add(article.Kicker).Add(article.Lede).Add((long)article.Type).Add(article.Language).Add(article.Direction).Add((long)article.Status);
        AddDate(article.Date, fingerprint);
        fingerprint.Add(article.Authors.Count);
        for (var i = 0; i < article.Authors.Count; i++)
        {
            var author = article.Authors[i];
            fingerprint.Add(author.Name).Add(author.Url).Add(author.Role);
        }

        fingerprint.Add(article.Image is not null);
        if (article.Image is { } image)
        {
            fingerprint.Add(image.Src).Add(image.Alt).Add(image.Width ?? 0).Add(image.Height ?? 0);
        }

        return fingerprint.Finish();
    }

    private static void AddDate(ArticleDate date, FingerprintBuilder fingerprint) =>
        fingerprint.Add(date.UtcTicks).Add(date.Local.Offset.Ticks).Add((long)date.Precision).Add(date.ZoneName);
}
