using NodaTime;
using NodaTime.Text;

namespace StaticNews.Cli;

/// <summary>When an article is published, as a person gives it: a day, which begins when the site's clocks say so, or an instant with its offset.</summary>
/// <param name="Day">Null where <paramref name="Instant"/> is given.</param>
/// <param name="Instant">Null where <paramref name="Day"/> is given.</param>
internal sealed record PublicationDate(LocalDate? Day, OffsetDateTime? Instant)
{
    /// <returns>Null for a text that is neither.</returns>
    public static PublicationDate? Parse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return new PublicationDate(day.Value, null);
        }

        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant ? new PublicationDate(null, instant.Value) : null;
    }

    public DateTimeOffset In(DateTimeZone zone) =>
        Day is { } day ? zone.AtStartOfDay(day).ToDateTimeOffset() : Instant!.Value.ToDateTimeOffset();
}
