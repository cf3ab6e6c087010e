using System.Globalization;
using System.Text;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// Writes the Markdown of one article: 350 to 900 words in paragraphs, with what else reports are made of.
/// </summary>
/// <param name="tags">Of the article: every seventh word or so is one of theirs.</param>
/// <param name="markedInThousand">Sentences with an emphasis or a link in them; 0 for plain text.</param>
internal sealed class BodyGenerator(GeneratedNewspaper paper, int[] tags, StringBuilder text, int markedInThousand)
{
    /// <param name="links">Each ends a paragraph, as far as there are paragraphs.</param>
    public void Write(IReadOnlyList<string> links, SeededRandom dice)
    {
        var left = dice.Between(350, 900);
        var hasHeadings = dice.Chance(600);
        for (var paragraph = 0; left > 0; paragraph++)
        {
            if (hasHeadings && paragraph > 0 && dice.Chance(220))
            {
                left -= WriteHeading(ref dice);
            }

            left -= WriteParagraph(left, paragraph < links.Count ? links[paragraph] : null, ref dice);
            left -= WriteBetween(ref dice);
        }
    }

    /// <summary>A sentence with its capital and full stop; says how many words it has.</summary>
    public int WriteSentence(int leastWords, int mostWords, ref SeededRandom dice)
    {
        var words = dice.Between(leastWords, mostWords);
        var start = text.Length;
        var marked = dice.Chance(markedInThousand) ? dice.Below(words) : -1;
        var comma = words > 11 ? dice.Between(4, words - 4) : -1;
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : " ");
            WriteWord(i == marked, ref dice);
            text.Append(i == comma ? "," : "");
        }

        text[start] = char.ToUpperInvariant(text[start]);
        text.Append('.');
        return words;
    }

    private void WriteWord(bool isMarked, ref SeededRandom dice)
    {
        var word = dice.Chance(140)
            ? paper.Words.PickAbout(tags[dice.Below(tags.Length)], ref dice)
            : paper.Words.Pick(ref dice);
        if (!isMarked)
        {
            text.Append(word);
            return;
        }

        switch (dice.Below(8))
        {
            case < 3:
                text.Append('*').Append(word).Append('*');
                break;
            case < 5:
                text.Append("**").Append(word).Append("**");
                break;
            case 5:
                text.Append(CultureInfo.InvariantCulture, $"{dice.Between(2, 98)}%");
                break;
            default:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"[{word}](https://example.org/{word}?id={dice.Below(10_000)})"
                );
                break;
        }
    }

    private int WriteParagraph(int left, string? link, ref SeededRandom dice)
    {
        var wanted = Math.Min(left, dice.Between(30, 95));
        var written = 0;
        while (written < wanted)
        {
            text.Append(written == 0 ? "" : " ");
            written += WriteSentence(8, 24, ref dice);
        }

        if (link is not null)
        {
            text.Append(" Earlier: ").Append(link).Append('.');
        }

        text.Append("\n\n");
        return written;
    }

    private int WriteHeading(ref SeededRandom dice)
    {
        text.Append(dice.Chance(800) ? "## " : "### ");
        var words = WriteSentence(2, 6, ref dice);
        text.Length--;
        text.Append("\n\n");
        return words;
    }

    private int WriteBetween(ref SeededRandom dice) =>
        dice.Below(100) switch
        {
            < 6 => WriteQuote(ref dice),
            < 9 => WriteList(ref dice),
            < 10 => WriteTable(ref dice),
            _ => 0,
        };

    private int WriteQuote(ref SeededRandom dice)
    {
        text.Append("> ");
        var words = WriteSentence(10, 24, ref dice);
        text.Append("\n>\n> — ").Append(paper.PickAuthor(ref dice)).Append("\n\n");
        return words;
    }

    private int WriteList(ref SeededRandom dice)
    {
        var isNumbered = dice.Chance(300);
        var words = 0;
        for (var item = dice.Between(3, 6); item > 0; item--)
        {
            text.Append(isNumbered ? "1. " : "- ");
            words += WriteSentence(4, 12, ref dice);
            text.Append('\n');
        }

        text.Append('\n');
        return words;
    }

    private int WriteTable(ref SeededRandom dice)
    {
        var rows = dice.Between(3, 7);
        text.Append("| Place | Votes | Change |\n| --- | ---: | ---: |\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {paper.Words.Pick(ref dice)} | {dice.Below(90_000)} | {dice.Below(30)}% |\n"
            );
        }

        text.Append('\n');
        return 3 * rows;
    }
}
