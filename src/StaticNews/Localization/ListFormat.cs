namespace StaticNews.Localization;

/// <summary>Several things in a row: "a, b and c".</summary>
internal sealed class ListFormat(LocalizedWords words)
{
    private readonly string _between = words.Text("list_between");
    private readonly string _two = words.Text("list_two");
    private readonly string _last = words.Text("list_last");

    /// <summary>What stands between a thing and the next one; empty behind the last.</summary>
    /// <param name="index">Of the thing, from 0.</param>
    public string After(int index, int count) =>
        index >= count - 1 ? ""
        : index < count - 2 ? _between
        : count == 2 ? _two
        : _last;

    public string Join(IReadOnlyList<string> texts) =>
        string.Concat(texts.Select((text, i) => text + After(i, texts.Count)));
}

/// <summary>A word with places, taken apart once: a page contains a dozen dates.</summary>
internal sealed class MessagePattern
{
    /// <summary>What stands before each place, and last what stands behind them all.</summary>
    private readonly string[] _texts;

    /// <summary>For each place the index of its value.</summary>
    private readonly int[] _values;

    /// <param name="names">Of the places, in the order in which <see cref="Fill"/> takes their values.</param>
    public MessagePattern(string text, params string[] names)
    {
        var places = Placeholders.In(text);
        _values = [.. places.Select(place => Array.IndexOf(names, place))];
        _texts = new string[places.Count + 1];
        var start = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var at = text.IndexOf('{', start);
            _texts[i] = text[start..at];
            start = at + places[i].Length + 2;
        }

        _texts[^1] = text[start..];
    }

    public string Fill(params ReadOnlySpan<string> values)
    {
        var parts = new string[(2 * _values.Length) + 1];
        for (var i = 0; i < _values.Length; i++)
        {
            parts[2 * i] = _texts[i];
            parts[(2 * i) + 1] = values[_values[i]];
        }

        parts[^1] = _texts[^1];
        return string.Concat(parts);
    }
}

/// <summary>The places of a word that are filled in later, written <c>{so}</c>.</summary>
internal static class Placeholders
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
    public static string Fill(string text, string name, string value) =>
        text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
