namespace StaticNews.Articles;

internal enum ArticleType : byte
{
    News,
    Analysis,
    Opinion,
    Explainer,
    Review,
    Live,
    Photo,
    Video,
}
