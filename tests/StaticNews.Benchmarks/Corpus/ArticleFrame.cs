using System.Globalization;
using System.Text;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// What other articles may know of an article, and all that a link to it takes to make: the rest of it is not composed
/// for that.
/// </summary>
/// <param name="Section">Index in <see cref="ArchiveSection.All"/>.</param>
/// <param name="Path">Below content/: <c>world/asia/2014/05/some-headline-1a2b.md</c>.</param>
internal sealed record ArticleFrame(int Section, DateTimeOffset Date, string Title, string Path)
{
    private const int FirstYear = 2005;
    private const int Years = 20;
    private const int SlugMaxWords = 7;

    private static readonly string[] ForeignWords =
    [
        "Übergang",
        "Œuvre",
        "Žižkov",
        "Новости",
        "Ειδήσεις",
        "新聞",
        "समाचार",
        "أخبار",
    ];

    /// <param name="date">Null: its own, by its number.</param>
    public static ArticleFrame Of(GeneratedNewspaper paper, int seed, int number, DateTimeOffset? date)
    {
        var dice = SeededRandom.For(seed, number, RandomPurpose.Frame);
        var section = ArchiveSection.Pick(ref dice);
        var published = date ?? DateOf(ArchiveSection.All[section], ref dice);
        var words = Headline(paper.Words, ref dice);
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{ArchiveSection.All[section].Id}/{published.Year:0000}/{published.Month:00}/{Slug(words)}-{number:x}.md"
        );
        return new ArticleFrame(section, published, Punctuate(words, ref dice), path);
    }

    /// <summary>Papers print more every year: half of the articles evenly, half towards the end.</summary>
    private static DateTimeOffset DateOf(ArchiveSection section, ref SeededRandom dice)
    {
        var share = dice.Share();
        var other = dice.Share();
        share = dice.Chance(500) ? Math.Max(share, other) : share;
        var start = new DateTimeOffset(FirstYear, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(section.OffsetMinutes));
        var days = (start.AddYears(Years) - start).Days;
        return start.AddSeconds((long)(share * days * 86_400));
    }

    private static string[] Headline(Vocabulary lexicon, ref SeededRandom dice)
    {
        var words = new string[dice.Between(5, 11)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = lexicon.Pick(ref dice);
        }

        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        if (dice.Chance(30))
        {
            words[dice.Between(1, words.Length - 1)] = ForeignWords[dice.Below(ForeignWords.Length)];
        }

        return words;
    }

    private static string Punctuate(string[] words, ref SeededRandom dice)
    {
        var title = string.Join(' ', words);
        return dice.Below(100) switch
        {
            < 4 => $"{words[0]} \"{words[1]}\": {string.Join(' ', words[2..])}",
            < 7 => $"{title}?",
            < 9 => $"{words[0]} & {string.Join(' ', words[1..])}",
            < 11 => $"‘{words[0]} {words[1]}’ – {string.Join(' ', words[2..])}",
            _ => title,
        };
    }

    /// <summary>Words of other scripts are left out, as cautious editors do; the number keeps paths apart.</summary>
    private static string Slug(string[] words)
    {
        var slug = new StringBuilder();
        foreach (var word in words.AsSpan(0, Math.Min(words.Length, SlugMaxWords)))
        {
            if (word.All(char.IsAsciiLetter))
            {
                slug.Append(slug.Length == 0 ? "" : "-").Append(word.ToLowerInvariant());
            }
        }

        return slug.Length == 0 ? "article" : slug.ToString();
    }
}
