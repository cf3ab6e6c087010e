namespace StaticNews.Benchmarks.Corpus;

/// <summary>A section of the invented paper.</summary>
/// <param name="Id">Its folder, and its id path in site.yml.</param>
/// <param name="Weight">Its share of the articles; all weights together are <see cref="Weights"/>.</param>
/// <param name="OffsetMinutes">From UTC, as its desk writes dates.</param>
internal sealed record ArchiveSection(string Id, string Title, int Weight, int OffsetMinutes)
{
    /// <summary>Those inside another follow it.</summary>
    public static IReadOnlyList<ArchiveSection> All { get; } =
    [
        new("world", "World", 12, 0),
        new("world/asia", "Asia", 9, 330),
        new("world/americas", "Americas", 7, -300),
        new("world/americas/us-news", "US News", 5, -300),
        new("politics", "Politics", 14, 0),
        new("business", "Business", 10, 0),
        new("business/markets", "Markets", 6, 60),
        new("sport", "Sport", 12, 0),
        new("sport/cricket", "Cricket", 5, 330),
        new("science", "Science", 5, 0),
        new("health", "Health", 5, 0),
        new("culture", "Culture", 7, 60),
        new("opinion", "Opinion", 3, 0),
    ];

    public static int Weights { get; } = All.Sum(section => section.Weight);

    public static int Pick(ref SeededRandom dice)
    {
        var left = dice.Below(Weights);
        var section = 0;
        while (left >= All[section].Weight)
        {
            left -= All[section].Weight;
            section++;
        }

        return section;
    }
}
