namespace StaticNews.Wording;

/// <summary>A word with places, taken apart once: dates are written some dozen times a page.</summary>
internal sealed class WordPattern
{
    /// <summary>What stands before each place, and last what stands behind them all.</summary>
    private readonly string[] _texts;

    /// <summary>For each place the index of its value.</summary>
    private readonly int[] _values;

    /// <param name="names">Of the places, in the order in which <see cref="Fill"/> takes their values.</param>
    public WordPattern(string text, params string[] names)
    {
        var places = WordPlaces.In(text);
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
