namespace StaticNews.Archive;

/// <summary>A title for a section that nobody named: the words of its id as a headline spells them.</summary>
internal static class SectionTitle
{
    /// <summary>Written small inside a title, as English headlines do.</summary>
    private static readonly string[] SmallWords = ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

    /// <summary>Names of desks that are initials.</summary>
    private static readonly string[] Initials = ["ai", "eu", "fbi", "lgbt", "nato", "nfl", "tv", "uae", "uk", "un", "us", "usa"];

    /// <param name="name">Last part of an id path: <c>us-news</c> gives "US News", <c>arts-and-culture</c> "Arts and Culture".</param>
    public static string Of(string name)
    {
        var words = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Spell(words[i], i, words.Length);
        }

        return words.Length == 0 ? name : string.Join(' ', words);
    }

    private static string Spell(string word, int place, int words)
    {
        // "us" leads as a country (us-news) and follows as a pronoun (about-us).
        if (place == 0 || words == 1 ? Initials.Contains(word, StringComparer.Ordinal) : word is not "us" && Initials.Contains(word, StringComparer.Ordinal))
        {
            return word.ToUpperInvariant();
        }

        if (place > 0 && SmallWords.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        return string.Concat(word[..1].ToUpperInvariant(), word.AsSpan(1));
    }
}
