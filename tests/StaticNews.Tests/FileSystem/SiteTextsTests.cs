using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.FileSystem;

public sealed class SiteTextsTests : IDisposable
{
    private readonly StorageFolder _site = new();
    private readonly List<Diagnostic> _diagnostics = [];

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_text_is_read_without_its_byte_order_mark()
    {
        _site.Write("site.yml", "\uFEFFtitle: Zeitung für Köln\r\n");

        var text = SiteTexts.Read(_site.Links, "site.yml", _diagnostics);

        Assert.Equal(("site.yml", "title: Zeitung für Köln\r\n"), (text!.Path, text.Text));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_missing_text_is_null_and_no_error_here()
    {
        Assert.Null(SiteTexts.Read(_site.Links, "site.yml", _diagnostics));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_text_is_an_error()
    {
        Directory.CreateDirectory(_site.At("site.yml"));

        Assert.Null(SiteTexts.Read(_site.Links, "site.yml", _diagnostics));
        Assert.Equal(("SN5001", "site.yml"), (_diagnostics[0].Code, _diagnostics[0].At.Path));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error_at_the_first_of_them()
    {
        _site.Write("site.yml", [.. "title: \uFFFD ok 𝄞\nname: caf"u8, 0xE9, .. "\n"u8]);

        Assert.Null(SiteTexts.Read(_site.Links, "site.yml", _diagnostics));
        var at = Assert.Single(_diagnostics).At;
        Assert.Equal(("site.yml", 2, 10), (at.Path, at.Line, at.Column));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0x00 }, 0, "the file is UTF-16, not UTF-8")]
    [InlineData(new byte[] { (byte)'a', 0x0A, 0x00 }, 2, "a NUL character cannot be a part of a text")]
    [InlineData(new byte[] { (byte)'a', 0x0A, 0xE9 }, 2, "the byte 0xE9 is not UTF-8")]
    public void What_is_no_text_is_told_as_for_an_article(byte[] bytes, int line, string message)
    {
        _site.Write("templates/article.sbn-html", bytes);

        Assert.Empty(SiteTexts.ReadTemplates(_site.Links, _diagnostics));
        var diagnostic = Assert.Single(_diagnostics);
        Assert.Equal(("SN5010", line, message), (diagnostic.Code, diagnostic.At.Line, diagnostic.Message));
    }

    [Fact]
    public void Templates_come_in_ordinal_order_and_a_link_out_is_refused()
    {
        using var elsewhere = new StorageFolder();
        elsewhere.Write("evil.sbn-html", "x");
        _site.Write("templates/article.sbn-html", "A");
        _site.Write("templates/parts/card.sbn-html", "C");
        _site.Write("templates/.hidden", "x");
        _site.Link("templates/evil.sbn-html", elsewhere.At("evil.sbn-html"));

        var texts = SiteTexts.ReadTemplates(_site.Links, _diagnostics);

        Assert.Equal(
            [("templates/article.sbn-html", "A"), ("templates/parts/card.sbn-html", "C")],
            texts.Select(text => (text.Path, text.Text))
        );
        Assert.Equal(("SN5005", "templates/evil.sbn-html"), (_diagnostics[0].Code, _diagnostics[0].At.Path));
    }

    [Fact]
    public void A_site_without_templates_of_its_own_has_none()
    {
        Assert.Empty(SiteTexts.ReadTemplates(_site.Links, _diagnostics));
        Assert.Empty(_diagnostics);
    }
}
