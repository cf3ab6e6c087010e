using System.Text;

namespace StaticNews.Tests.Hostile;

/// <summary>Bodies that would cost far more than they are long, by kind and of any length.</summary>
internal static class CostlyBodies
{
    public static readonly IReadOnlyDictionary<string, Func<int, string>> Kinds = new Dictionary<
        string,
        Func<int, string>
    >(StringComparer.Ordinal)
    {
        // Links and pictures.
        ["links that open"] = n => Repeat("[a](", n),
        ["pictures that open"] = n => Repeat("![a](", n),
        ["titles in double quotes"] = n => Repeat("[a](b \"x ", n),
        ["titles in single quotes"] = n => Repeat("[a](b 'x ", n),
        ["titles in parentheses"] = n => Repeat("[a](b (x", n),
        ["titles in parentheses with one end"] = n => Repeat("[a](b (x", n) + ")x",
        ["pointed addresses"] = n => Repeat("[a](<b", n),
        ["addresses of blanks"] = n => Repeat("[a](   ", n),
        ["addresses over lines"] = n => Repeat("[a](b\n", n),
        ["shortcut references"] = n => Repeat("[a]", n),
        ["brackets around a long text"] = n => $"{new string('[', 900)}{Repeat("x\n", n)}{new string(']', 900)}",
        ["labels over two lines"] = n => Repeat("[a\nb]\n", n),
        ["escaped brackets"] = n => "[" + Repeat("\\[", n),
        ["pictures in pictures"] = n => Repeat("![", 240) + Repeat("a ", n) + Repeat("](x)", 480),
        ["closing brackets"] = n => Repeat("]", n),

        // Emphasis.
        ["emphasis within words"] = n => Repeat("a*", n),
        ["emphasis of two kinds"] = n => Repeat("*a_ ", n),
        ["emphasis that cannot match"] = n => Repeat("a**b c* ", n),
        ["emphasis in paragraphs"] = n => Repeat(Repeat("a*", 6_000) + "\n\n", n),
        ["emphasis and brackets"] = n => Repeat("*a ", n / 2) + Repeat("]", n / 2),
        ["closed emphasis in one paragraph"] = n => Repeat("**x** ", n),
        ["emphasis and escapes"] = n => Repeat("*a ", 2_700) + Repeat("\\*", n),

        // Code.
        ["growing runs of backticks"] = Growing,
        ["shrinking runs of backticks"] = Shrinking,
        ["backticks in a table"] = n => $"|{Shrinking(n / 2)}\n|{Shrinking(n / 2)}",
        ["code over rows"] = n => Repeat("x `\n|` ", n),
        ["escaped backticks"] = n => Repeat("\\`a` ", n),
        ["backticks"] = n => Repeat("`", n),

        // Angle brackets.
        ["angle brackets"] = n => Repeat("<", n),
        ["tags that open"] = n => Repeat("<a ", n),
        ["attributes that open"] = n => Repeat("<a href=\"", n),
        ["attributes in both quotes"] = n => "x " + Repeat("<a b=\"<a b='\" c=\"' ", n),
        ["comments that open"] = n => "x " + Repeat("<!-- a\n", n),
        ["sections that open"] = n => "x " + Repeat("<![CDATA[ ", n),
        ["instructions that open"] = n => "x " + Repeat("<?a ", n),
        ["declarations that open"] = n => "x " + Repeat("<!A ", n),
        ["addresses that open"] = n => Repeat("<http:a", n),
        ["blocks that open"] = n => Repeat("<div>\n", n),
        ["emphasis over paragraphs"] = n =>
            string.Concat(Enumerable.Range(0, 200).Select(i => $"<b a={i}>")) + Repeat("<p>x", n),
        ["a long tag over paragraphs"] = n => $"<p><b title=\"{Repeat("x", n / 4)}\">a</p>{Repeat("<p>x</p>\n", n)}",
        ["emphasis and strange end tags"] = n => Repeat("<b></x>", n),
        ["a table's text outside its cells"] = n => "<table>" + Repeat("x<tr>", n),
        ["a table's emphasis outside its cells"] = n => "<table>" + Repeat("<i>x</i>", n),
        ["emphasis closed in the wrong order"] = n => Repeat("<i><b></i></b>", n),
        ["option groups"] = n => Repeat("<optgroup>", n),
        ["attributes"] = n => $"<a {Many(n, i => $"b{i} ")}>x</a>",
        ["small elements"] = n => Repeat("<i>x</i>", n),

        // Tables.
        ["a wide head over short rows"] = n =>
            $"{Repeat("a|", n / 5)}\n{Repeat("-|", n / 5)}\n{Repeat("|\n", n * 3 / 5)}",
        ["pipes"] = n => Repeat("|", n),
        ["rows of a pipe"] = n => "a|b\n-|-\n" + Repeat("|\n", n),
        ["colons before pipes"] = n => "|a|\n|" + Repeat(":|", n),
        ["a row in emphasis"] = n => $"*{Repeat("a|", n / 2)}\n{Repeat("-|", n / 2)}",
        ["links in rows"] = n => "a|b\n-|-\n" + Repeat("[|](a)|x|\n", n),
        ["tables behind a line"] = n => Repeat("a\nb|c\n-|-\nd|e\n\n", n),

        // Definitions and notes.
        ["definitions and uses"] = n => $"{Many(n / 2, i => $"[{i}]: u\n")}\n{Many(n / 2, i => $"[{i}] ")}",
        ["definitions in paragraphs"] = n => Many(n, i => $"[{i}]: u\n\n"),
        ["a long title that is used"] = n => $"[a]: u \"{Repeat("t", n / 2)}\"\n\n{Repeat("[a]", n / 2)}",
        ["a long title with an entity that is used"] = n =>
            $"[a]: u \"&amp;{Repeat("t", n / 2)}\"\n\n{Repeat("[a]", n / 2)}",
        ["a title over lines of underlines"] = n => "> [a]: b \"\n" + Repeat("===\n", n),
        ["a label over lines of underlines"] = n => "> [\n" + Repeat("===\n", n),
        ["titles that open"] = n => Repeat("[a]: b\n\"c\n", n),
        ["definitions in one line"] = n => "x\n\n" + Repeat("]:[", n),
        ["a note that is used"] = n => Repeat("[^1]", n) + "\n\n[^1]: note",
        ["notes"] = n => Many(n, i => $"[^{i}]: x\n"),
        ["a note that uses itself"] = n => "[^1]\n\n[^1]: " + Repeat("[^1]", n),

        // Blocks.
        ["quotes of nothing"] = n => Repeat(new string('>', 100) + "\n\n", n),
        ["quotes and lines that go on"] = n => new string('>', 100) + "\n" + Repeat("a\n", n),
        ["lists of nothing"] = n => Repeat("+\n*\n", n),
        ["lists behind tabs"] = n =>
            string.Concat(Enumerable.Range(0, (int)Math.Sqrt(n * 2)).Select(i => new string('\t', i) + "- a\n")),
        ["paragraphs of an item"] = n => "- a\n\n" + Repeat("  b\n\n", n),
        ["underlines"] = n => Repeat("===\n", n),
        ["the same heading"] = n => Repeat("# a\n", n),
        ["blanks"] = n => new string(' ', n) + "x",
        ["blanks as references"] = n => Repeat("&#32;", n),

        // Shortcodes and letters.
        ["shortcodes that open"] = n => Repeat("{{< ", n),
        ["shortcodes with an open quote"] = n => Repeat("{{< a=\"x >}} ", n),
        ["shortcodes"] = n => Repeat("{{< x >}}", n),
        ["ampersands"] = n => Repeat("&", n),
        ["one word"] = n => Repeat("w", n),
        ["halves of letters"] = n => Repeat("\ud83d", n),
    };

    public static string Repeat(string unit, int chars) =>
        new StringBuilder(chars + unit.Length).Insert(0, unit, Math.Max(1, chars / unit.Length)).ToString();

    private static string Many(int chars, Func<int, string> unit)
    {
        var text = new StringBuilder(chars + 100);
        for (var i = 0; text.Length < chars; i++)
        {
            text.Append(unit(i));
        }

        return text.ToString();
    }

    private static string Growing(int chars)
    {
        var text = new StringBuilder(chars + 1_000);
        for (var length = 1; text.Length < chars; length++)
        {
            text.Append('`', length).Append(" a ");
        }

        return text.ToString();
    }

    private static string Shrinking(int chars)
    {
        var text = new StringBuilder(chars + 1_000);
        for (var length = (int)Math.Sqrt(chars); length > 0; length--)
        {
            text.Append('`', length).Append('a');
        }

        return text.ToString();
    }
}
