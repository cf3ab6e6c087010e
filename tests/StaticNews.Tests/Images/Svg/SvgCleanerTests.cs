using System.Text;
using StaticNews.Images.Svg;

namespace StaticNews.Tests.Images.Svg;

/// <summary>What is taken out of an SVG, and what is not.</summary>
public sealed class SvgCleanerTests
{
    private const string Open =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 10\">";

    [Theory]
    [InlineData("<script>alert(1)</script>", "the element 'script'")]
    [InlineData("<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>", "the element 's:script'")]
    [InlineData("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>", "the element 'h:script'")]
    [InlineData("<metadata><script>alert(1)</script></metadata>", "the element 'script'")]
    [InlineData(
        "<x:y xmlns:x=\"urn:x\"><script xmlns=\"http://www.w3.org/2000/svg\">alert(1)</script></x:y>",
        "the element 'script'"
    )]
    [InlineData("<x:script xmlns:x=\"urn:x\">alert(1)</x:script>", "the element 'x:script'")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>", "the element 'SCRIPT'")]
    [InlineData("<handler type=\"text/ecmascript\">alert(1)</handler>", "the element 'handler'")]
    [InlineData(
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
        "the element 'foreignObject'"
    )]
    [InlineData("<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"javascript:alert(1)\"/>", "the element 'iframe'")]
    [InlineData(
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" href=\"javascript:alert(1)\"/>",
        "the element 'math'"
    )]
    [InlineData(
        "<ev:listener xmlns:ev=\"http://www.w3.org/2001/xml-events\" event=\"load\" handler=\"#h\"/>",
        "the element 'ev:listener'"
    )]
    [InlineData("<g onclick=\"alert(1)\"/>", "the attribute 'onclick' of 'g'")]
    [InlineData("<g OnLoad=\"alert(1)\"/>", "the attribute 'OnLoad' of 'g'")]
    [InlineData("<x:y xmlns:x=\"urn:x\" onload=\"alert(1)\"/>", "the attribute 'onload' of 'y'")]
    [InlineData(
        "<g xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"click\"/>",
        "the attribute 'ev:event' of 'g'"
    )]
    [InlineData("<g xml:base=\"javascript:\"/>", "the attribute 'xml:base' of 'g'")]
    [InlineData("<a href=\"javascript:alert(1)\"/>", "the attribute 'href' of 'a'")]
    [InlineData("<a xlink:href=\" JaVa&#x9;Sc&#10;ript&#58;alert(1)\"/>", "the attribute 'xlink:href' of 'a'")]
    [InlineData("<a xlink:href=\"&#1;javascript:alert(1)\"/>", null)]
    [InlineData("<a href=\"vbscript:x\"/>", "the attribute 'href' of 'a'")]
    [InlineData("<a href=\"data:text/html,&lt;script>\"/>", "the attribute 'href' of 'a'")]
    [InlineData(
        "<a l:href=\"javascript:alert(1)\" xmlns:l=\"http://www.w3.org/1999/xlink\"/>",
        "the attribute 'l:href' of 'a'"
    )]
    [InlineData(
        "<x:y xmlns:x=\"urn:x\" xlink:type=\"simple\" xlink:href=\"javascript:alert(1)\"/>",
        "the attribute 'xlink:href' of 'y'"
    )]
    [InlineData("<use href=\"data:image/svg+xml;base64,AAAA#x\"/>", "the attribute 'href' of 'use'")]
    [InlineData("<use href=\"other.svg#x\"/>", "the attribute 'href' of 'use'")]
    [InlineData("<use xlink:href=\"https://evil.example/x.svg#x\"/>", "the attribute 'xlink:href' of 'use'")]
    [InlineData("<image href=\"https://evil.example/x.png\"/>", "the attribute 'href' of 'image'")]
    [InlineData("<image href=\"//evil.example/x.png\"/>", "the attribute 'href' of 'image'")]
    [InlineData("<image href=\"/\\evil.example/x.png\"/>", "the attribute 'href' of 'image'")]
    [InlineData("<image href=\"data:image/svg+xml,&lt;svg/>\"/>", "the attribute 'href' of 'image'")]
    [InlineData("<image src=\"x.png\"/>", "the attribute 'src' of 'image'")]
    [InlineData("<feImage href=\"http://evil.example/\"/>", "the attribute 'href' of 'feImage'")]
    [InlineData("<set attributeName=\"onclick\" to=\"alert(1)\"/>", "the element 'set'")]
    [InlineData("<set attributeName=\" href \" to=\"#a\"/>", "the element 'set'")]
    [InlineData("<set attributeName=\"xlink:href\" to=\"#a\"/>", "the element 'set'")]
    [InlineData(
        "<animate attributeName=\"l:href\" xmlns:l=\"http://www.w3.org/1999/xlink\" "
            + "values=\"#a;javascript:alert(1)\"/>",
        "the element 'animate'"
    )]
    [InlineData("<animate attributeName=\"x\" values=\"0;javascript:alert(1)\"/>", "the element 'animate'")]
    [InlineData("<animate to=\"javascript:alert(1)\"/>", "the element 'animate'")]
    [InlineData("<animate attributeName=\"fill\" from=\"url(http://evil.example/#a)\"/>", "the element 'animate'")]
    [InlineData("<animate attributeName=\"style\" by=\"x\"/>", "the element 'animate'")]
    [InlineData("<animateTransform attributeName=\"onbegin\" by=\"x\"/>", "the element 'animateTransform'")]
    [InlineData("<rect fill=\"url(https://evil.example/x.svg#a)\"/>", "the attribute 'fill' of 'rect'")]
    [InlineData("<rect fill=\"\\75rl(https://evil.example/x.svg#a)\"/>", "the attribute 'fill' of 'rect'")]
    [InlineData("<rect filter=\"url('other.svg#a')\"/>", "the attribute 'filter' of 'rect'")]
    [InlineData("<rect cursor=\"image-set('https://evil.example/')\"/>", "the attribute 'cursor' of 'rect'")]
    [InlineData(
        "<rect style=\"fill:red;background:url(//evil.example);x:1\"/>",
        "the style property 'background' with an address outside of this file"
    )]
    [InlineData("<rect style=\"-moz-binding:url(#x)\"/>", "the style property '-moz-binding'")]
    [InlineData("<rect style=\"BEHAVIOR:url(#x)\"/>", "the style property 'behavior'")]
    [InlineData(
        "<rect style=\"width:expression(alert(1))\"/>",
        "the style property 'width' with the function 'expression()'"
    )]
    [InlineData(
        "<rect style=\"width:expr/**/ession(alert(1))\"/>",
        "the style property 'width' with the function 'ession()'"
    )]
    [InlineData(
        "<rect style=\"fill:u\\72 l(http://evil.example)\"/>",
        "the style property 'fill' with an address outside of this file"
    )]
    [InlineData("<style>@import 'https://evil.example/x.css';</style>", "the rule '@import'")]
    [InlineData("<style>@\\69mport url(https://evil.example/x.css);</style>", "the rule '@import'")]
    [InlineData(
        "<style><![CDATA[a{fill:url( \"https://evil.example\" )}]]></style>",
        "the style property 'fill' with an address outside of this file"
    )]
    [InlineData(
        "<style>@font-face{font-family:x;src:url(https://evil.example/x.woff)}</style>",
        "the style property 'src' with an address outside of this file"
    )]
    [InlineData(
        "<style>a{--x:url('javascript:alert(1)')}</style>",
        "the style property '--x' with an address outside of this file"
    )]
    [InlineData(
        "<style>a{fill:url(https://evil.example</style>",
        "the style property 'fill' with a text or an address that is broken off"
    )]
    [InlineData("<style>a{<script/>}</style>", "the element 'script'")]
    [InlineData("<?xml-stylesheet href=\"javascript:alert(1)\"?>", "the instruction '<?xml-stylesheet'")]
    [InlineData("<?php echo 1 ?>", "the instruction '<?php'")]
    public void What_runs_or_loads_is_taken_and_named(string content, string? taken)
    {
        var result = Clean(Open + content + "<rect id=\"kept\"/></svg>");
        if (taken is null)
        {
            Assert.NotNull(result.Fault);
            return;
        }

        Assert.Null(result.Fault);
        Assert.Equal([taken], result.Taken.Select(finding => finding.What));
        var text = Encoding.UTF8.GetString(result.Text!);
        Assert.Contains("<rect id=\"kept\" />", text, StringComparison.Ordinal);
        foreach (
            var part in (string[])
                ["alert", "evil", "javascript", "import", "data:", "vbscript", "other.svg", "<?php", "stylesheet"]
        )
        {
            Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase);
        }

        // Cleaning again finds nothing.
        Assert.Null(SvgCleaner.Clean(result.Text!).Text);
    }

    private static SvgResult Clean(string text) => SvgCleaner.Clean(Encoding.UTF8.GetBytes(text));
}
