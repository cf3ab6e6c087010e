namespace StaticNews.Articles;

/// <summary>A retracted or withdrawn article keeps its page as a notice and appears in no list.</summary>
internal enum ArticleStatus : byte
{
    Published,
    Retracted,
    Withdrawn,
}
