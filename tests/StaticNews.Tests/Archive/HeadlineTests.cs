using StaticNews.Archive.Related;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("en", "The Flood’s toll rises", "Flood toll: what we know", 2)]
    [InlineData("de", "Die Flut über dem Land", "Das Land nach der Flut", 2)]
    [InlineData("en", "Die Hard is back", "Die Welt", 1)]
    [InlineData("ja", "東京で大雨", "大雨の東京", 2)]
    [InlineData("hi", "दिल्ली में बाढ़", "बाढ़ के बाद दिल्ली", 2)]
    [InlineData("ar", "الفيضان في القاهرة", "القاهرة بعد الفيضان", 2)]
    [InlineData("xx", "1998 2 II", "1998 2 II", 0)]
    [InlineData("en", "", "Flood", 0)]
    [InlineData("en", "G20 meets", "At the G20", 1)]
    public void Words_are_compared_in_every_script(string language, string left, string right, int shared)
    {
        var headlines = Headlines.Read([
            Article("a.md", title: left) with
            {
                Language = language,
            },
            Article("b.md", title: right) with
            {
                Language = language,
            },
        ]);

        Assert.Equal(shared, headlines.Shared(0, 1));
        Assert.True(shared <= HeadlineMarks.MostShared(headlines.MarksOf(0), headlines.MarksOf(1)));
    }

    [Fact]
    public void A_title_of_a_thousand_words_is_read_like_any_other()
    {
        var title = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"w{i}ord"));
        var headlines = Headlines.Read([Article("a.md", title: title), Article("b.md", title: title)]);

        Assert.Equal(headlines.CopyKeyOf(0), headlines.CopyKeyOf(1));
        Assert.True(headlines.Shared(0, 1) > 10);
    }
}
