namespace StaticNews.Offline;

/// <summary>A book but for its articles, which come one by one.</summary>
internal sealed record Book
{
    /// <summary>"World, November 2014".</summary>
    public required string Title { get; init; }

    /// <summary>The site's title.</summary>
    public required string Paper { get; init; }

    public required string Publisher { get; init; }

    /// <summary>BCP 47, of the book's own words.</summary>
    public required string Language { get; init; }

    /// <summary>All languages of its articles, ordinal, each once.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The book's own site URL.</summary>
    public required string Url { get; init; }

    /// <summary>The site URL of the page whose articles it holds.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>What it covers, as W3C date and time: <c>2014-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>When its newest article was published or last changed, UTC; never the time of the build.</summary>
    public required DateTimeOffset Modified { get; init; }

    public required OfflineWords Words { get; init; }

    /// <summary>From the site URL of each article to its file in the book.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
