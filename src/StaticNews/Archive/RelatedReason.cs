using static System.FormattableString;

namespace StaticNews.Archive;

/// <summary>One part of a score, in words.</summary>
/// <param name="Text">"tag Cold War (on 12 of the 400 articles up to it)".</param>
/// <param name="Points">Its share of the score.</param>
internal readonly record struct RelatedReason(string Text, double Points)
{
    public static RelatedReason ForPin(double points) => new("pinned by the article", points);

    /// <param name="section">Null for articles without one.</param>
    public static RelatedReason ForSection(string? section, double points) =>
        new(section is null ? "both without a section" : $"section {section}", points);

    public static RelatedReason ForTag(string tag, int count, int window, double points) =>
        new(Invariant($"tag {tag} (on {count} of the {window} articles up to this one)"), points);

    public static RelatedReason ForSeries(string series, double points) => new($"series {series}", points);

    public static RelatedReason ForEvent(string name, double points) => new($"event {name}", points);

    public static RelatedReason ForHeadline(int words, double points) =>
        new(words == 1 ? "a word of the headline" : Invariant($"{words} words of the headline"), points);

    /// <param name="days">Positive where the other article is newer.</param>
    public static RelatedReason ForDate(int days, double points)
    {
        var text = days switch
        {
            0 => "the same day",
            1 => "a day later",
            -1 => "a day earlier",
            > 0 => Invariant($"{days} days later"),
            _ => Invariant($"{-days} days earlier"),
        };
        return new RelatedReason(text, points);
    }
}
