using FsCheck;
using FsCheck.Xunit;
using StaticNews.Compact;

namespace StaticNews.Tests.Compact;

public sealed class PackedTextsTests
{
    [Property]
    public void Each_text_comes_back(NonNull<string>[] texts)
    {
        string[] whole = [.. texts.Select(text => Whole(text.Get))];

        var packed = new PackedTexts(whole, whole.Length);

        Assert.Equal(whole, packed);
        Assert.Equal(whole.Length, packed.Count);
        Assert.All(Enumerable.Range(0, whole.Length), i => Assert.Equal(whole[i], packed[i]));
        Assert.All(whole, text => Assert.Equal(text, new Utf8Text(text).ToString()));
        Assert.All(whole, text => Assert.Equal(new Utf8Text(text), new Utf8Text(text)));
    }

    /// <summary>Half of a surrogate pair is in no source.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
