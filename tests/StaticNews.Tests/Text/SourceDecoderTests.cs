using StaticNews.Text;

namespace StaticNews.Tests.Text;

public sealed class SourceDecoderTests
{
    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        var (source, fault) = SourceDecoder.Decode("a.md", [0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Null(fault);
        Assert.Equal("a", source!.Text);
    }

    [Theory]
    [InlineData(
        new byte[] { (byte)'a', 0x0D, 0x0A, (byte)'b', 0xE9, (byte)'c' },
        DecodeFaultKind.InvalidUtf8,
        2,
        2,
        0xE9
    )]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3 }, DecodeFaultKind.InvalidUtf8, 1, 2, 0xC3)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, DecodeFaultKind.InvalidUtf8, 1, 1, 0xED)]
    [InlineData(new byte[] { 0xC0, 0x80 }, DecodeFaultKind.InvalidUtf8, 1, 1, 0xC0)]
    [InlineData(new byte[] { (byte)'a', 0x0A, 0x00 }, DecodeFaultKind.Nul, 2, 1, 0)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0x00 }, DecodeFaultKind.Utf16, 0, 0, 0xFF)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, (byte)'a' }, DecodeFaultKind.Utf16, 0, 0, 0xFE)]
    public void Finds_the_first_wrong_byte(byte[] bytes, object kind, int line, int column, byte wrong)
    {
        var (source, fault) = SourceDecoder.Decode("a.md", bytes);

        Assert.Null(source);
        Assert.Equal((kind, line, column, wrong), ((object)fault!.Kind, fault.At.Line, fault.At.Column, fault.Byte));
    }

    [Fact]
    public void Has_a_limit()
    {
        var (source, fault) = SourceDecoder.Decode("a.md", new byte[SourceDecoder.MaxBytes + 1]);

        Assert.Null(source);
        Assert.Equal(DecodeFaultKind.TooLarge, fault!.Kind);
    }
}
