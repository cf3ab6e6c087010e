namespace StaticNews.Articles.Prose;

/// <summary>Where the links of a text lead in the text edition.</summary>
/// <param name="own">Address of the article's own full page, as its text has it.</param>
internal sealed class LiteLinks(string own)
{
    private readonly Dictionary<string, (string Href, bool IsLong)> _pages = new(StringComparer.Ordinal);

    /// <param name="full">Address of an article's full page, as texts have it.</param>
    /// <param name="lite">Of its first page here.</param>
    /// <param name="isLong">Whether there are others.</param>
    public void Add(string full, string lite, bool isLong) => _pages[full] = (lite, isLong);

    /// <summary>
    /// What stands in the place of an address; null where it stays. A place in a long article is found on its full page: which of its pages here has it, only that article
    /// knows.
    /// </summary>
    /// <param name="full">Without <paramref name="suffix"/>.</param>
    /// <param name="suffix">From <c>?</c> or <c>#</c> on, or empty.</param>
    public string? Instead(string full, ReadOnlySpan<char> suffix)
    {
        if (suffix.StartsWith('#') && full.Equals(own, StringComparison.Ordinal))
        {
            return "";
        }

        return _pages.TryGetValue(full, out var page) && !(page.IsLong && suffix.StartsWith('#')) ? page.Href : null;
    }
}
