using System.Globalization;
using System.Text;

namespace StaticNews.Localization;

/// <summary>
/// Whole numbers as a language writes them. The strings file shows how by two examples (CLDR is the source of the
/// facts: grouping, and from how many digits on).
/// </summary>
internal sealed class NumberFormatter
{
    private readonly string[] _digits;
    private readonly bool _groupsFour;
    private readonly string _separator;
    private readonly int _first;
    private readonly int _further;

    public NumberFormatter(LocalizedWords words)
    {
        _digits = [.. words.Text("digits").EnumerateRunes().Select(rune => rune.ToString())];
        _groupsFour = words.Text("number_1234").Length > 4;
        var groups = GroupsOf(words.Text("number_1234567"), out _separator);
        _first = groups.Count > 1 ? groups[^1] : int.MaxValue;
        _further = groups.Count > 2 ? groups[^2] : _first;
    }

    /// <summary>With separators: "12,345".</summary>
    public string Text(int number)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(plain.Length * 2);
        for (var i = 0; i < plain.Length; i++)
        {
            if (i > 0 && IsGroupStart(plain.Length - i) && (plain.Length > 4 || _groupsFour))
            {
                text.Append(_separator);
            }

            text.Append(Digit(plain[i]));
        }

        return text.ToString();
    }

    /// <summary>Without separators, as years, days and page numbers are written.</summary>
    public string Plain(int number) => InDigits(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same text with its digits in those of the language.</summary>
    public string InDigits(string text) => _digits[0] is "0" ? text : string.Concat(text.Select(Digit));

    private bool IsGroupStart(int left) => left == _first || (left > _first && (left - _first) % _further == 0);

    private string Digit(char c) => char.IsAsciiDigit(c) ? _digits[c - '0'] : c.ToString();

    private static List<int> GroupsOf(string example, out string separator)
    {
        separator = "";
        var groups = new List<int> { 0 };
        for (var i = 0; i < example.Length; i++)
        {
            if (char.IsAsciiDigit(example[i]))
            {
                groups[^1]++;
                continue;
            }

            var start = i;
            while (!char.IsAsciiDigit(example[i + 1]))
            {
                i++;
            }

            separator = example[start..(i + 1)];
            groups.Add(0);
        }

        return groups;
    }
}
