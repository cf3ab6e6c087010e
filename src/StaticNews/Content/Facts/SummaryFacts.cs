using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Content.Facts;

/// <summary>
/// A summary as the log keeps it: every field but the path and the content's hash, which the log has beside it.
/// </summary>
internal static class SummaryFacts
{
    private const long MaxOffsetMinutes = 14 * 60;

    public static void Write(FactsWriter to, ArticleSummary article)
    {
        to.Text(article.TitleText);
        WriteDate(to, article.Date);
        WriteDateOrNull(to, article.Updated);
        to.Text(article.Section);
        to.Text(article.Slug);
        to.Text(article.Id);
        WriteTags(to, article.Tags);
        WriteAuthors(to, article.Authors);
        to.Text(article.Kicker);
        to.Text(article.LedeText);
        to.Number((ulong)article.Type);
        to.Text(article.Language);
        to.Text(article.Direction);
        to.Text(article.TranslationKey);
        WriteImage(to, article.Image);
        to.Number((ulong)article.Status);
        WriteDateOrNull(to, article.Expires);
        to.Number((ulong)article.Access);
        WriteDateOrNull(to, article.PublishedFrom);
        WriteDateOrNull(to, article.RemovedFrom);
        to.Signed(article.Priority);
        to.Text(article.Series);
        to.Text(article.Event);
        to.Flag(article.Url is not null);
        if (article.Url is { } url)
        {
            WriteReference(to, url);
        }

        WriteReferences(to, article.Related);
        WriteReferences(to, article.Aliases);
        WriteReferences(to, article.Links);
        to.Hash(article.Card);
    }

    /// <summary>The summary; worth nothing where the scanner is torn afterwards.</summary>
    public static ArticleSummary Read(ref FactsScanner from, string path, ContentHash content) =>
        new()
        {
            Path = path,
            Content = content,
            TitleText = from.Utf8(),
            Date = ReadDate(ref from),
            Updated = ReadDateOrNull(ref from),
            Section = from.Name(),
            Slug = from.Text(),
            Id = from.TextOrNull(),
            Tags = ReadTags(ref from),
            Authors = ReadAuthors(ref from),
            Kicker = from.NameOrNull(),
            LedeText = from.Utf8(),
            Type = (ArticleType)from.UpTo((int)ArticleType.Video),
            Language = from.Name(),
            Direction = from.NameOrNull(),
            TranslationKey = from.TextOrNull(),
            Image = ReadImage(ref from),
            Status = (ArticleStatus)from.UpTo((int)ArticleStatus.Withdrawn),
            Expires = ReadDateOrNull(ref from),
            Access = (ArticleAccess)
                from.UpTo((int)(ArticleAccess.Draft | ArticleAccess.Unlisted | ArticleAccess.NoIndex)),
            PublishedFrom = ReadDateOrNull(ref from),
            RemovedFrom = ReadDateOrNull(ref from),
            Priority = ReadPriority(ref from),
            Series = from.NameOrNull(),
            Event = from.NameOrNull(),
            Url = from.Flag() ? ReadReference(ref from) : null,
            Related = ReadReferences(ref from),
            Aliases = ReadReferences(ref from),
            Links = ReadReferences(ref from),
            Card = from.Hash(),
        };

    private static void WriteDate(FactsWriter to, ArticleDate date)
    {
        to.Number((ulong)date.Local.Ticks);
        to.Signed(date.Local.Offset.Ticks / TimeSpan.TicksPerMinute);
        to.Number((ulong)date.Precision);
        to.Text(date.ZoneName);
    }

    private static ArticleDate ReadDate(ref FactsScanner from)
    {
        var ticks = from.Number();
        var minutes = from.Signed();
        var precision = (DatePrecision)from.UpTo((int)DatePrecision.Second);
        var zone = from.NameOrNull();
        var utc = (decimal)ticks - (minutes * (decimal)TimeSpan.TicksPerMinute);
        if (
            minutes is < -MaxOffsetMinutes or > MaxOffsetMinutes
            || ticks > (ulong)DateTime.MaxValue.Ticks
            || utc < 0
            || utc > DateTime.MaxValue.Ticks
        )
        {
            from.Tear();
            return default;
        }

        return new ArticleDate(new DateTimeOffset((long)ticks, TimeSpan.FromMinutes(minutes)), precision, zone);
    }

    private static void WriteDateOrNull(FactsWriter to, ArticleDate? date)
    {
        to.Flag(date is not null);
        if (date is { } known)
        {
            WriteDate(to, known);
        }
    }

    private static ArticleDate? ReadDateOrNull(ref FactsScanner from) => from.Flag() ? ReadDate(ref from) : null;

    private static int ReadPriority(ref FactsScanner from)
    {
        var priority = from.Signed();
        if (priority is >= int.MinValue and <= int.MaxValue)
        {
            return (int)priority;
        }

        from.Tear();
        return 0;
    }

    private static void WriteTags(FactsWriter to, IReadOnlyList<string> tags)
    {
        to.Number((ulong)tags.Count);
        for (var i = 0; i < tags.Count; i++)
        {
            to.Text(tags[i]);
        }
    }

    private static string[] ReadTags(ref FactsScanner from)
    {
        var count = from.Count();
        var tags = count == 0 ? [] : new string[count];
        for (var i = 0; i < count; i++)
        {
            tags[i] = from.Name();
        }

        return tags;
    }

    private static void WriteAuthors(FactsWriter to, IReadOnlyList<Byline> authors)
    {
        to.Number((ulong)authors.Count);
        for (var i = 0; i < authors.Count; i++)
        {
            to.Text(authors[i].Name);
            to.Text(authors[i].Url);
            to.Text(authors[i].Role);
        }
    }

    private static Byline[] ReadAuthors(ref FactsScanner from)
    {
        var count = from.Count();
        var authors = count == 0 ? [] : new Byline[count];
        for (var i = 0; i < count; i++)
        {
            authors[i] = new Byline(from.Name(), from.NameOrNull(), from.NameOrNull());
        }

        return from.Names.Share(authors);
    }

    private static void WriteImage(FactsWriter to, ArticleImage? image)
    {
        to.Flag(image is not null);
        if (image is null)
        {
            return;
        }

        to.Text(image.SrcText);
        to.Text(image.AltText);
        to.Text(image.Caption);
        to.Text(image.Credit);
        to.Number(image.Width is { } width ? (ulong)width + 1 : 0);
        to.Number(image.Height is { } height ? (ulong)height + 1 : 0);
        to.Spot(image.At);
    }

    private static ArticleImage? ReadImage(ref FactsScanner from) =>
        !from.Flag()
            ? null
            : new ArticleImage(
                from.Utf8(),
                from.Utf8OrNull(),
                from.TextOrNull(),
                from.NameOrNull(),
                ReadPixels(ref from),
                ReadPixels(ref from),
                from.Spot()
            );

    private static int? ReadPixels(ref FactsScanner from)
    {
        var number = from.Number();
        if (number > (ulong)int.MaxValue + 1)
        {
            from.Tear();
        }

        return number is 0 or > (ulong)int.MaxValue + 1 ? null : (int)(number - 1);
    }

    public static void WriteReferences(FactsWriter to, IReadOnlyList<LinkReference> references)
    {
        to.Number((ulong)references.Count);
        for (var i = 0; i < references.Count; i++)
        {
            WriteReference(to, references[i]);
        }
    }

    private static void WriteReference(FactsWriter to, LinkReference reference)
    {
        to.Text(reference.Target);
        to.Spot(reference.At);
        to.Flag(reference.IsShortcode);
    }

    public static LinkReference[] ReadReferences(ref FactsScanner from)
    {
        var count = from.Count();
        var references = count == 0 ? [] : new LinkReference[count];
        for (var i = 0; i < count; i++)
        {
            references[i] = ReadReference(ref from);
        }

        return references;
    }

    private static LinkReference ReadReference(ref FactsScanner from) => new(from.Text(), from.Spot(), from.Flag());
}

/// <summary>
/// Diagnostics, stored to be said again: a warning must not vanish because its source was not read a second time.
/// </summary>
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
            diagnostics[i] = new Diagnostic(
                from.Name(),
                (Severity)from.UpTo((int)Severity.Error),
                from.Text(),
                from.Place(),
                from.NameOrNull()
            );
        }

        return diagnostics;
    }
}
