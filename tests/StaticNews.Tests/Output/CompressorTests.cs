using System.IO.Compression;
using System.Text;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class CompressorTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        string.Concat(
            Enumerable.Range(0, 400).Select(number => $"<p>Paragraph {number * number} of a long article.</p>\n")
        )
    );

    [Theory]
    [InlineData("Gzip")]
    [InlineData("Brotli")]
    [InlineData("Zstd")]
    public void Gives_back_what_it_took_and_the_same_bytes_every_time(string name)
    {
        var method = Enum.Parse<CompressionMethod>(name);
        using var used = new Compressor();
        used.Compress(method, "something else before"u8);
        var copy = used.Compress(method, Page).ToArray();
        using var fresh = new Compressor();

        Assert.Equal(copy, fresh.Compress(method, Page).ToArray());
        Assert.Equal(Page, Expand(method, copy));
        Assert.InRange(copy.Length, 1, Page.Length / 4);
    }

    /// <summary>RFC 1952, 2.3: no flags, so no name; no time; slowest; system unknown.</summary>
    [Fact]
    public void The_head_of_gzip_says_nothing_of_the_machine()
    {
        using var compressor = new Compressor();

        Assert.Equal(
            [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255],
            compressor.Compress(CompressionMethod.Gzip, Page)[..10].ToArray()
        );
    }

    [Fact]
    public void Weighed_quickly_a_page_is_somewhat_too_heavy_and_at_its_best_as_heavy_as_its_copy()
    {
        using var compressor = new Compressor();
        var best = compressor.Compress(CompressionMethod.Brotli, Page).Length;

        Assert.Equal(best, compressor.BrotliBytes(Page));
        Assert.InRange(compressor.QuickBrotliBytes(Page), best, best * 1.5);
    }

    [Theory]
    [InlineData("index.html", true)]
    [InlineData("world/FEED.XML", true)]
    [InlineData("assets/logo.svg", true)]
    [InlineData("assets/photo.jpg", false)]
    [InlineData("assets/report.pdf", false)]
    [InlineData("assets/data.json.gz", false)]
    [InlineData("_redirects", false)]
    [InlineData("html", false)]
    public void Text_is_known_by_its_name(string path, bool isText) =>
        Assert.Equal(isText, CompressionMethods.IsText(path));

    [Fact]
    public void A_copy_must_save_a_tenth_and_its_file_must_be_worth_it()
    {
        Assert.True(CompressionMethods.IsWorthKeeping(1000, 900));
        Assert.False(CompressionMethods.IsWorthKeeping(1000, 901));
        Assert.True(CompressionMethods.IsWorthTrying(CompressionMethods.LeastBytes));
        Assert.False(CompressionMethods.IsWorthTrying(CompressionMethods.LeastBytes - 1));
        Assert.False(CompressionMethods.IsWorthTrying(CompressionMethods.MostBytes + 1));
    }

    internal static byte[] Expand(CompressionMethod method, byte[] copy)
    {
        using var packed = new MemoryStream(copy);
        using Stream stream = method switch
        {
            CompressionMethod.Gzip => new GZipStream(packed, CompressionMode.Decompress),
            CompressionMethod.Brotli => new BrotliStream(packed, CompressionMode.Decompress),
            _ => new ZstdSharp.DecompressionStream(packed),
        };
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
