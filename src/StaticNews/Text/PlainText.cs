using System.Buffers;
using System.Net;
using System.Text;
using StaticNews.Compact;

namespace StaticNews.Text;

/// <summary>
/// A short text that people read (headline, summary, caption), freed from what web publishing left in it. In this
/// order: inline formatting tags go (<c>&lt;strong&gt;</c>; a <c>&lt;br&gt;</c> becomes a space), character references
/// become their characters (once: <c>&amp;amp;lt;</c> ends as <c>&amp;lt;</c>), characters that XML 1.0 section 2.2
/// forbids go, and runs of white space become one space.
/// </summary>
internal static class PlainText
{
    /// <summary>
    /// Bytes 128 to 159 of Windows-1252. A reference such as <c>&amp;#146;</c> means these since the first browsers
    /// (HTML Standard 13.2.5.80), though Unicode has control characters there.
    /// </summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>
    /// Any of these means that there is work to do; most texts have none and are returned as they are.
    /// </summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    private static readonly string[] InlineTags =
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "p",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ];

    /// <summary>
    /// The text as people read it; <paramref name="controls"/> counts the control characters that were taken out.
    /// </summary>
    public static string Of(string written, out int controls)
    {
        controls = 0;
        return IsPlain(written) ? written : Clean(written, out controls);
    }

    private static bool IsPlain(string written) =>
        !written.AsSpan().ContainsAny(Suspects)
        && !written.Contains("  ", StringComparison.Ordinal)
        && (written.Length == 0 || (written[0] != ' ' && written[^1] != ' '));

    private static string Clean(string written, out int controls)
    {
        var text = written.Contains('<', StringComparison.Ordinal) ? WithoutTags(written) : written;
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        controls = 0;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune.Value))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Allowed(rune) is { } allowed)
            {
                clean.Append(allowed.ToString());
            }
            else
            {
                controls++;
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    private static Rune? Allowed(Rune rune) =>
        rune.Value switch
        {
            >= 0x80 and <= 0x9F when Windows1252[rune.Value - 0x80] > '\u009F' => new Rune(
                Windows1252[rune.Value - 0x80]
            ),
            < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => null,
            _ => rune,
        };

    private static bool IsSpace(int value) => value is ' ' or '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    private static string WithoutTags(string written)
    {
        var text = new StringBuilder(written.Length);
        var at = 0;
        while (at < written.Length)
        {
            var length = written[at] == '<' ? TagLength(written.AsSpan(at), out var breaks) : Nothing(out breaks);
            if (length == 0)
            {
                text.Append(written[at++]);
                continue;
            }

            at += length;
            text.Append(breaks ? " " : "");
        }

        return text.ToString();
    }

    private static int Nothing(out bool breaks)
    {
        breaks = false;
        return 0;
    }

    /// <summary>
    /// Length of the inline tag at the start of <paramref name="text"/>, or 0 where there is none: "5 &lt; 7" stays.
    /// </summary>
    private static int TagLength(ReadOnlySpan<char> text, out bool breaks)
    {
        breaks = false;
        var end = text.IndexOf('>');
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end].TrimStart('/');
        var nameEnd = name.IndexOfAny(' ', '/', '\n');
        name = nameEnd < 0 ? name : name[..nameEnd];
        foreach (var tag in InlineTags)
        {
            if (name.Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                breaks = tag is "br" or "p";
                return end + 1;
            }
        }

        return 0;
    }

    private static string SuspectCharacters()
    {
        var suspects = new StringBuilder("<&\u007F\u2028\u2029\uFFFE\uFFFF");
        for (var control = '\0'; control < ' '; control++)
        {
            suspects.Append(control).Append((char)(control + 0x80));
        }

        return suspects.ToString();
    }
}

/// <summary>
/// A sentence with one thing named in it, kept apart until someone reads it: where an archive lacks all its pictures, a
/// million sentences differ in a name only, and the archive keeps these anyhow.
/// </summary>
/// <param name="before">What stands before the name; the whole sentence where there is none.</param>
/// <param name="after">What follows the name.</param>
internal readonly struct Phrase(string before, Utf8Text name = default, string after = "") : IEquatable<Phrase>
{
    private readonly string _before = before;
    private readonly Utf8Text _name = name;
    private readonly string _after = after;

    public static implicit operator Phrase(string sentence) => new(sentence);

    public bool Equals(Phrase other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Phrase other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _after.Length == 0 ? _before : $"{_before}{_name}{_after}";
}
