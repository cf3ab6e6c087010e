namespace StaticNews.Wording;

/// <summary>Several things in a row: "a, b and c".</summary>
internal sealed class Rows(WordLookup words)
{
    private readonly string _between = words.Text("list_between");
    private readonly string _two = words.Text("list_two");
    private readonly string _last = words.Text("list_last");

    /// <summary>What stands between a thing and the next one; empty behind the last.</summary>
    /// <param name="index">Of the thing, from 0.</param>
    public string After(int index, int count) => index >= count - 1 ? "" : index < count - 2 ? _between : count == 2 ? _two : _last;

    public string Join(IReadOnlyList<string> texts) => string.Concat(texts.Select((text, i) => text + After(i, texts.Count)));
}
