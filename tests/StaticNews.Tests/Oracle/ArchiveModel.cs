using System.Globalization;

namespace StaticNews.Tests.Oracle;

/// <summary>All sources of an invented site, in memory. The same seed and the same edits give the same files.</summary>
internal sealed class ArchiveModel
{
    public static readonly string[] Folders =
    [
        "world",
        "world/us-news",
        "world/asia",
        "world/asia/japan",
        "science",
        "local",
    ];

    private static readonly DateTime Start = new(2013, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly Random _random;
    private readonly SortedDictionary<int, ModelArticle> _stories = [];
    private int _next;

    public ArchiveModel(int seed, int stories)
    {
        _random = new Random(seed);
        Others["templates/style.css"] = "body { margin: 0 }\n";
        Others["content/_assets/map.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";
        Others["content/_pages/about.md"] = "---\ntitle: About\n---\n\nWho we are.\n";
        Others["content/_authors/author-1.md"] = "---\ntitle: Author 1\n---\n\nHas written from the beginning.\n";
        Others["content/_tags/topic-2.md"] =
            "---\ntitle: Topic 2\nsynonyms: [Second topic]\n---\n\nThe second topic.\n";
        Others["content/world/_index.md"] = "---\ntitle: World\nsummary: All of it.\n---\n\nFrom everywhere.\n";
        foreach (var folder in Folders)
        {
            Others[$"content/{folder}/photo.svg"] = Photo(folder, 400);
        }

        for (var i = 0; i < stories; i++)
        {
            Add(Start.AddDays(i * 2));
        }
    }

    public OracleSiteYml Site { get; set; } = new();

    /// <summary>Sources that are neither articles nor site.yml, by their path below the site's folder.</summary>
    public SortedDictionary<string, string> Others { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that get a new time though nothing is written into them; emptied by who has done it.</summary>
    public List<string> Touched { get; } = [];

    public IEnumerable<ModelArticle> Stories => _stories.Values;

    public ModelArticle this[int number]
    {
        get => _stories[number];
        set => _stories[number] = value;
    }

    /// <summary>Every file of the site, by its path below the site's folder.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files()
    {
        yield return KeyValuePair.Create("site.yml", Site.Text());
        foreach (var other in Others)
        {
            yield return other;
        }

        foreach (var story in _stories.Values)
        {
            yield return KeyValuePair.Create(story.Path, story.Text(Linkable(story.LinksTo), Linkable(story.Pinned)));
        }
    }

    public ModelArticle Add(DateTime date)
    {
        var number = _next++;
        var story = new ModelArticle(
            number,
            AnyFolder(),
            Name(number),
            $"Report {number} about {Word()} and {Word()}",
            date
        )
        {
            Tags = SomeTags(),
            Authors = SomeAuthors(),
            Summary = OneIn(3) ? $"In short, {Word()}." : null,
            Series = OneIn(8) ? $"Series {Roll(3)}" : null,
            Event = OneIn(12) ? $"Event {Roll(2)}" : null,
            Alias = OneIn(12) ? $"/old/{number}.html" : null,
            Picture = OneIn(10) ? "photo.svg" : null,
            LinksTo = OneIn(4) && number > 0 ? Roll(number) : null,
            Pinned = OneIn(12) && number > 0 ? Roll(number) : null,
            Corrections = OneIn(12) ? [$"It was {Word()}."] : [],
            ArticleFault = OneIn(40) ? ArticleFault.UnknownKey : ArticleFault.None,
        };
        return _stories[number] = story;
    }

    public void Remove(ModelArticle story) => _stories.Remove(story.Number);

    public ModelArticle AnyStory() => _stories.Values.ElementAt(Roll(_stories.Count));

    public int Roll(int sides) => _random.Next(sides);

    public bool OneIn(int sides) => _random.Next(sides) == 0;

    public T AnyOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public string AnyFolder() => AnyOf(Folders);

    public string Word() => $"word{Roll(80)}";

    /// <summary>Mostly old; sometimes after some of the days that the oracle builds for.</summary>
    public DateTime AnyDate() =>
        OneIn(6)
            ? new DateTime(2025, 1 + Roll(12), 1 + Roll(28), 12, 0, 0, DateTimeKind.Utc)
            : Start.AddDays(Roll(450)).AddMinutes(Roll(600));

    // 'topic 3' and 'Topic 3' are one page and one warning: now and then somebody writes it so.
    public string[] SomeTags() =>
        [
            .. Enumerable
                .Range(0, Roll(4))
                .Select(_ => OneIn(60) ? $"topic {Roll(10)}" : $"Topic {Roll(10)}")
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public string[] SomeAuthors() =>
        [.. Enumerable.Range(0, Roll(3)).Select(_ => $"Author {Roll(5)}").Distinct(StringComparer.Ordinal)];

    /// <summary>A picture whose size pages show.</summary>
    public static string Photo(string title, int width) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" "
                + $"height=\"300\"><title>{title}</title><rect width=\"{width}\" height=\"300\" "
                + $"fill=\"#{width:x6}\"/></svg>\n"
        );

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"report-{number:000}");

    private ModelArticle? Linkable(int? number) =>
        number is { } known && _stories.TryGetValue(known, out var story) && story.IsLinkable ? story : null;
}
