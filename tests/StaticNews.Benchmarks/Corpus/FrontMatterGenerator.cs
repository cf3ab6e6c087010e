using System.Globalization;
using System.Text;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>Writes the front matter of one article, with the keys as often as real archives have them.</summary>
internal sealed class FrontMatterGenerator(GeneratedNewspaper paper, ArticleFrame frame, StringBuilder text)
{
    private const string DateFormat = "yyyy-MM-ddTHH:mm:sszzz";

    private static readonly string[] Places = ["LONDON", "DELHI", "OTTAWA", "LAGOS", "LIMA", "OSLO"];
    private static readonly string[] Types = ["analysis", "opinion", "explainer", "review"];

    private SeededRandom _dice;

    /// <summary>The article's tags: what its body is about.</summary>
    public int[] Write(SeededRandom dice)
    {
        _dice = dice;
        var tags = PickTags();
        text.Append("---\ntitle: ");
        Quote(frame.Title);
        Line("date", frame.Date.ToString(DateFormat, CultureInfo.InvariantCulture));
        WriteTags(tags);
        WriteAuthors();
        text.Append("summary: ");
        Quote(Sentence(tags, 14, 32));
        WriteRare(tags);
        text.Append("---\n\n");
        return tags;
    }

    private int[] PickTags()
    {
        var tags = new int[_dice.Between(2, 6)];
        for (var i = 0; i < tags.Length; )
        {
            var tag = paper.PickTag(frame.Section, ref _dice);
            if (Array.IndexOf(tags, tag, 0, i) < 0)
            {
                tags[i++] = tag;
            }
        }

        return tags;
    }

    private void WriteTags(int[] tags)
    {
        if (_dice.Chance(300))
        {
            Line("tags", $"[{string.Join(", ", tags.Select(paper.TagName))}]");
            return;
        }

        text.Append("tags:\n");
        foreach (var tag in tags)
        {
            text.Append("  - ").Append(paper.TagName(tag)).Append('\n');
        }
    }

    private void WriteAuthors()
    {
        var first = paper.PickAuthor(ref _dice);
        if (_dice.Chance(750))
        {
            Line("author", first);
            return;
        }

        var second = paper.PickAuthor(ref _dice);
        Line("authors", string.Equals(first, second, StringComparison.Ordinal) ? $"[{first}]" : $"[{first}, {second}]");
    }

    private void WriteRare(int[] tags)
    {
        if (_dice.Chance(700))
        {
            WriteImage(tags);
        }

        if (_dice.Chance(350))
        {
            Line("dateline", Places[_dice.Below(Places.Length)]);
        }

        if (_dice.Chance(60))
        {
            Line("type", Types[_dice.Below(Types.Length)]);
        }

        if (_dice.Chance(40))
        {
            Line("series", paper.PickSeries(ref _dice));
        }

        if (_dice.Chance(60))
        {
            Line(
                "updated",
                frame.Date.AddMinutes(_dice.Between(10, 4000)).ToString(DateFormat, CultureInfo.InvariantCulture)
            );
        }

        if (_dice.Chance(20))
        {
            text.Append("corrections:\n  - date: ")
                .Append(frame.Date.AddDays(_dice.Between(1, 9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Append("\n    text: ");
            Quote(Sentence(tags, 8, 20));
        }
    }

    private void WriteImage(int[] tags)
    {
        text.Append("image:\n  src: ")
            .Append(CorpusPicture.UrlOf(_dice.Below(CorpusPicture.Count)))
            .Append("\n  alt: ");
        Quote(Sentence(tags, 4, 9));
        text.Append("  caption: ");
        Quote(Sentence(tags, 8, 16));
        text.Append("  credit: ").Append(paper.PickAuthor(ref _dice)).Append('\n');
    }

    private string Sentence(int[] tags, int leastWords, int mostWords)
    {
        var sentence = new StringBuilder();
        new BodyGenerator(paper, tags, sentence, markedInThousand: 0).WriteSentence(leastWords, mostWords, ref _dice);
        return sentence.ToString();
    }

    private void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

    private void Quote(string value) =>
        text.Append('"').Append(value.Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"\n");
}
