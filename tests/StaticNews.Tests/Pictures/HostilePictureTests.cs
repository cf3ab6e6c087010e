using System.Text;
using StaticNews.Pictures;

namespace StaticNews.Tests.Pictures;

/// <summary>Pictures that are cut off, damaged, or made to exhaust who reads them.</summary>
public sealed class HostilePictureTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.Path("tests", "StaticNews.Tests", "Pictures", "Files")).Select(file => Path.GetFileName(file))];

    /// <summary>One reader for all: what it kept of a bad file must not change what it says of a good one.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_that_are_changed_or_cut_off_never_throw(string file)
    {
        var bytes = PictureReaderTests.BytesOf(file);
        var reader = new PictureReader();
        var whole = reader.Read(bytes);
        var random = new Random(bytes.Length);
        for (var length = 0; length < bytes.Length; length++)
        {
            reader.Read(bytes.AsMemory(0, length));
            reader.Read(bytes.AsMemory(0, length), isWhole: false);
        }

        for (var round = 0; round < 3000; round++)
        {
            var changed = (byte[])bytes.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = round % 3 == 0 ? (byte)random.Next(256) : (byte)(changed[random.Next(changed.Length)] ^ (1 << random.Next(8)));
            }

            reader.Read(changed);
        }

        Assert.Equal(whole, reader.Read(bytes));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_which_the_last_third_is_missing_is_broken_and_keeps_its_size(string file)
    {
        var bytes = PictureReaderTests.BytesOf(file);
        var whole = new PictureReader().Read(bytes);

        var cut = new PictureReader().Read(bytes.AsMemory(0, bytes.Length * 2 / 3));

        Assert.True(cut.Has(PictureTraits.Broken));
        Assert.True(!cut.HasSize || (cut.Width, cut.Height) == (whole.Width, whole.Height));
    }

    [Fact]
    public void The_beginning_of_a_large_file_tells_its_size_and_is_not_called_broken()
    {
        var bytes = PictureReaderTests.BytesOf("baseline.jpg");

        var facts = new PictureReader().Read(bytes.AsMemory(0, bytes.Length - 60), isWhole: false);

        Assert.Equal((61, 43, PictureFacts.NoTone, PictureTraits.None), (facts.Width, facts.Height, facts.Tone, facts.Traits));
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_small_file_that_claims_a_giant_picture_is_not_unpacked(int width, int height)
    {
        var bytes = PictureReaderTests.BytesOf("rgb.png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);

        var facts = new PictureReader().Read(bytes);

        Assert.True(facts.Has(PictureTraits.Huge));
        Assert.Equal(PictureFacts.NoTone, facts.Tone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Not a picture")]
    [InlineData("<!doctype html><html></html>")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")]
    public void What_browsers_do_not_show_has_no_format(string text) => Assert.Equal(PictureFacts.None, new PictureReader().Read(Encoding.Latin1.GetBytes(text)));

    /// <summary>Entities that grow tenfold a level are not even declared.</summary>
    [Fact]
    public void A_drawing_cannot_unfold()
    {
        var bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><svg width='5' height='6'>&b;</svg>";

        var facts = new PictureReader().Read(Encoding.UTF8.GetBytes(bomb));

        Assert.Equal((5, 6, false), (facts.Width, facts.Height, facts.Has(PictureTraits.Broken)));
    }
}
