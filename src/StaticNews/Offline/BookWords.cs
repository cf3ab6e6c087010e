namespace StaticNews.Offline;

/// <summary>The words that a book has of its own, in the site's language.</summary>
internal sealed record BookWords(string Contents, string Corrections, string Updated)
{
    public static BookWords English { get; } = new("Contents", "Corrections", "Updated");
}
