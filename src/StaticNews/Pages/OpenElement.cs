namespace StaticNews.Pages;

/// <summary>An element whose end tag is yet to come; see <see cref="OpenElements"/>.</summary>
/// <param name="name">Empty for the text as a whole.</param>
/// <param name="tag">As it is written.</param>
internal sealed class OpenElement(string name, string tag)
{
    public string Name => name;

    public string Tag => tag;

    /// <summary>Of the child element that ended last; null before the first one has.</summary>
    public string? LastChild { get; set; }

    /// <summary>Of a list, how many of its items have begun.</summary>
    public int Items { get; set; }

    /// <summary>Of a table, its head from tag to tag; null where it has none.</summary>
    public string? TableHead { get; set; }

    /// <summary>Where it begins in the text.</summary>
    public required int Start { get; init; }
}
