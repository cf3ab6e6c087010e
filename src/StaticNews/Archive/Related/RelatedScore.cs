using System.Numerics;
using static System.FormattableString;

namespace StaticNews.Archive.Related;

/// <summary>
/// What makes two articles related, in hundredths of a point and in whole numbers, so that every machine computes the
/// same list. The proportions are those of an editor's choice: the same running story before a rare shared tag, a rare
/// tag before a few common words, and the date only between equals.
/// </summary>
internal static class RelatedScore
{
    /// <summary>Above anything that can be scored: pinned articles come first, in their order.</summary>
    public const int Pinned = 10_000_00;

    /// <summary>
    /// More than an article with a hundred shared tags can collect, so that the same section always comes first.
    /// </summary>
    public const int SameSection = 1_000_00;

    public const int SameSeries = 12_00;

    public const int SameEvent = 10_00;

    /// <summary>
    /// A word that both headlines have; at most four count, since a longer headline is not a nearer one.
    /// </summary>
    public const int HeadlineWord = 2_00;

    public const int MaxHeadlineWords = 4;

    public const int MaxHeadline = HeadlineWord * MaxHeadlineWords;

    /// <summary>
    /// For articles of the same or the next day; it falls by a quarter of a point each time the distance doubles.
    /// </summary>
    public const int MaxCloseness = 4_00;

    private const int ClosenessStep = 25;

    /// <summary>
    /// A shared tag: one point, and another for each time that it is twice as rare. Steps and not a formula, because a
    /// count that one new article shifts would reorder the lists of every article around it.
    /// </summary>
    /// <param name="count">How many of the <paramref name="window"/> articles up to this one carry the tag.</param>
    public static int SharedTag(int count, int window) =>
        1_00 * (1 + BitOperations.Log2((uint)Math.Max(1, window / Math.Max(1, count))));

    public static int Headline(int sharedWords) => Math.Min(sharedWords, MaxHeadlineWords) * HeadlineWord;

    /// <summary>Symmetrical: before and after weigh the same.</summary>
    public static int Closeness(int leftDay, int rightDay)
    {
        // No branch: this runs for every candidate of every article.
        var days = (uint)Math.Max(1, Math.Abs(leftDay - rightDay));

        // The logarithm between two powers of two is read off a straight line: exact enough, and the same on every
        // machine.
        var doublings = BitOperations.Log2(days);
        var rest = (int)(((ulong)(days - (1u << doublings)) * ClosenessStep) >> doublings);
        return Math.Max(0, MaxCloseness - (doublings * ClosenessStep) - rest);
    }
}

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
