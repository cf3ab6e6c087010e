namespace StaticNews.Articles;

/// <summary>A retracted article keeps its text below a notice; of a withdrawn one only the notice is left. Neither appears in a list, a feed or a book.</summary>
internal enum ArticleStatus : byte
{
    Published,
    Retracted,
    Withdrawn,
}
