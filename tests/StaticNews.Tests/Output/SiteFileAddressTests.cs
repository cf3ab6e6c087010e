using StaticNews.Configuration;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class SiteFileAddressTests
{
    [Theory]
    [InlineData("/archive/world/a%20b.png", "world/a b.png")]
    [InlineData("map.png", "world/2014/map.png")]
    [InlineData("../map.png?v=2#x", "world/map.png")]
    [InlineData("https://m.example/archive/assets/logo.svg", "assets/logo.svg")]
    [InlineData("//m.example/archive/assets/logo.svg", "assets/logo.svg")]
    [InlineData("https://cdn.example/archive/logo.svg", null)]
    [InlineData("/other/logo.svg", null)]
    [InlineData("data:image/gif;base64,R0lG", null)]
    [InlineData("/archive/", null)]
    public void An_address_means_a_file_of_the_site_or_of_another(string address, string? path) =>
        Assert.Equal(
            path,
            SiteFileAddress.OutputPathOf(BaseUrl.Parse("https://m.example/archive/")!, "world/2014/flood.html", address)
        );
}
