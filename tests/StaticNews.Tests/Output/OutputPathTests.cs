using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class OutputPathTests
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("world/2014/05/flood.html")]
    [InlineData("world/наводнение.html")]
    [InlineData(".well-known/security.txt")]
    [InlineData("a..b/c.html")]
    public void A_path_below_the_folder_is_safe(string path) => Assert.True(OutputPath.IsSafe(path));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./x")]
    [InlineData("a//x")]
    [InlineData("a/")]
    [InlineData("a/.../x")]
    [InlineData("C:/x")]
    [InlineData("a\\..\\x")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData(".staticnews.txt")]
    [InlineData(".StaticNews.txt")]
    [InlineData("a/.staticnews-00000001.tmp")]
    public void A_path_that_could_leave_it_or_is_the_storages_own_is_not(string path) =>
        Assert.False(OutputPath.IsSafe(path));

    /// <summary>
    /// The catalogue refuses at the line of the source what the storage would refuse while publishing.
    /// </summary>
    [Fact]
    public void What_the_catalogue_accepts_is_safe()
    {
        string[] parts =
        [
            "a",
            ".staticnews.txt",
            ".STATICNEWS.txt",
            ".staticnews-1.tmp",
            ".staticnews-.TMP",
            "..",
            ".",
            "...",
            "a:b",
            "a\\b",
            "a\u007fb",
            "a\nb",
            "\ud800",
            "é",
            new('a', 255),
            new('a', 256),
            new('я', 128),
            "",
        ];
        foreach (
            var path in parts
                .SelectMany(first => parts.Select(second => $"{first}/{second}"))
                .Concat(parts)
                .Append(string.Join('/', Enumerable.Repeat(new string('b', 200), 18)))
        )
        {
            Assert.True(
                StaticNews.Archive.Routes.RouteFile.Fault("/" + path) is not null || OutputPath.IsSafe(path),
                path
            );
        }

        Assert.Null(
            StaticNews.Archive.Routes.RouteFile.Fault(
                "/" + string.Join('/', Enumerable.Repeat(new string('b', 200), 17))
            )
        );
        Assert.Null(StaticNews.Archive.Routes.RouteFile.Fault("/.well-known/security.txt"));
    }

    [Fact]
    public void A_name_with_half_a_character_is_not() => Assert.False(OutputPath.IsSafe($"a/{(char)0xD800}.html"));

    [Fact]
    public void A_name_longer_than_a_disk_can_store_is_not()
    {
        Assert.True(OutputPath.IsSafe(new string('a', 255)));
        Assert.False(OutputPath.IsSafe(new string('a', 256)));
        Assert.False(OutputPath.IsSafe(new string('я', 128)));
    }
}
