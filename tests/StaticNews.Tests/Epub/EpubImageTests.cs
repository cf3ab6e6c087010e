using System.Text;
using StaticNews.Epub;
using StaticNews.Images;
using StaticNews.Tests.Images;

namespace StaticNews.Tests.Epub;

public sealed class EpubImageTests
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    [Theory]
    [InlineData("rgb.png", ImageFormat.Png)]
    [InlineData("photo.jpg", ImageFormat.Jpeg)]
    [InlineData("moving.gif", ImageFormat.Gif)]
    [InlineData("lossy.webp", ImageFormat.WebP)]
    [InlineData("plain.avif", null)]
    internal void A_book_has_what_every_reading_program_shows(string file, ImageFormat? format)
    {
        var bytes = ImageHeaderReaderTests.BytesOf(file);

        Assert.Equal(format, EpubImage.FormatOf(ImageHeaderReader.Read(bytes)));
        Assert.Null(EpubImage.FormatOf(ImageHeaderReader.Read(bytes.AsMemory(0, bytes.Length - 20))));
    }

    [Theory]
    [InlineData(
        "><path d=\"M0 0\" fill=\"url(#g)\" style=\"fill:red\"/></svg>",
        "><path d=\"M0 0\" fill=\"url(#g)\" style=\"fill:red\" /></svg>"
    )]
    [InlineData(" onload=\"x()\"><script>x()</script><g/></svg>", "><g /></svg>")]
    [InlineData("><a href=\"https://a.example/\"><g id=\"1 2\"/></a></svg>", "><g><g /></g></svg>")]
    [InlineData(
        "><g id=\"a\"/><use href=\"#a\"/><use href=\"#b\"/><use href=\"other.svg#a\"/><linearGradient "
            + "href=\"#a\"/></svg>",
        "><g id=\"a\" /><use href=\"#a\" /><use /><use /><linearGradient /></svg>"
    )]
    [InlineData(
        " xmlns:i=\"urn:editor\" i:x=\"1\"><i:data><b/></i:data><g fill=\"url(https://a.example/#x)\"/></svg>",
        "><g /></svg>"
    )]
    public void Of_a_drawing_stays_what_is_drawn(string rest, string expected)
    {
        var clean = EpubSvg.Clean(Encoding.UTF8.GetBytes(Svg + rest));

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
    public void What_would_not_look_the_same_is_no_picture(string text) =>
        Assert.Null(EpubSvg.Clean(Encoding.UTF8.GetBytes(text)));

    [SlowFact]
    public void A_drawing_may_be_nested_as_deeply_as_it_likes()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 40_000)) + string.Concat(Enumerable.Repeat("</g>", 40_000));

        Assert.NotNull(EpubSvg.Clean(Encoding.UTF8.GetBytes($"{Svg}>{deep}</svg>")));
    }
}
