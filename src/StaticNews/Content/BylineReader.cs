using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads <c>authors</c>: names, or <c>{name, url, role}</c>, as a list or one alone. A text that stands alone may name
/// several (<see cref="AuthorSplitter"/>); an item of a list is one author, commas and all. The same author twice is
/// one byline.
/// </summary>
internal sealed class BylineReader(FieldReader fields)
{
    /// <summary>As many as the pool of names has.</summary>
    private const int MaxNames = 100_000;

    private static readonly IReadOnlyList<string> Keys = ["name", "role", "url"];

    private readonly YamlReader _yaml = fields.Yaml;

    /// <summary>Authors with nothing but a name, so that all their articles share one record.</summary>
    private readonly Dictionary<string, Byline> _byName = new(StringComparer.Ordinal);

    /// <summary>Texts that were looked at and name one author.</summary>
    private readonly HashSet<string> _single = new(StringComparer.Ordinal);

    public Byline[] Read(string key)
    {
        var bylines = new List<Byline>();
        if (_yaml.Current.Kind == YamlTokenKind.Text)
        {
            ReadText(key, bylines);
        }
        else if (_yaml.Current.Kind != YamlTokenKind.ListStart)
        {
            ReadOne(key, bylines);
        }
        else if (_yaml.StartList(key))
        {
            while (_yaml.NextItem())
            {
                ReadOne(key, bylines);
            }
        }

        return [.. bylines];
    }

    private void ReadText(string key, List<Byline> bylines)
    {
        if (fields.PlainName(key) is not { } name)
        {
            return;
        }

        if (_single.Contains(name.Text) || AuthorSplitter.Split(name.Text) is not { } authors)
        {
            bylines.Add(Of(name.Text));
            if (_single.Count < MaxNames)
            {
                _single.Add(name.Text);
            }

            return;
        }

        foreach (var author in authors)
        {
            if (fields.Names.Of(author) is { Slug.Length: > 0 } one)
            {
                Add(Of(one.Text), bylines);
            }
        }
    }

    private void ReadOne(string key, List<Byline> bylines) =>
        Add(
            _yaml.Current.Kind == YamlTokenKind.MapStart ? ReadParts(key)
                : fields.PlainName(key) is { } name ? Of(name.Text)
                : null,
            bylines
        );

    private static void Add(Byline? byline, List<Byline> bylines)
    {
        if (byline is not null && !bylines.Contains(byline))
        {
            bylines.Add(byline);
        }
    }

    private Byline Of(string name)
    {
        if (!_byName.TryGetValue(name, out var byline))
        {
            byline = new Byline(name);
            if (_byName.Count < MaxNames)
            {
                _byName.Add(name, byline);
            }
        }

        return byline;
    }

    private Byline? ReadParts(string owner)
    {
        var start = _yaml.Current.Span;
        string? name = null;
        string? url = null;
        string? role = null;
        var hasName = false;
        if (!_yaml.StartMapping(owner))
        {
            return null;
        }

        while (_yaml.NextKey(out var key))
        {
            switch (key.Value)
            {
                case "name":
                    hasName = true;
                    name = fields.PlainName("authors.name")?.Text;
                    break;
                case "url":
                    url = fields.HttpUrl("authors.url");
                    break;
                case "role":
                    role = fields.SharedPlain("authors.role");
                    break;
                default:
                    fields.RefusePart(key, Keys);
                    break;
            }
        }

        if (!hasName)
        {
            _yaml.Report(ArticleDiagnostics.Yaml.PartMissing(_yaml.At(start), owner, "name"));
        }

        return name is null ? null : new Byline(name, url, role);
    }
}

/// <summary>
/// Several authors in one text: <c>Ann Lee, Bob Ray and Cy Moe</c>. Only what is certain is split, and therefore
/// no message is needed: between semicolons anything, otherwise where every part has the form of a person's full name.
/// All else is one author, as written: <c>King, Jr.</c>, <c>Smith, John</c>, <c>Lee &amp; Sons</c>, <c>Foo and Bar
/// Ltd</c>, <c>Ann Lee, Staff Writer</c>. An item of a list is never split, which is how a writer says that a name with
/// commas is one name.
/// </summary>
internal static class AuthorSplitter
{
    /// <summary>With more words it is a title or a sentence; particles ("de la") are not counted.</summary>
    private const int MaxWords = 5;

    /// <summary>A name of Han, kana or hangul is one word; shorter or longer ones are something else.</summary>
    private const int MinEastAsian = 2;

    private const int MaxEastAsian = 6;

    /// <summary>
    /// Of the interface's languages (a test compares), and of others that newspapers are written in. Those of one
    /// letter count in lower case only: "Ann E. Lee".
    /// </summary>
    internal static readonly FrozenSet<string> And = Set(
        "& ＆ and et y e und en og och ja i и і й та и ve và dan na और एवं तथा و"
    );

    /// <summary>Behind a comma they belong to the name before it.</summary>
    private static readonly FrozenSet<string> Suffixes = Set(
        "jr sr ii iii iv phd md ma mba jd esq mp qc kc rn dds dvm obe cbe mbe frs hijo filho"
    );

    private static readonly FrozenSet<string> Particles = Set(
        "de da do dos das del della di du des van von der den ten ter vom zu zum zur la le las los el al bin ibn "
            + "bint ben abu af av y e ap st"
    );

    /// <summary>Begin names of places: "Ann Lee, New York".</summary>
    private static readonly FrozenSet<string> PlaceWords = Set(
        "new los las san santa saint st north south east west hong são"
    );

    /// <summary>Stand in names of bodies, and in what someone is: "Associated Press", "Staff Writer".</summary>
    private static readonly FrozenSet<string> NoPersonWords = Set(
        "agencies agency ag agence agencia academy administration association associated assistant authority bank "
            + "board brothers bros bureau business center centre chief church city "
            + "club co college columnist commission committee communications company contributor contributors corp "
            + "corporation correspondent correspondents council "
            + "county dc department desk digital director editor editors editorial executive federation film "
            + "foundation fund gmbh government group guild health "
            + "house inc industries institute international journal llc llp ltd magazine media minister ministry "
            + "motors museum network news newspaper office officer "
            + "online organization organisation partners party photographer photography photos police post "
            + "president press producer professor project publisher "
            + "radio redaktion report reporter reporters research review sa school senator senior service services "
            + "society sons special staff star state studios syndicate team "
            + "technologies television times today tribune trust tv uk union united university us usa wire writer "
            + "writers 记者 記者 编辑 編集部 通讯员 기자 특파원 新华社 本报"
    );

    /// <summary>The authors, or null where the text is one.</summary>
    /// <param name="text">As people read it.</param>
    public static IReadOnlyList<string>? Split(string text)
    {
        if (TextList.Split(text, TextList.Semicolons) is { Count: > 1 } listed)
        {
            return listed;
        }

        var isList = text.AsSpan().ContainsAny(TextList.Commas);
        if (!isList && !HasAnd(text))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var segment in TextList.Split(text, TextList.Commas))
        {
            AddBetweenAnds(segment, parts);
        }

        return parts.Count > 1 && parts.TrueForAll(IsFullName) ? parts : null;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool HasAnd(string text)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (IsAnd(text.AsSpan(range)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnd(ReadOnlySpan<char> word) =>
        IsIn(And, word) && (word.Length > 1 || !char.IsUpper(word[0]));

    private static bool IsIn(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>
    /// "Jr. and Ann Lee" completes the name before it and begins another one. An "and" behind a comma separates nothing
    /// more.
    /// </summary>
    private static void AddBetweenAnds(string segment, List<string> parts)
    {
        var words = new List<string>();
        foreach (var word in segment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAnd(word))
            {
                words.Add(word);
                continue;
            }

            AddPart(words, parts);
        }

        AddPart(words, parts);
    }

    private static void AddPart(List<string> words, List<string> parts)
    {
        if (words.Count == 0)
        {
            return;
        }

        if (parts.Count > 0 && words.TrueForAll(IsSuffix))
        {
            parts[^1] += ", " + string.Join(' ', words);
        }
        else
        {
            parts.Add(string.Join(' ', words));
        }

        words.Clear();
    }

    private static bool IsSuffix(string word) => Suffixes.Contains(word.Replace(".", "", StringComparison.Ordinal));

    private static bool IsFullName(string part)
    {
        var comma = part.IndexOf(", ", StringComparison.Ordinal);
        var name = comma < 0 ? part : part[..comma];
        if (name.AsSpan().ContainsAnyInRange('\u3040', '\uD7A3') && !name.Contains(' ', StringComparison.Ordinal))
        {
            return name.Length is >= MinEastAsian and <= MaxEastAsian
                && name.All(char.IsLetter)
                && !NoPersonWords.Contains(name);
        }

        var words = name.Split(' ');
        var full = words.Count(word => !Particles.Contains(word));
        return full is >= 2 and <= MaxWords
            && !PlaceWords.Contains(words[0].TrimEnd('.'))
            && !Particles.Contains(words[^1])
            && words.Select(static (word, i) => IsNameWord(word, i)).All(static isOne => isOne);
    }

    private static bool IsNameWord(string word, int place)
    {
        // Arabic writes "and" as a letter before the word: such a word may be a name (Walid) or the beginning of
        // another author.
        if (
            !word.All(IsOfNames)
            || !word.Any(char.IsLetter)
            || NoPersonWords.Contains(word.TrimEnd('.'))
            || (place > 0 && word is ['و', _, _, ..])
        )
        {
            return false;
        }

        var isSmall = char.IsLower(word[0]);
        return !isSmall || Particles.Contains(word) || (word.AsSpan(1).IndexOfAny("'’-") is 0 or 1);
    }

    private static bool IsOfNames(char unit) =>
        char.IsLetter(unit)
        || unit is '.' or '\'' or '’' or '-' or '‐' or '\u200C' or '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(unit)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>Several names in one text, separated by commas or semicolons of any script.</summary>
internal static class TextList
{
    /// <summary>ASCII, Arabic, ideographic, full width, small and half-width forms (UnicodeData.txt).</summary>
    public static readonly SearchValues<char> Commas = SearchValues.Create(",،、，﹐﹑､");

    /// <summary>As <see cref="Commas"/>.</summary>
    public static readonly SearchValues<char> Semicolons = SearchValues.Create(";؛；﹔");

    public static readonly SearchValues<char> Separators = SearchValues.Create(",،、，﹐﹑､;؛；﹔");

    /// <summary>The parts that are not empty, without blanks around them.</summary>
    public static List<string> Split(string text, SearchValues<char> separators)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (!separators.Contains(text[at]) || EndsReference(text, at)))
            {
                continue;
            }

            if (text.AsSpan(start, at - start).Trim() is { IsEmpty: false } part)
            {
                parts.Add(part.ToString());
            }

            start = at + 1;
        }

        return parts;
    }

    /// <summary>
    /// The semicolon of a character reference that an export left behind separates nothing: <c>R&amp;amp;D</c>.
    /// </summary>
    private static bool EndsReference(string text, int semicolon)
    {
        if (text[semicolon] != ';')
        {
            return false;
        }

        var start = semicolon;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '#'))
        {
            start--;
        }

        return start > 0 && start < semicolon && text[start - 1] == '&';
    }
}
