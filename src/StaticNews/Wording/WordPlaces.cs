namespace StaticNews.Wording;

/// <summary>The places of a word that are filled in later, written <c>{so}</c>.</summary>
internal static class WordPlaces
{
    /// <summary>Their names, in the order in which they stand; a brace that closes nowhere begins no place.</summary>
    public static List<string> In(string text)
    {
        var names = new List<string>();
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            names.Add(text[(open + 1)..close]);
        }

        return names;
    }

    /// <summary>Puts a value in one place.</summary>
    public static string Fill(string text, string name, string value) => text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
