using System.Text;
using StaticNews.Images;

namespace StaticNews.Tests.Images;

/// <summary>What is read from small files of each format, against what vipsheader and identify say of them.</summary>
public sealed class ImageHeaderReaderTests
{
    public static TheoryData<string, string> Formats =>
        new()
        {
            { "rgb.png", "Png" },
            { "pieces.png", "Png" },
            { "palette.png", "Png" },
            { "interlaced.png", "Png" },
            { "deep.png", "Png" },
            { "grey.png", "Png" },
            { "bits.png", "Png" },
            { "half.png", "Png" },
            { "still.gif", "Gif" },
            { "interlaced.gif", "Gif" },
            { "clear.gif", "Gif" },
            { "moving.gif", "Gif" },
            { "many.gif", "Gif" },
            { "baseline.jpg", "Jpeg" },
            { "progressive.jpg", "Jpeg" },
            { "full.jpg", "Jpeg" },
            { "restart.jpg", "Jpeg" },
            { "grey.jpg", "Jpeg" },
            { "cmyk.jpg", "Jpeg" },
            { "lossy.webp", "WebP" },
            { "lossless.webp", "WebP" },
            { "half.webp", "WebP" },
            { "plain.avif", "Avif" },
            { "half.avif", "Avif" },
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_and_size_are_those_of_the_file(string file, string format)
    {
        var facts = Read(file);

        Assert.Equal(
            (format, 61, 43, ImageFacts.NoColor),
            (facts.Format.ToString(), facts.Width, facts.Height, facts.Color)
        );
        Assert.False(facts.Has(ImageTraits.Broken | ImageTraits.Huge));
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
    public void What_is_transparent_or_moves_is_known(string file, string traits) =>
        Assert.Equal(traits, Read(file).Traits.ToString());

    [Fact]
    public void A_picture_taken_on_the_side_is_shown_upright()
    {
        var facts = Read("turned.jpg");

        Assert.Equal((43, 61), (facts.Width, facts.Height));
    }

    /// <summary>
    /// PNG specification, third edition, 11.3.4.6. Chromium and libvips do not turn a picture by a chunk behind the
    /// pixels.
    /// </summary>
    [Theory]
    [InlineData(6, true, 43, 61)]
    [InlineData(8, true, 43, 61)]
    [InlineData(8, false, 61, 43)]
    [InlineData(3, true, 61, 43)]
    public void A_png_is_turned_as_its_exif_chunk_says(byte orientation, bool isFirst, int width, int height)
    {
        var file = BytesOf("rgb.png");
        byte[] exif = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] chunk = [0, 0, 0, (byte)exif.Length, .. "eXIf"u8, .. exif, 0, 0, 0, 0];
        var at = isFirst ? 33 : file.Length - 12;

        var facts = ImageHeaderReader.Read((byte[])[.. file[..at], .. chunk, .. file[at..]]);

        Assert.Equal((width, height, false), (facts.Width, facts.Height, facts.Has(ImageTraits.Broken)));
    }

    [Theory]
    [InlineData("irot", new byte[] { 1 }, 43, 61)]
    [InlineData("irot", new byte[] { 2 }, 61, 43)]
    [InlineData(
        "clap",
        new byte[] { 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 60, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1 },
        40,
        30
    )]
    public void An_avif_is_cut_and_turned_as_its_properties_say(string property, byte[] content, int width, int height)
    {
        var facts = ImageHeaderReader.Read(AvifWith(property, content));

        Assert.Equal((ImageFormat.Avif, width, height), (facts.Format, facts.Width, facts.Height));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='120' height='80'/>", 120, 80)]
    [InlineData("<svg width='2in' height='1in'/>", 192, 96)]
    [InlineData("<svg width='10mm' height='20mm'/>", 38, 76)]
    [InlineData("<svg viewBox='0 0 300 150'/>", 300, 150)]
    [InlineData("<svg width='600' viewBox='0 0 300 150'/>", 600, 300)]
    [InlineData("<svg width='100%' height='100%' viewBox='0,0,300,150'/>", 300, 150)]
    [InlineData("<svg width='10em'/>", 0, 0)]
    [InlineData(
        "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
            + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n<svg width='5' height='6'/>",
        5,
        6
    )]
    public void A_drawing_is_as_large_as_it_says(string svg, int width, int height)
    {
        var facts = Svg(svg);

        Assert.Equal(
            (ImageFormat.Svg, width, height, false),
            (facts.Format, facts.Width, facts.Height, facts.Has(ImageTraits.Broken))
        );
    }

    [Theory]
    [InlineData("<script>x()</script>", "Script")]
    [InlineData("<rect onclick='x()'/>", "Script")]
    [InlineData("<a href='https://a.example/'/>", "None")]
    [InlineData("<image href='https://a.example/x.png'/>", "External")]
    [InlineData("<style>@import 'x.css'</style>", "External")]
    [InlineData("<rect fill='url(#here)'/>", "None")]
    [InlineData("<rect style='fill:url( https://a.example/x )'/>", "External")]
    public void What_a_drawing_runs_or_fetches_is_known(string shapes, string trait) =>
        Assert.Equal(
            trait,
            (
                Svg($"<svg viewBox='0 0 100 100'>{shapes}</svg>").Traits & (ImageTraits.Script | ImageTraits.External)
            ).ToString()
        );

    [Fact]
    public void A_page_is_no_drawing() =>
        Assert.Equal(ImageFormat.Unknown, ImageHeaderReader.FormatOf("<!doctype html><html><svg/></html>"u8));

    [Theory]
    [InlineData("photo.JPEG", "Jpeg")]
    [InlineData("a.b/c.svg", "Svg")]
    [InlineData("png", "Unknown")]
    [InlineData("x.", "Unknown")]
    [InlineData("x.tiff", "Tiff")]
    [InlineData("x.HEIC", "Heic")]
    [InlineData("x.jxl", "JpegXl")]
    [InlineData("x.jp2", "Jpeg2000")]
    [InlineData("x.bmp", "Unknown")]
    public void A_name_promises_a_format(string path, string format) =>
        Assert.Equal(format, ImageFormatNames.Promised(path).ToString());

    [Theory]
    [InlineData(800, null, 800, 600)]
    [InlineData(null, 300, 400, 300)]
    [InlineData(null, null, 1600, 1200)]
    [InlineData(10, 10, 10, 10)]
    public void What_an_author_leaves_out_follows_the_files_shape(
        int? width,
        int? height,
        int shownWidth,
        int shownHeight
    ) =>
        Assert.Equal(
            (shownWidth, shownHeight),
            DisplayedImage.SizeOf(width, height, new DisplayedImage(1600, 1200, null, null, [], [], null))
        );

    internal static byte[] BytesOf(string file) =>
        File.ReadAllBytes(Repository.Path("tests", "StaticNews.Tests", "Images", "Files", file));

    private static ImageFacts Read(string file) => ImageHeaderReader.Read(BytesOf(file));

    private static ImageFacts Svg(string text) => ImageHeaderReader.Read(Encoding.UTF8.GetBytes(text));

    private static byte[] AvifWith(string property, byte[] content)
    {
        var size = Box("ispe", [0, 0, 0, 0, 0, 0, 0, 61, 0, 0, 0, 43]);
        byte[] properties =
        [
            .. Box("ipco", [.. size, .. Box(property, content)]),
            .. Box("ipma", [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 0x82]),
        ];
        return
        [
            .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "mif1"u8]),
            .. Box("meta", [0, 0, 0, 0, .. Box("pitm", [0, 0, 0, 0, 0, 1]), .. Box("iprp", properties)]),
        ];
    }

    private static byte[] Box(string name, byte[] content) =>
        [0, 0, 0, (byte)(content.Length + 8), .. Encoding.ASCII.GetBytes(name), .. content];
}
