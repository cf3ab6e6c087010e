namespace StaticNews.Pages;

/// <summary>
/// How a list that only grows is cut into pages, so that a full page never changes again.
/// </summary>
/// <remarks>
/// Pages are counted from the oldest article: page n holds articles (n-1)·size to n·size-1, oldest first. The newest page, the
/// list's index, holds what is left: at least one page's worth (unless there are fewer articles in all) and less than two, so that
/// the index is never nearly empty. A closed page links to page n+1 although that may not be closed yet: until it is, the
/// file <c>page/{n+1}.html</c> is a stub that leads to the index. Hence no link on a closed page ever changes.
/// </remarks>
internal readonly record struct ListPaging(int Count, int Size)
{
    /// <summary>Pages that are full and final.</summary>
    public int Closed => Math.Max(0, (Count / Size) - 1);

    /// <summary>Range in a newest-first list of the articles on the index.</summary>
    public Range Index => ..(Count - (Closed * Size));

    /// <summary>Range in a newest-first list of the articles on closed page <paramref name="number"/> (from 1).</summary>
    public Range Page(int number) => (Count - (number * Size))..(Count - ((number - 1) * Size));
}
