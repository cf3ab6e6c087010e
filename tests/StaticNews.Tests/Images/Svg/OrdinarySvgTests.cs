using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticNews.Images.Svg;

namespace StaticNews.Tests.Images.Svg;

/// <summary>
/// What drawing programs write comes through byte for byte; what no browser would read as it is read here does not come
/// through at all.
/// </summary>
public sealed class OrdinarySvgTests
{
    private const string Open =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

    private const string Illustrator = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- Generator: Adobe Illustrator 16.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
            <!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
            <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
            <!ENTITY ns_svg "http://www.w3.org/2000/svg">
            <!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
        ]>
        <svg version="1.1" id="Layer_1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" i:viewOrigin="251 457" i:rulerOrigin="0 0" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;"
             width="100px" height="100px" viewBox="0 0 100 100" enable-background="new 0 0 100 100" overflow="visible" xml:space="preserve">
        <switch>
          <foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:pgfRef xlink:href="#adobe_illustrator_pgf"></i:pgfRef></foreignObject>
          <g i:extraneous="self">MORE<path i:knockout="Off" fill="#F7931E" d="M0,0h10v10z"/></g>
        </switch>
        <i:pgf id="adobe_illustrator_pgf"><![CDATA[eJzsvWl3I7eVLfidv4H3g9eq)]]></i:pgf>
        </svg>
        """;

    private const string Inkscape = """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <svg xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:svg="http://www.w3.org/2000/svg"
           xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
           xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="210mm" height="297mm" id="svg8" inkscape:version="0.92" sodipodi:docname="a.svg">
          <defs id="defs2"><inkscape:path-effect effect="spiro" id="pe" is_visible="true" /><linearGradient id="l"><stop style="stop-color:#fff;stop-opacity:1" offset="0" /></linearGradient>
            <linearGradient xlink:href="#l" id="m" gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,1,2,3)" inkscape:collect="always" />
            <marker inkscape:stockid="Arrow1Lend" orient="auto" id="a" style="overflow:visible"><path transform="scale(-0.8)" d="M 0,0 5,-5" /></marker></defs>
          <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.35"><inkscape:grid type="xygrid" id="g" /></sodipodi:namedview>
          <metadata id="m5"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" /></cc:Work></rdf:RDF></metadata>
          <g inkscape:label="Layer 1" inkscape:groupmode="layer"><path style="fill:url(#m);stroke:#000;-inkscape-stroke:none;marker-end:url(#a);font-variation-settings:normal" d="M 1,1 2,2" inkscape:connector-curvature="0" />
            <text xml:space="preserve" style="font-family:sans-serif;-inkscape-font-specification:'sans-serif, Normal';line-height:1.25;shape-inside:url(#r)"><tspan sodipodi:role="line" x="1">Text &amp; more</tspan></text>
            <image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1" preserveAspectRatio="none" /><image xlink:href="photo.jpg" sodipodi:absref="C:\photo.jpg" /></g>
        </svg>
        """;

    private const string Matplotlib = """
        <?xml version="1.0" encoding="utf-8" standalone="no"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
          "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1">
         <metadata><rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work><dc:creator><cc:Agent><dc:title>Matplotlib v3.8, https://matplotlib.org/</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>
         <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
         <g id="axes_1"><g clip-path="url(#p1)"><use xlink:href="#m1" x="57" y="41" style="stroke: #1f77b4"/></g><defs><clipPath id="p1"><rect x="57" y="41"/></clipPath></defs></g>
        </svg>
        """;

    private const string Web = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" role="img" aria-labelledby="t" data-name="Layer (1)" class="chart" fill="none" onfocusin-x="" >
        <title id="t">Chart: javascript: is only a word here, and so is url(http://x)</title>
        <style>
          /* @import url(x.css) in a comment */
          @namespace svg url(http://www.w3.org/2000/svg);
          @font-face { font-family: "F"; src: url(data:font/woff2;base64,d09GMg==) format("woff2"), local("Arial") }
          :root { --main: #c00; --w: calc(1px + 2 * var(--x, 3px)) } .a:hover > .b:not(.c)::before { fill: var(--main); content: "url(http://x) \201C" }
          @media (prefers-color-scheme: dark) and (min-width: 10em) { .a { fill: color-mix(in srgb, red 20%, blue); filter: url(#f) drop-shadow(0 0 1px #000) } }
          @keyframes k { from { opacity: 0; transform: translate3d(0, 1px, 0) rotate(3deg) } 50% { d: path("M0 0h1") } to { opacity: 1 } }
          .c { animation: k 2s cubic-bezier(.1, .2, .3, 1) infinite; mask: url('#m'); -webkit-mask-image: url( "#m" ); background-image: url(data:image/gif;base64,R0lGODlh) }
        </style>
        <filter id="f" x="-1"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feColorMatrix values="0 0 0 0 0" result="h"/><feBlend in="SourceGraphic" in2="h"/></filter>
        <a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener"><text text-anchor="middle" dominant-baseline="central">Link</text></a><a xlink:href="mailto:a@b.example" xmlns:xlink="http://www.w3.org/1999/xlink"/>
        <rect width="1" height="1" rx="2" fill="url(#g) red" stroke="rgba(1,2,3,.5)" transform="translate(1 2) rotate(30)" vector-effect="non-scaling-stroke" tabindex="0" style="mix-blend-mode:multiply">
          <animate attributeName="opacity" values="0;1;0" dur="2s" repeatCount="indefinite" begin="click"/><set attributeName="visibility" to="hidden" begin="1s"/>
          <animateTransform attributeName="transform" type="rotate" from="0 1 1" to="360 1 1" dur="3s"/><animate attributeName="d" values="M0 0h1;M0 0h2"/><animate attributeName="fill" to="url(#g)"/></rect>
        <path id="p" d="M0 0L10 10Z"/><text><textPath href="#p">Along</textPath></text><animateMotion path="M0 0h9"><mpath href="#p"/></animateMotion><use href="#p"/>
        </svg>
        """;

    [Theory]
    [InlineData(Illustrator)]
    [InlineData(Inkscape)]
    [InlineData(Matplotlib)]
    public void What_programs_write_stays_byte_for_byte(string text)
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text),
            Encoding.UTF8.GetBytes("\ufeff" + text.ReplaceLineEndings("\r\n")),
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];

        Assert.All(files, file => AssertUntouched(file));
    }

    [Fact]
    public void What_the_web_writes_stays_byte_for_byte() =>
        AssertUntouched(Encoding.UTF8.GetBytes(Web.Replace(" onfocusin-x=\"\"", "", StringComparison.Ordinal)));

    [Fact]
    public void Entities_are_put_in_their_places_where_something_is_taken()
    {
        var text = Cleaned(Illustrator.Replace("MORE", "<script>alert(1)</script>", StringComparison.Ordinal));

        Assert.DoesNotContain("DOCTYPE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("&ns", text, StringComparison.Ordinal);
        Assert.Contains("xmlns=\"http://www.w3.org/2000/svg\"", text, StringComparison.Ordinal);
        Assert.Contains("d=\"M0,0h10v10z\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_anew_keeps_its_look()
    {
        var text = Cleaned(Web.Replace("onfocusin-x", "onfocusin", StringComparison.Ordinal));

        Assert.Null(SvgCleaner.Clean(Encoding.UTF8.GetBytes(text)).Text);
        Assert.Equal(
            System.Xml.Linq.XDocument.Parse(Web.Replace(" onfocusin-x=\"\"", "", StringComparison.Ordinal)).ToString(),
            System.Xml.Linq.XDocument.Parse(text).ToString()
        );
    }

    [Theory]
    [InlineData(
        "<style>a{fill:red;behavior:url(#x);stroke:blue}b{fill:green}</style>",
        "<style>a{fill:red;stroke:blue}b{fill:green}</style>"
    )]
    [InlineData("<style>a{fill:red}@import 'x';b{fill:green}</style>", "<style>a{fill:red}b{fill:green}</style>")]
    [InlineData("<style>@document url(http://x){a{fill:red}}b{fill:green}</style>", "<style>b{fill:green}</style>")]
    [InlineData("<style>a{b:c;src:url(http://x)}b{fill:green}</style>", "<style>a{}b{fill:green}</style>")]
    [InlineData("<rect style=\"fill:red;stroke:url(http://x)\"/>", "<rect style=\"fill:red;\" />")]
    [InlineData("<!DOCTYPE x>", null)]
    public void Only_the_piece_of_a_style_goes(string content, string? left)
    {
        var result = SvgCleaner.Clean(Encoding.UTF8.GetBytes(Open + content + "</svg>"));

        Assert.Equal(left is null, result.Fault is not null);
        Assert.Contains(
            left ?? "",
            result.Text is null ? "" : Encoding.UTF8.GetString(result.Text),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_taken_is_told_with_its_line_and_column()
    {
        var result = SvgCleaner.Clean(
            Encoding.UTF8.GetBytes(
                $"{Open}\n<g\n  onclick='x'/>\n<style>\na {{\n  fill: red;\n  behavior: url(#x)\n}}</style>\n</svg>"
            )
        );

        Assert.Equal(
            [
                new SvgFinding("the attribute 'onclick' of 'g'", 3, 3),
                new SvgFinding("the style property 'behavior'", 7, 3),
            ],
            result.Taken
        );
    }

    [Fact]
    public void A_thousand_things_are_counted_and_the_first_named()
    {
        var result = SvgCleaner.Clean(
            Encoding.UTF8.GetBytes($"{Open}{string.Concat(Enumerable.Repeat("<script/>", 1000))}</svg>")
        );

        Assert.Equal((SvgFindings.KeptMax, 1000), (result.Taken.Count, result.TakenCount));
    }

    public static TheoryData<string, byte[]> Unreadable =>
        new()
        {
            { "empty", [] },
            { "not XML", "GIF89a/*<svg/>*/"u8.ToArray() },
            { "HTML", "<!DOCTYPE html><html><body onload=alert(1)></html>"u8.ToArray() },
            { "another root", "<html xmlns='http://www.w3.org/1999/xhtml'/>"u8.ToArray() },
            { "svg of another namespace", "<svg xmlns='http://www.w3.org/1999/xhtml'/>"u8.ToArray() },
            { "cut off", Encoding.UTF8.GetBytes(Open + "<script>alert(1)</script>") },
            { "two roots", Encoding.UTF8.GetBytes(Open + "</svg><svg/>") },
            { "UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Open + "</svg>")] },
            { "UTF-32 without its mark", Encoding.UTF32.GetBytes(Open + "</svg>") },
            {
                "UTF-7",
                Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='utf-7'?>" + Open + "+ADw-script+AD4-</svg>")
            },
            {
                "declared as UTF-16",
                Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + Open + "</svg>")
            },
            { "Shift_JIS", Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='shift_jis'?>" + Open + "</svg>") },
            { "EBCDIC", [0x4c, 0x6f, 0xa7, 0x94] },
            { "broken UTF-8", [.. Encoding.UTF8.GetBytes(Open), 0xff, .. "</svg>"u8] },
            { "a NUL", Encoding.UTF8.GetBytes(Open + "\0</svg>") },
            { "no such entity", Encoding.UTF8.GetBytes(Open + "&nbsp;</svg>") },
            {
                "a billion laughs",
                Encoding.UTF8.GetBytes(
                    "<!DOCTYPE svg [<!ENTITY a0 'laugh'>"
                        + string.Concat(
                            Enumerable
                                .Range(1, 20)
                                .Select(i => $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};'>")
                        )
                        + "]>"
                        + Open
                        + "&a20;</svg>"
                )
            },
            {
                "an entity of itself",
                Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>" + Open + "&a;</svg>")
            },
            {
                "one long entity, many times",
                Encoding.UTF8.GetBytes(
                    "<!DOCTYPE svg [<!ENTITY a '"
                        + new string('a', 100_000)
                        + "'>]>"
                        + Open
                        + string.Concat(Enumerable.Repeat("&a;", 1000))
                        + "</svg>"
                )
            },
            {
                "deep",
                Encoding.UTF8.GetBytes(
                    Open
                        + string.Concat(Enumerable.Repeat("<g>", 100_000))
                        + string.Concat(Enumerable.Repeat("</g>", 100_000))
                        + "</svg>"
                )
            },
            { "gzip in gzip", Gzip(Gzip(Encoding.UTF8.GetBytes(Open + "</svg>"))) },
            { "broken gzip", Gzip(Encoding.UTF8.GetBytes(Open + "</svg>"))[..20] },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_checked_is_refused(string kind, byte[] file)
    {
        var result = SvgCleaner.Clean(file);

        Assert.True(result.Fault is not null, kind);
        Assert.Null(result.Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg SYSTEM 'http://evil.example/x.dtd'>", 1)]
    [InlineData("<!DOCTYPE svg SYSTEM 'x.dtd'>", 1)]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", 1)]
    [InlineData("<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://evil.example/'>]>", 1)]
    [InlineData("<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]>", 0)]
    [InlineData("<!DOCTYPE svg [<!ATTLIST g onclick CDATA 'alert(1)'>]>", 1)]
    [InlineData("<!DOCTYPE svg [<!-- PUBLIC % --><!ENTITY x 'SYSTEM'>]>", 0)]
    public void Document_types_that_reach_out_are_taken(string type, int taken)
    {
        var result = SvgCleaner.Clean(Encoding.UTF8.GetBytes(type + Open + "<g/></svg>"));

        Assert.Equal((null, taken), (result.Fault, result.TakenCount));
    }

    [Fact]
    public void Old_encodings_of_the_west_come_out_as_utf8()
    {
        var file = Encoding.Latin1.GetBytes(
            "<?xml version='1.0' encoding='ISO-8859-1'?>"
                + Open
                + "<text>caf\u00e9 \u0096 \u0093x\u0094</text><script/></svg>"
        );

        Assert.Contains(
            "<text>café – “x”</text>",
            Encoding.UTF8.GetString(SvgCleaner.Clean(file).Text!),
            StringComparison.Ordinal
        );
        AssertUntouched(
            Encoding.Latin1.GetBytes(
                "<?xml version='1.0' encoding='windows-1252'?>" + Open + "<text>caf\u00e9</text></svg>"
            )
        );
    }

    [Fact]
    public void Several_members_of_gzip_become_one()
    {
        var (first, second) = (Encoding.UTF8.GetBytes(Open), "<rect/></svg>"u8.ToArray());
        var result = SvgCleaner.Clean([.. Gzip(first), .. Gzip(second)]);

        Assert.Equal((1, true), (result.TakenCount, result.IsCompressed));
        Assert.Contains("<rect />", Encoding.UTF8.GetString(result.Text!), StringComparison.Ordinal);
        Assert.Equal(1, SvgCleaner.Clean([.. Gzip(Encoding.UTF8.GetBytes(Open + "</svg>")), 1, 2, 3, 4, 5]).TakenCount);
        AssertUntouched(Gzip(Encoding.UTF8.GetBytes(Open + "</svg>")));
    }

    public static TheoryData<string, string> Exhausting =>
        new()
        {
            {
                "a chain of entities",
                "<!DOCTYPE svg [<!ENTITY a0 'x'>"
                    + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"<!ENTITY a{i} '&a{i - 1};'>"))
                    + $"]>{Open}&a49999;</svg>"
            },
            {
                "a chain of entities in an attribute",
                "<!DOCTYPE svg [<!ENTITY a0 'x'>"
                    + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"<!ENTITY a{i} '&a{i - 1};'>"))
                    + $"]>{Open}<g id='&a49999;'/></svg>"
            },
            {
                "a content model",
                $"<!DOCTYPE svg [<!ELEMENT svg {new string('(', 100_000)}a{new string(')', 100_000)}>]>{Open}</svg>"
            },
            {
                "parameters",
                "<!DOCTYPE svg [<!ENTITY % a0 ''>"
                    + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"<!ENTITY % a{i} '&#37;a{i - 1};'>"))
                    + $"%a19999;]>{Open}</svg>"
            },
            {
                "attributes",
                $"{Open}<g {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='' "))}/></svg>"
            },
            {
                "namespaces",
                $"{Open}{string.Concat(Enumerable.Range(0, 900).Select(i => $"<g xmlns:a{i}='urn:{i}'>"))}{string.Concat(Enumerable.Repeat("</g>", 900))}</svg>"
            },
            {
                "deep and taken",
                $"{Open}<script>{string.Concat(Enumerable.Repeat("<g>", 200_000))}{string.Concat(Enumerable.Repeat("</g>", 200_000))}</script></svg>"
            },
            { "braces", $"{Open}<style>{new string('{', 3_000_000)}</style></svg>" },
            { "parentheses", $"{Open}<rect style=\"fill:{new string('(', 3_000_000)}\"/></svg>" },
            { "at-rules", $"{Open}<style>{string.Concat(Enumerable.Repeat("@x{", 300_000))}</style></svg>" },
            { "values", $"{Open}<animate attributeName='x' values=\"{new string(';', 5_000_000)}\"/></svg>" },
        };

    /// <summary>None of these ends the process, or takes longer than a minute.</summary>
    [SlowTheory]
    [MemberData(nameof(Exhausting))]
    public void What_is_made_to_exhaust_a_reader_ends(string kind, string text)
    {
        var result = SvgCleaner.Clean(Encoding.UTF8.GetBytes(text));

        Assert.True(result.Text is null || SvgCleaner.Clean(result.Text) is { Text: null, Fault: null }, kind);
    }

    [SlowFact]
    public void A_file_of_sixty_megabytes_is_read()
    {
        var file = Encoding.UTF8.GetBytes(
            $"{Open}<path d=\"{string.Concat(Enumerable.Repeat("M0 0L1 1 ", 6_900_000))}\"/></svg>"
        );

        AssertUntouched(file);
    }

    /// <summary>Whatever stands in a style, what is left is harmless, and cleaning it again changes nothing.</summary>
    [Property(MaxTest = 2000)]
    public Property Any_style_ends_harmless()
    {
        string[] pieces =
        [
            "a",
            "{",
            "}",
            ";",
            ":",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            "\\75 rl(",
            "url(",
            "URL(",
            "#x",
            "http://evil/",
            "//evil",
            "data:image/png;base64,",
            "@import",
            "@media",
            "@namespace",
            "expression(",
            "-moz-binding",
            "behavior",
            "fill",
            "var(",
            "--x",
            "/*",
            "*/",
            "<!--",
            "-->",
            " ",
            "\n",
            "1",
            "é",
            "!important",
            ",",
            "src:",
            "image-set(",
            "\\",
            "\\a",
        ];
        return Prop.ForAll(
            Gen.Elements(pieces).ArrayOf().ToArbitrary(),
            chosen =>
            {
                var cleaned = CssCleaner.Clean(string.Concat(chosen), static (_, _) => { });
                return CssCleaner.IsSafe(cleaned)
                    && string.Equals(
                        CssCleaner.Clean(cleaned, static (_, _) => { }),
                        cleaned,
                        StringComparison.Ordinal
                    );
            }
        );
    }

    /// <summary>No bytes make it throw, and what comes out is clean.</summary>
    [Property(MaxTest = 1000)]
    public Property Any_markup_ends_clean()
    {
        string[] pieces =
        [
            "<g>",
            "</g>",
            "<script>",
            "</script>",
            "<a href='",
            "javascript:alert(1)",
            "'>",
            "</a>",
            "<x:y xmlns:x='urn:x'>",
            "</x:y>",
            "<style>",
            "</style>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?x ?>",
            "&amp;",
            "&#10;",
            "&x;",
            "text",
            "<set attributeName='href' to='x'/>",
            "<image href='http://x'/>",
            " onload='x'",
            "<foreignObject>",
            "</foreignObject>",
            "\0",
            "\ud800",
            "<svg>",
            "</svg>",
        ];
        return Prop.ForAll(
            Gen.Elements(pieces).ArrayOf().ToArbitrary(),
            chosen =>
            {
                var result = SvgCleaner.Clean(Encoding.UTF8.GetBytes($"{Open}{string.Concat(chosen)}</svg>"));
                return result.Text is null || SvgCleaner.Clean(result.Text) is { Text: null, Fault: null };
            }
        );
    }

    private static void AssertUntouched(byte[] file)
    {
        var result = SvgCleaner.Clean(file);
        Assert.Equal([], result.Taken);
        Assert.Null(result.Fault);
        Assert.Null(result.Text);
    }

    private static string Cleaned(string text) =>
        Encoding.UTF8.GetString(SvgCleaner.Clean(Encoding.UTF8.GetBytes(text)).Text!);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
