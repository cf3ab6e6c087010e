using System.Text;
using StaticNews.Pictures;

namespace StaticNews.Tests.Pictures;

/// <summary>What is read from small files of each format, against what vipsheader and identify say of them.</summary>
public sealed class PictureReaderTests
{
    private const int Blue = 0x2A6F97;
    private const int Grey = 0x626262;

    /// <summary>The blue at half strength over white.</summary>
    private const int Pale = 0x95B7CB;

    /// <summary>What a lossy format may be off, a channel.</summary>
    private const int Lossy = 6;

    [Theory]
    [InlineData("rgb.png", "Png", Blue, 0)]
    [InlineData("pieces.png", "Png", Blue, 0)]
    [InlineData("palette.png", "Png", Blue, 0)]
    [InlineData("interlaced.png", "Png", Blue, 0)]
    [InlineData("deep.png", "Png", Blue, 0)]
    [InlineData("grey.png", "Png", Grey, Lossy)]
    [InlineData("bits.png", "Png", 0, 0)]
    [InlineData("half.png", "Png", Pale, 2)]
    [InlineData("still.gif", "Gif", Blue, 0)]
    [InlineData("interlaced.gif", "Gif", Blue, 0)]
    [InlineData("clear.gif", "Gif", Blue, 0)]
    [InlineData("moving.gif", "Gif", Blue, 0)]
    [InlineData("baseline.jpg", "Jpeg", Blue, Lossy)]
    [InlineData("progressive.jpg", "Jpeg", Blue, Lossy)]
    [InlineData("full.jpg", "Jpeg", Blue, Lossy)]
    [InlineData("restart.jpg", "Jpeg", Blue, Lossy)]
    [InlineData("grey.jpg", "Jpeg", Grey, Lossy)]
    [InlineData("cmyk.jpg", "Jpeg", Blue, 24)]
    public void Format_size_and_colour_are_those_of_the_file(string file, string format, int tone, int tolerance)
    {
        var facts = Read(file);

        Assert.Equal((format, 61, 43), (facts.Format.ToString(), facts.Width, facts.Height));
        Assert.True(IsNear(tone, facts.Tone, tolerance), $"{facts.Tone:x6} is not {tone:x6}");
        Assert.False(facts.Has(PictureTraits.Broken | PictureTraits.Huge));
    }

    [Theory]
    [InlineData("lossy.webp", "WebP")]
    [InlineData("lossless.webp", "WebP")]
    [InlineData("half.webp", "WebP")]
    [InlineData("plain.avif", "Avif")]
    [InlineData("half.avif", "Avif")]
    public void Of_formats_that_are_not_decoded_no_colour_is_told(string file, string format)
    {
        var facts = Read(file);

        Assert.Equal((format, 61, 43, PictureFacts.NoTone), (facts.Format.ToString(), facts.Width, facts.Height, facts.Tone));
        Assert.False(facts.Has(PictureTraits.Broken));
    }

    [Theory]
    [InlineData("rgb.png", "None")]
    [InlineData("half.png", "Alpha")]
    [InlineData("half.webp", "Alpha")]
    [InlineData("half.avif", "Alpha")]
    [InlineData("plain.avif", "None")]
    [InlineData("clear.gif", "Alpha")]
    [InlineData("moving.gif", "Animated")]
    [InlineData("still.gif", "None")]
    public void What_is_transparent_or_moves_is_known(string file, string traits) => Assert.Equal(traits, Read(file).Traits.ToString());

    [Fact]
    public void A_picture_taken_on_the_side_is_shown_upright()
    {
        var facts = Read("turned.jpg");

        Assert.Equal((43, 61), (facts.Width, facts.Height));
    }

    [Fact]
    public void A_gif_of_many_colours_grows_its_codes() => Assert.Equal((61, 43, false), (Read("many.gif").Width, Read("many.gif").Height, Read("many.gif").Has(PictureTraits.Broken)));

    [Theory]
    [InlineData("irot", new byte[] { 1 }, 43, 61)]
    [InlineData("irot", new byte[] { 2 }, 61, 43)]
    [InlineData("clap", new byte[] { 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 60, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1 }, 40, 30)]
    public void An_avif_is_cut_and_turned_as_its_properties_say(string property, byte[] content, int width, int height)
    {
        var facts = new PictureReader().Read(AvifWith(property, content));

        Assert.Equal((PictureFormat.Avif, width, height), (facts.Format, facts.Width, facts.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='120' height='80'/>", 120, 80)]
    [InlineData("<svg width='2in' height='1in'/>", 192, 96)]
    [InlineData("<svg width='10mm' height='20mm'/>", 38, 76)]
    [InlineData("<svg viewBox='0 0 300 150'/>", 300, 150)]
    [InlineData("<svg width='600' viewBox='0 0 300 150'/>", 600, 300)]
    [InlineData("<svg width='100%' height='100%' viewBox='0,0,300,150'/>", 300, 150)]
    [InlineData("<svg width='10em'/>", 0, 0)]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n<svg width='5' height='6'/>", 5, 6)]
    public void A_drawing_is_as_large_as_it_says(string svg, int width, int height)
    {
        var facts = Svg(svg);

        Assert.Equal((PictureFormat.Svg, width, height, false), (facts.Format, facts.Width, facts.Height, facts.Has(PictureTraits.Broken)));
    }

    [Theory]
    [InlineData("<rect width='100' height='100' fill='#2a6f97'/><circle r='20' fill='#f00'/>", Blue)]
    [InlineData("<rect width='100%' height='100%' style='stroke:none; fill: #2a6f97'/><path d='M0 0' fill='red'/>", Blue)]
    [InlineData("<g fill='rgb(42,111,151)'><path d='M0 0'/><path d='M1 1'/></g><path d='M0 0' fill='tomato'/>", Blue)]
    [InlineData("<path d='M0 0' fill='DarkSlateGrey'/>", 0x2F4F4F)]
    [InlineData("<path d='M0 0' fill='none'/>", PictureFacts.NoTone)]
    [InlineData("<style>.a{fill:red}</style><path class='a' d='M0 0'/>", PictureFacts.NoTone)]
    public void The_colour_of_a_drawing_is_what_covers_most_of_it(string shapes, int tone) =>
        Assert.Equal(tone, Svg($"<svg viewBox='0 0 100 100'>{shapes}</svg>").Tone);

    [Theory]
    [InlineData("<script>x()</script>", "Script")]
    [InlineData("<rect onclick='x()'/>", "Script")]
    [InlineData("<a href='https://a.example/'/>", "None")]
    [InlineData("<image href='https://a.example/x.png'/>", "External")]
    [InlineData("<style>@import 'x.css'</style>", "External")]
    [InlineData("<rect fill='url(#here)'/>", "None")]
    [InlineData("<rect style='fill:url( https://a.example/x )'/>", "External")]
    public void What_a_drawing_runs_or_fetches_is_known(string shapes, string trait) =>
        Assert.Equal(trait, (Svg($"<svg viewBox='0 0 100 100'>{shapes}</svg>").Traits & (PictureTraits.Script | PictureTraits.External)).ToString());

    [Fact]
    public void A_page_is_no_drawing() => Assert.Equal(PictureFormat.Unknown, PictureReader.FormatOf("<!doctype html><html><svg/></html>"u8));

    [Theory]
    [InlineData("photo.JPEG", "Jpeg")]
    [InlineData("a.b/c.svg", "Svg")]
    [InlineData("png", "Unknown")]
    [InlineData("x.", "Unknown")]
    [InlineData("x.tiff", "Unknown")]
    public void A_name_promises_a_format(string path, string format) => Assert.Equal(format, PictureNames.Promised(path).ToString());

    [Theory]
    [InlineData(800, null, 800, 600)]
    [InlineData(null, 300, 400, 300)]
    [InlineData(null, null, 1600, 1200)]
    [InlineData(10, 10, 10, 10)]
    public void What_an_author_leaves_out_follows_the_files_shape(int? width, int? height, int shownWidth, int shownHeight) =>
        Assert.Equal((shownWidth, shownHeight), ShownPicture.SizeOf(width, height, new ShownPicture(1600, 1200, null, null, [], [], null)));

    internal static byte[] BytesOf(string file) => File.ReadAllBytes(Repository.Path("tests", "StaticNews.Tests", "Pictures", "Files", file));

    private static PictureFacts Read(string file) => new PictureReader().Read(BytesOf(file));

    private static PictureFacts Svg(string text) => new PictureReader().Read(Encoding.UTF8.GetBytes(text));

    private static bool IsNear(int one, int other, int tolerance) => one == other || (other >= 0
        && Math.Abs((one >> 16) - (other >> 16)) <= tolerance
        && Math.Abs(((one >> 8) & 255) - ((other >> 8) & 255)) <= tolerance
        && Math.Abs((one & 255) - (other & 255)) <= tolerance);

    private static byte[] AvifWith(string property, byte[] content)
    {
        var size = Box("ispe", [0, 0, 0, 0, 0, 0, 0, 61, 0, 0, 0, 43]);
        byte[] properties = [.. Box("ipco", [.. size, .. Box(property, content)]), .. Box("ipma", [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 0x82])];
        return [.. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1"u8]), .. Box("meta", [0, 0, 0, 0, .. Box("pitm", [0, 0, 0, 0, 0, 1]), .. Box("iprp", properties)])];
    }

    private static byte[] Box(string name, byte[] content) => [0, 0, 0, (byte)(content.Length + 8), .. Encoding.ASCII.GetBytes(name), .. content];
}
