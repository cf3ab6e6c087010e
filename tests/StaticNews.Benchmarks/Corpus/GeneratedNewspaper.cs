namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// What all articles of one seed share: the words, topics, writers and running stories of one invented newspaper.
/// Immutable.
/// </summary>
internal sealed class GeneratedNewspaper
{
    private const int TagCount = 2_600;
    private const int AuthorCount = 320;
    private const int SeriesCount = 500;

    private static readonly string[] TagEndings =
    [
        "Talks",
        "Inquiry",
        "Elections",
        "Summit",
        "Floods",
        "Trial",
        "Strike",
        "Railway",
        "Treaty",
        "Cup",
    ];
    private static readonly string[] ForeignTags =
    [
        "Düsseldorf",
        "São Tomé",
        "Łódź",
        "Türkiye",
        "Москва",
        "Αθήνα",
        "東京",
        "서울",
        "मुंबई",
        "بيروت",
    ];
    private static readonly string[] FirstNames =
    [
        "Ada",
        "Bela",
        "Carmen",
        "Dmitri",
        "Elif",
        "Femi",
        "Gül",
        "Hanna",
        "Ivo",
        "Jorge",
        "Kemal",
        "Lucía",
        "Maya",
        "Nils",
        "Orla",
        "Paulo",
        "Quentin",
        "Rosa",
        "Sunil",
        "Tove",
    ];

    private readonly string[] _tags;
    private readonly string[] _authors;
    private readonly string[] _series;
    private readonly RankTable _tagRanks = new(TagCount, flatness: 4);
    private readonly RankTable _sectionTagRanks = new(TagCount / ArchiveSection.All.Count, flatness: 3);
    private readonly RankTable _authorRanks = new(AuthorCount, flatness: 10);

    public GeneratedNewspaper(int seed)
    {
        var dice = SeededRandom.For(seed, 0, RandomPurpose.World);
        Words = new Vocabulary(ref dice);
        var known = new HashSet<string>(StringComparer.Ordinal);
        _tags = Tags(ref dice, known);
        _authors = Authors(ref dice, known);
        _series = Series(ref dice, known);
    }

    public Vocabulary Words { get; }

    public string TagName(int tag) => _tags[tag];

    /// <summary>Most articles use what their section writes of every day; the rest anything.</summary>
    public int PickTag(int section, ref SeededRandom dice)
    {
        var sections = ArchiveSection.All.Count;
        return dice.Chance(700) ? (_sectionTagRanks.Pick(ref dice) * sections) + section : _tagRanks.Pick(ref dice);
    }

    public string PickAuthor(ref SeededRandom dice) => _authors[_authorRanks.Pick(ref dice)];

    public string PickSeries(ref SeededRandom dice) => _series[dice.Below(SeriesCount)];

    private static string[] Tags(ref SeededRandom dice, HashSet<string> known)
    {
        var tags = new string[TagCount];
        for (var i = 0; i < TagCount; i++)
        {
            tags[i] = i % 260 == 130 ? ForeignTags[i / 260] : Tag(ref dice, known);
        }

        return tags;
    }

    private static string Tag(ref SeededRandom dice, HashSet<string> known)
    {
        var first = Capital(Vocabulary.Invent(ref dice, known));
        return dice.Below(10) switch
        {
            < 4 => first,
            < 7 => $"{first} {Capital(Vocabulary.Invent(ref dice, known))}",
            < 9 => $"{first} {TagEndings[dice.Below(TagEndings.Length)]}",
            _ => $"{FirstNames[dice.Below(FirstNames.Length)]} {first}",
        };
    }

    private static string[] Authors(ref SeededRandom dice, HashSet<string> known)
    {
        var authors = new string[AuthorCount];
        for (var i = 0; i < AuthorCount; i++)
        {
            authors[i] = $"{FirstNames[dice.Below(FirstNames.Length)]} {Capital(Vocabulary.Invent(ref dice, known))}";
        }

        return authors;
    }

    private static string[] Series(ref SeededRandom dice, HashSet<string> known)
    {
        var series = new string[SeriesCount];
        for (var i = 0; i < SeriesCount; i++)
        {
            series[i] = $"The {Capital(Vocabulary.Invent(ref dice, known))} Papers";
        }

        return series;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
