using System.Text;
using StaticNews.Images;

namespace StaticNews.Tests.Images;

/// <summary>Pictures that are cut off, damaged, or made to exhaust who reads them.</summary>
public sealed class HostileImageTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Repository.Path("tests", "StaticNews.Tests", "Images", "Files"))
                .Select(file => Path.GetFileName(file)),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_that_are_changed_or_cut_off_never_throw(string file)
    {
        var bytes = ImageHeaderReaderTests.BytesOf(file);
        var random = new Random(bytes.Length);
        for (var length = 0; length < bytes.Length; length++)
        {
            ImageHeaderReader.Read(bytes.AsMemory(0, length));
            ImageHeaderReader.Read(bytes.AsMemory(0, length), isWhole: false);
        }

        for (var round = 0; round < 3000; round++)
        {
            var changed = (byte[])bytes.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                changed[random.Next(changed.Length)] =
                    round % 3 == 0
                        ? (byte)random.Next(256)
                        : (byte)(changed[random.Next(changed.Length)] ^ (1 << random.Next(8)));
            }

            ImageHeaderReader.Read(changed);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_which_the_last_third_is_missing_is_broken_and_keeps_its_size(string file)
    {
        var bytes = ImageHeaderReaderTests.BytesOf(file);
        var whole = ImageHeaderReader.Read(bytes);

        var cut = ImageHeaderReader.Read(bytes.AsMemory(0, bytes.Length * 2 / 3));

        Assert.True(cut.Has(ImageTraits.Broken));
        Assert.True(!cut.HasSize || (cut.Width, cut.Height) == (whole.Width, whole.Height));
    }

    [Fact]
    public void The_beginning_of_a_large_file_tells_its_size_and_is_not_called_broken()
    {
        var bytes = ImageHeaderReaderTests.BytesOf("baseline.jpg");

        var facts = ImageHeaderReader.Read(bytes.AsMemory(0, bytes.Length - 60), isWhole: false);

        Assert.Equal(
            (61, 43, ImageFacts.NoColor, ImageTraits.None),
            (facts.Width, facts.Height, facts.Color, facts.Traits)
        );
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_small_file_that_claims_a_giant_picture_is_not_unpacked(int width, int height)
    {
        var bytes = ImageHeaderReaderTests.BytesOf("rgb.png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);

        var facts = ImageHeaderReader.Read(bytes);

        Assert.True(facts.Has(ImageTraits.Huge));
        Assert.Equal(ImageFacts.NoColor, facts.Color);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Not a picture")]
    [InlineData("<!doctype html><html></html>")]
    public void What_is_no_picture_has_no_format(string text) =>
        Assert.Equal(ImageFacts.None, ImageHeaderReader.Read(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "Heic")]
    [InlineData("\0\0\0\u0014ftypmif1\0\0\0\0heix", "Heic")]
    [InlineData("II*\0\b\0\0\0", "Tiff")]
    [InlineData("MM\0*\0\0\0\b", "Tiff")]
    [InlineData("\u00FF\n\u0020\u0001", "JpegXl")]
    [InlineData("\0\0\0\u000CJXL \r\n\u0087\n", "JpegXl")]
    [InlineData("\0\0\0\u000CjP  \r\n\u0087\n", "Jpeg2000")]
    [InlineData("\u00FF\u004F\u00FF\u0051", "Jpeg2000")]
    public void What_few_browsers_show_is_known_and_not_measured(string text, string format)
    {
        var facts = ImageHeaderReader.Read(Encoding.Latin1.GetBytes(text));

        Assert.Equal((format, false), (facts.Format.ToString(), facts.HasSize));
    }

    /// <summary>Entities that grow tenfold a level are not even declared.</summary>
    [Fact]
    public void A_drawing_cannot_unfold()
    {
        var bomb =
            "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><svg width='5' "
            + "height='6'>&b;</svg>";

        var facts = ImageHeaderReader.Read(Encoding.UTF8.GetBytes(bomb));

        Assert.Equal((5, 6, false), (facts.Width, facts.Height, facts.Has(ImageTraits.Broken)));
    }
}
