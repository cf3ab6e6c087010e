using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("10 kB", 10_000L)]
    [InlineData("10kB", 10_000L)]
    [InlineData("10 KB", 10_000L)]
    [InlineData("1.5 MB", 1_500_000L)]
    [InlineData("900", 900L)]
    [InlineData("900 B", 900L)]
    [InlineData("0.0005 kB", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("10 KiB", null)]
    [InlineData("10 k", null)]
    [InlineData("kB", null)]
    [InlineData("", null)]
    [InlineData("1,000", null)]
    [InlineData("99999999 MB", null)]
    [InlineData("99999999999999999999999999999999", null)]
    public void Reads_sizes_as_people_write_them(string text, long? bytes) => Assert.Equal(bytes, ByteSize.Parse(text));

    [Theory]
    [InlineData(0L, "0 B")]
    [InlineData(999L, "999 B")]
    [InlineData(9_824L, "9.82 kB")]
    [InlineData(12_400L, "12.4 kB")]
    [InlineData(1_534_000L, "1.53 MB")]
    [InlineData(1_534_000_000L, "1,534 MB")]
    public void Says_them_shortly(long bytes, string words) => Assert.Equal(words, ByteSize.Format(bytes));
}
