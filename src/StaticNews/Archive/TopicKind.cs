namespace StaticNews.Archive;

internal enum TopicKind
{
    Tag,
    Author,
    Series,
    Event,
}
