using System.Globalization;

namespace StaticNews.Tests.Building;

/// <summary>An archive of invented articles: the same seed gives the same files.</summary>
internal sealed class GeneratedArchive(int seed)
{
    private readonly Random _random = new(seed);
    private readonly SortedDictionary<int, Draft> _drafts = [];
    private int _next;

    public IReadOnlyCollection<int> Numbers => _drafts.Keys;

    public static string Config(int pagerSize) =>
        $$"""
            title: The Generated Times
            base_url: https://generated.example/
            language: en
            time_zone: Etc/UTC
            sections: [ {{string.Join(
                ", ",
                Enumerable.Range(0, 8).Select(i => $"{{ id: s{i}, title: Section {i} }}")
            )}} ]
            pager: { size: {{pagerSize}} }
            tags: { minimum: 2 }
            """;

    /// <param name="date">When it was published, UTC.</param>
    public int Add(DateTime date)
    {
        var number = _next++;
        _drafts[number] = new Draft(
            date,
            $"s{_random.Next(8)}",
            $"Report {number} about {Word()} and {Word()}",
            Tags(),
            $"Author {_random.Next(12)}",
            _random.Next(6) == 0 ? $"Series {_random.Next(4)}" : null,
            _random.Next(5) == 0 && number > 0 ? _random.Next(number) : null
        );
        return number;
    }

    public Draft this[int number]
    {
        get => _drafts[number];
        set => _drafts[number] = value;
    }

    public void Remove(int number) => _drafts.Remove(number);

    public string[] Tags() =>
        [
            .. Enumerable
                .Range(0, 1 + _random.Next(3))
                .Select(_ => $"Topic {_random.Next(40)}")
                .Distinct(StringComparer.Ordinal),
        ];

    public int AnyNumber() => _drafts.Keys.ElementAt(_random.Next(_drafts.Count));

    public int Roll(int sides) => _random.Next(sides);

    public string Word() => $"word{_random.Next(200)}";

    public static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"content/news/report-{number:0000}.md");

    public string TextOf(int number)
    {
        var draft = _drafts[number];
        var link =
            draft.LinksTo is { } target && _drafts.ContainsKey(target)
                ? $"\n\nSee [the earlier report](/news/report-{target:0000}.md)."
                : "";
        return $"""
            ---
            title: {draft.Title}
            date: {draft.Date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}
            section: {draft.Section}
            tags: [{string.Join(", ", draft.Tags)}]
            authors: [{draft.Author}]
            {(draft.Series is null ? "" : $"series: {draft.Series}\n")}status: {draft.Status}
            ---

            First paragraph of report {number}.

            Second paragraph.{link}

            {draft.LastParagraph}

            """;
    }

    public void WriteTo(TestSite site)
    {
        foreach (var number in _drafts.Keys)
        {
            site.Write(PathOf(number), TextOf(number));
        }
    }

    internal sealed record Draft(
        DateTime Date,
        string Section,
        string Title,
        string[] Tags,
        string Author,
        string? Series,
        int? LinksTo
    )
    {
        public string Status { get; init; } = "published";

        public string LastParagraph { get; init; } = "Last paragraph.";
    }
}
