namespace StaticNews.Pages;

/// <summary>Where an article stands in a series or event; all -1 where it is in none.</summary>
/// <param name="Earlier">The listed part before it, or -1.</param>
/// <param name="Later">The listed part after it, or -1.</param>
internal readonly record struct TimelinePlace(int Topic, int Earlier, int Later)
{
    public static TimelinePlace None => new(-1, -1, -1);
}
