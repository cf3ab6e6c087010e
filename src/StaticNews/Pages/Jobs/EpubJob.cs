using System.Globalization;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Epub;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A section's book of a month.</summary>
internal sealed class EpubJob(SitePlan plan, EpubVolume volume) : PageJob(OutputFile.Of(volume.Url))
{
    private readonly Catalog _catalog = plan.Catalog;

    public override ChangeReason Subject => ChangeReason.Book;

    private Edition Edition => plan.Editions.OfSection(volume.Section);

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin(Edition);
        inputs.Open(FingerprintPart.Placement);
        var title = inputs.Text("title", EpubTitles.Of(_catalog, Edition.Dates, volume));
        inputs.Section(volume.Section);
        inputs.Open(FingerprintPart.Items);
        inputs.AddCards("article", volume.Articles);
        foreach (var article in volume.Articles)
        {
            inputs.AddSource(article);
            inputs.AddFile(plan.Cards.ImageUrl(article));
            foreach (var link in _catalog.ResolvedLinks(article))
            {
                inputs.AddFile(link.Url);
            }
        }

        return inputs.Worker is not { } worker || Write(worker, Frame(title));
    }

    /// <summary>Adds one chapter after the other, so that a single body is in memory at a time.</summary>
    private bool Write(PageWorker worker, EpubBook frame)
    {
        var book = worker.Begin(frame);
        foreach (var article in volume.Articles)
        {
            if (worker.Load(article) is not { } whole)
            {
                return false;
            }

            book.Add(Article(article, whole, worker.BookBody(whole, article)));
        }

        book.Finish();
        return true;
    }

    private EpubBook Frame(string title)
    {
        var files = new Dictionary<string, string>(volume.Articles.Length, StringComparer.Ordinal);
        var languages = new SortedSet<string>(StringComparer.Ordinal);
        var modified = DateTimeOffset.MinValue;
        foreach (var article in volume.Articles)
        {
            var summary = _catalog.Articles[article];
            files.Add(_catalog.Urls[article], EpubWriter.FileOf(files.Count + 1));
            languages.Add(summary.Language);
            var changed =
                summary.Updated is { } updated && updated.UtcTicks > summary.Date.UtcTicks
                    ? updated.Local
                    : summary.Date.Local;
            modified = changed > modified ? changed : modified;
        }

        return new EpubBook
        {
            Title = title,
            Paper = plan.Config.Title,
            Publisher = plan.PageHeads.Site.Publisher,
            Language = Edition.Language.Tag,
            Languages = [.. languages],
            Url = volume.Url,
            HomeUrl =
                volume.Section < 0 ? SiteUrls.Month(volume.Year, volume.Month) : _catalog.Sections[volume.Section].Url,
            Month = string.Create(CultureInfo.InvariantCulture, $"{volume.Year:D4}-{volume.Month:D2}"),
            Modified = modified,
            Words = Edition.Offline,
            Files = files,
        };
    }

    private EpubChapter Article(int article, Article whole, string body)
    {
        var summary = _catalog.Articles[article];
        return new EpubChapter
        {
            Title = summary.Title,
            Language = summary.Language,
            Url = _catalog.Urls[article],
            Kicker = Edition.KickerOf(summary),
            Standfirst = whole.Standfirst,
            Byline = Byline(article, whole),
            Dateline = whole.Dateline,
            Date = Words(summary.Date),
            Updated = summary.Updated is { } updated ? Edition.Words.Updated.Filled(Words(updated)) : null,
            Image = whole.Image,
            ImageUrl = plan.Cards.ImageUrl(article) is ['/', ..] and var url ? url : null,
            Body = body,
            Corrections =
            [
                .. whole.Corrections.Select(entry =>
                    entry.Date is { } date ? $"{Words(date)}: {entry.Text}" : entry.Text
                ),
            ],
        };
    }

    private List<string> Byline(int article, Article whole)
    {
        var names = plan.Cards.AuthorNames(article);
        var byline = new List<string>(names.Length + 1);
        for (var i = 0; i < names.Length; i++)
        {
            byline.Add(_catalog.Articles[article].Authors[i].Role is { } role ? $"{names[i]} ({role})" : names[i]);
        }

        if (whole.Desk is { } desk)
        {
            byline.Add(desk);
        }

        byline.AddRange(whole.Agencies);
        return byline;
    }

    private string Words(ArticleDate date) => Edition.Dates.Model(date).Full;
}

/// <summary>What books are called, and the links that lead to them.</summary>
internal static class EpubTitles
{
    /// <summary>
    /// "World, November 2014"; the first part has no number, for it must not change when they
    /// come.
    /// </summary>
    public static string Of(Catalog catalog, DateFormatter dates, EpubVolume volume)
    {
        var month = dates.MonthAndYear(volume.Year, volume.Month);
        var title = volume.Section < 0 ? month : $"{catalog.Sections[volume.Section].Title}, {month}";
        return volume.Part == 1 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({volume.Part})");
    }

    public static LinkModel Link(Catalog catalog, DateFormatter dates, EpubVolume volume) =>
        new(Of(catalog, dates, volume), catalog.Config.BaseUrl.Href(volume.Url));
}
