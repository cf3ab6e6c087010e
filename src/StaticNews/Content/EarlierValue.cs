using StaticNews.Configuration;

namespace StaticNews.Content;

/// <summary>
/// Of a key that stands twice with a last value that cannot be used, the value before it counts, as if the last one
/// were not there. Lists are <see cref="JoinedLists"/>' matter.
/// </summary>
internal static class EarlierValue
{
    /// <summary>Puts the value back that the key had before; false where the last one counts.</summary>
    /// <param name="isReported">Whether something was wrong with the last value.</param>
    public static bool Restore(FrontMatterKey known, FrontMatter before, bool isReported, FrontMatter into)
    {
        if (known == FrontMatterKey.Status)
        {
            into.Status = (ArticleStatus)Math.Max((int)before.Status, (int)into.Status);
            return false;
        }

        if (known == FrontMatterKey.Date)
        {
            return into.DateFault is not null && before.Date is not null;
        }

        if (!isReported || ValueOf(known, into) is not null || ValueOf(known, before) is null)
        {
            return false;
        }

        Restore(known, before, into);
        return true;
    }

    /// <summary>Null: none, or a key whose values are not compared here.</summary>
    private static object? ValueOf(FrontMatterKey known, FrontMatter fields) =>
        known switch
        {
            FrontMatterKey.Title => fields.Title,
            FrontMatterKey.Updated => fields.Updated,
            FrontMatterKey.Slug => fields.Slug,
            FrontMatterKey.Url => fields.Url,
            FrontMatterKey.Section => fields.Section,
            FrontMatterKey.Dateline => fields.Dateline,
            FrontMatterKey.Desk => fields.Desk,
            FrontMatterKey.Kicker => fields.Kicker,
            FrontMatterKey.Summary => fields.Summary,
            FrontMatterKey.Type => fields.Type == default ? null : fields.Type,
            FrontMatterKey.Image => fields.Image,
            FrontMatterKey.Lang => fields.Language,
            FrontMatterKey.Dir => fields.Direction,
            FrontMatterKey.TranslationKey => fields.TranslationKey,
            FrontMatterKey.SourceUrl => fields.SourceUrl,
            FrontMatterKey.Captured => fields.Captured,
            FrontMatterKey.License => fields.License,
            FrontMatterKey.StatusReason => fields.StatusReason,
            FrontMatterKey.Priority => fields.Priority == 0 ? null : fields.Priority,
            FrontMatterKey.Series => fields.Series,
            FrontMatterKey.Event => fields.Event,
            FrontMatterKey.Id => fields.Id,
            _ => null,
        };

    private static void Restore(FrontMatterKey known, FrontMatter before, FrontMatter into)
    {
        switch (known)
        {
            case FrontMatterKey.Title:
                (into.Title, into.TitleSource, into.TitleSpan) = (before.Title, before.TitleSource, before.TitleSpan);
                break;
            case FrontMatterKey.Updated:
                into.Updated = before.Updated;
                (into.UpdatedSource, into.UpdatedSpan) = (before.UpdatedSource, before.UpdatedSpan);
                break;
            case FrontMatterKey.StatusReason:
                into.StatusReason = before.StatusReason;
                (into.StatusReasonSource, into.StatusReasonSpan) = (before.StatusReasonSource, before.StatusReasonSpan);
                break;
            case FrontMatterKey.Slug:
                into.Slug = before.Slug;
                break;
            case FrontMatterKey.Url:
                into.Url = before.Url;
                break;
            case FrontMatterKey.Section:
                into.Section = before.Section;
                break;
            case FrontMatterKey.Dateline:
                into.Dateline = before.Dateline;
                break;
            case FrontMatterKey.Desk:
                into.Desk = before.Desk;
                break;
            case FrontMatterKey.Kicker:
                into.Kicker = before.Kicker;
                break;
            case FrontMatterKey.Summary:
                into.Summary = before.Summary;
                break;
            case FrontMatterKey.Type:
                into.Type = before.Type;
                break;
            case FrontMatterKey.Image:
                into.Image = before.Image;
                break;
            case FrontMatterKey.Lang:
                into.Language = before.Language;
                break;
            case FrontMatterKey.Dir:
                into.Direction = before.Direction;
                break;
            case FrontMatterKey.TranslationKey:
                into.TranslationKey = before.TranslationKey;
                break;
            case FrontMatterKey.SourceUrl:
                into.SourceUrl = before.SourceUrl;
                break;
            case FrontMatterKey.Captured:
                into.Captured = before.Captured;
                break;
            case FrontMatterKey.License:
                into.License = before.License;
                break;
            case FrontMatterKey.Priority:
                into.Priority = before.Priority;
                break;
            case FrontMatterKey.Series:
                into.Series = before.Series;
                break;
            case FrontMatterKey.Event:
                into.Event = before.Event;
                break;
            default:
                into.Id = before.Id;
                break;
        }
    }
}
