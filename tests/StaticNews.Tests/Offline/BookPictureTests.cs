using System.Text;
using StaticNews.Offline;

namespace StaticNews.Tests.Offline;

public sealed class BookPictureTests
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    [Fact]
    public void A_picture_is_what_its_bytes_say()
    {
        Assert.Equal(PictureFormat.Png, PictureFormat.OfBitmap(Books.Shelf.Pixel));
        Assert.Equal(PictureFormat.Gif, PictureFormat.OfBitmap([.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 1]));
        Assert.Equal(PictureFormat.Jpeg, PictureFormat.OfBitmap([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
        Assert.Equal(PictureFormat.WebP, PictureFormat.OfBitmap([.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8, .. new byte[30]]));
    }

    [Fact]
    public void What_is_cut_off_or_something_else_is_no_picture()
    {
        Assert.Null(PictureFormat.OfBitmap(Books.Shelf.Pixel.AsSpan(0, 20)));
        Assert.Null(PictureFormat.OfBitmap([0xFF, 0xD8, 0xFF]));
        Assert.Null(PictureFormat.OfBitmap([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2]));
        Assert.Null(PictureFormat.OfBitmap([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0]));
        Assert.Null(PictureFormat.OfBitmap("GIF89a"u8));
        Assert.Null(PictureFormat.OfBitmap([0, 0, 0, 0x20, .. "ftypavif"u8, .. new byte[40]]));
        Assert.Null(PictureFormat.OfBitmap([]));
    }

    [Theory]
    [InlineData("><path d=\"M0 0\" fill=\"url(#g)\" style=\"fill:red\"/></svg>", "><path d=\"M0 0\" fill=\"url(#g)\" style=\"fill:red\" /></svg>")]
    [InlineData(" onload=\"x()\"><script>x()</script><g/></svg>", "><g /></svg>")]
    [InlineData("><a href=\"https://a.example/\"><g id=\"1 2\"/></a></svg>", "><g><g /></g></svg>")]
    [InlineData("><g id=\"a\"/><use href=\"#a\"/><use href=\"#b\"/><use href=\"other.svg#a\"/><linearGradient href=\"#a\"/></svg>", "><g id=\"a\" /><use href=\"#a\" /><use /><use /><linearGradient /></svg>")]
    [InlineData(" xmlns:i=\"urn:editor\" i:x=\"1\"><i:data><b/></i:data><g fill=\"url(https://a.example/#x)\"/></svg>", "><g /></svg>")]
    public void Of_a_drawing_stays_what_is_drawn(string rest, string expected)
    {
        var clean = SvgPicture.Clean(Encoding.UTF8.GetBytes(Svg + rest));

        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Svg + expected, Encoding.UTF8.GetString(clean!));
    }

    [Theory]
    [InlineData("<svg/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>@import 'x.css'</style></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"x.png\"/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("no picture")]
    [InlineData("")]
    public void What_would_not_look_the_same_is_no_picture(string text) => Assert.Null(SvgPicture.Clean(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_drawing_may_be_nested_as_deeply_as_it_likes()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 40_000)) + string.Concat(Enumerable.Repeat("</g>", 40_000));

        Assert.NotNull(SvgPicture.Clean(Encoding.UTF8.GetBytes($"{Svg}>{deep}</svg>")));
    }
}
