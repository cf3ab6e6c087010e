using System.Collections.Frozen;

namespace StaticNews.Images.Svg;

/// <summary>
/// The elements and attributes of SVG 1.1, SVG 2 and their drafts that draw, describe or move something. Missing are
/// those that run, load or embed: <c>script</c>, <c>handler</c>, <c>listener</c>, <c>iframe</c>, <c>audio</c>,
/// <c>video</c>, <c>prefetch</c>, every <c>on…</c> attribute, <c>src</c> and <c>ping</c>.
/// </summary>
internal static class SvgNames
{
    public const string Svg = "http://www.w3.org/2000/svg";
    public const string XLink = "http://www.w3.org/1999/xlink";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private static readonly FrozenSet<string> Elements = Set(
        """
        a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath
        color-profile cursor defs desc discard ellipse
        feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood
        feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
        feSpecularLighting feSpotLight feTile feTurbulence
        filter flowDiv flowLine flowPara flowRegion flowRegionBreak flowRegionExclude flowRoot flowSpan flowRef
        flowTref font font-face font-face-format font-face-name font-face-src font-face-uri
        foreignObject g glyph glyphRef hatch hatchpath hatchPath hkern image line linearGradient marker mask mesh
        meshGradient meshgradient meshPatch meshpatch meshRow meshrow
        metadata missing-glyph mpath path pattern polygon polyline radialGradient rect region set solidcolor solidColor
        stop style svg switch symbol
        tbreak text textArea textPath title tref tspan unknown use view vkern
        """
    );

    private static readonly FrozenSet<string> Animations = Set(
        "animate animateColor animateMotion animateTransform set discard"
    );

    /// <summary>Beside the properties of CSS, <c>data-…</c> and <c>aria-…</c>.</summary>
    private static readonly FrozenSet<string> Attributes = Set(
        """
        accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType autofocus
        azimuth baseFrequency baseProfile bbox begin bias by
        calcMode cap-height class clipPathUnits content contentScriptType contentStyleType crossorigin datetime
        decelerate accelerate descent diffuseConstant divisor download dur
        dx dy edgeMode editable elevation encoding end exponent externalResourcesRequired fetchpriority filterRes
        filterUnits focusHighlight focusable
        font-name format fr from fx fy g1 g2 glyph-name glyphRef gradientTransform gradientUnits graphical hanging
        hatchContentUnits hatchUnits height horiz-adv-x horiz-origin-x horiz-origin-y hreflang id ideographic
        in in2 intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust
        limitingConeAngle line-increment local loading decoding
        markerHeight markerUnits markerWidth mask-type maskContentUnits maskUnits mathematical max media method min
        mode name numOctaves offset operator order orient orientation origin
        overline-position overline-thickness panose-1 path pathLength patternContentUnits patternTransform patternUnits
        pitch playbackorder timelinebegin points pointsAtX pointsAtY pointsAtZ
        preserveAlpha preserveAspectRatio primitiveUnits property radius referrerpolicy refX refY rel rendering-intent
        repeatCount repeatDur requiredExtensions requiredFeatures
        requiredFonts requiredFormats resource restart result role rotate scale seed side slope snapshotTime spacing
        specularConstant specularExponent spreadMethod startOffset
        stdDeviation stemh stemv stitchTiles strikethrough-position strikethrough-thickness string surfaceScale
        syncBehavior syncBehaviorDefault syncTolerance syncToleranceDefault syncMaster systemLanguage
        tabindex tableValues target targetX targetY textLength timelineBegin title to transform type typeof about
        datatype vocab prefix u1 u2 underline-position underline-thickness unicode unicode-range units-per-em
        v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y vert-origin-x vert-origin-y
        viewBox viewTarget widths width x-height x1 x2 xChannelSelector
        y1 y2 yChannelSelector z zoomAndPan x y d cx cy r rx ry href style
        cols rows padding heading itemprop itemscope itemtype itemid
        """
    );

    private static readonly FrozenSet<string> XLinkAttributes = Set(
        "href type role arcrole title show actuate label from to"
    );

    /// <summary>Vocabularies that browsers, or what reads XML for them, act upon.</summary>
    private static readonly FrozenSet<string> ActiveNamespaces = Set(
        """
        http://www.w3.org/1999/xhtml http://www.w3.org/2002/06/xhtml2/ http://www.w3.org/1998/Math/MathML
        http://www.w3.org/2001/xml-events http://www.w3.org/1999/XSL/Transform http://www.w3.org/TR/WD-xsl
        http://www.w3.org/1999/XSL/Format http://www.w3.org/2001/XInclude http://www.w3.org/2003/XInclude
        http://www.mozilla.org/xbl http://www.w3.org/ns/xbl
        http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul http://www.w3.org/2002/xforms
        urn:schemas-microsoft-com:vml urn:schemas-microsoft-com:time http://www.w3.org/ns/ttml
        http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/scripting
        """
    );

    /// <summary>
    /// Names that mean nothing in a vocabulary that browsers do not know; somebody chose them to be mistaken for what
    /// runs.
    /// </summary>
    private static readonly FrozenSet<string> ActiveElements = Set(
        "script iframe frame embed applet handler listener foreignobject html stylesheet"
    );

    public static bool IsElement(string name) => Elements.Contains(name);

    public static bool IsAnimation(string name) => Animations.Contains(name);

    /// <summary>An attribute without a namespace, on an element of SVG.</summary>
    public static bool IsAttribute(string name) =>
        Attributes.Contains(name)
        || name.StartsWith("data-", StringComparison.Ordinal)
        || name.StartsWith("aria-", StringComparison.Ordinal)
        || IsPresentation(name);

    /// <summary>An attribute whose value is one of CSS.</summary>
    public static bool IsPresentation(string name) =>
        name is not "src" && CssNames.IsProperty(name) && !name.StartsWith("--", StringComparison.Ordinal);

    /// <summary>What an animation may change: what draws, and no address, handler, style sheet or name.</summary>
    public static bool IsAnimatable(string name) =>
        IsAttribute(name)
        && name
            is not (
                "href"
                or "style"
                or "id"
                or "attributeName"
                or "attributeType"
                or "target"
                or "rel"
                or "download"
                or "type"
                or "from"
                or "to"
                or "by"
                or "values"
                or "begin"
                or "end"
            )
        && !name.StartsWith("data-", StringComparison.Ordinal);

    public static bool IsXLinkAttribute(string name) => XLinkAttributes.Contains(name);

    public static bool IsActiveNamespace(string name) => ActiveNamespaces.Contains(name);

    public static bool IsActiveElement(string name) => ActiveElements.Contains(name.ToLowerInvariant());

    private static FrozenSet<string> Set(string names) =>
        names
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>
/// Which addresses an SVG file may name. They are read as browsers read them (URL Standard, "basic URL parser"): blanks
/// around and line ends within do not count.
/// </summary>
internal static class SvgAddress
{
    private static readonly FrozenSet<string> LinkSchemes = FrozenSet.Create(
        StringComparer.Ordinal,
        "http",
        "https",
        "mailto",
        "tel"
    );

    /// <summary>
    /// Pictures made of pixels. SVG is not among them: it would be a document that was not cleaned.
    /// </summary>
    private static readonly FrozenSet<string> PictureTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "image/png",
        "image/x-png",
        "image/apng",
        "image/jpeg",
        "image/jpg",
        "image/pjpeg",
        "image/gif",
        "image/webp",
        "image/avif",
        "image/bmp",
        "image/x-icon",
        "image/jxl",
        "image/tiff"
    );

    private static readonly FrozenSet<string> FontTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "application/font-woff",
        "application/font-woff2",
        "application/font-sfnt",
        "application/x-font-woff",
        "application/x-font-woff2",
        "application/x-font-ttf",
        "application/x-font-truetype",
        "application/x-font-otf",
        "application/x-font-opentype",
        "application/vnd.ms-fontobject",
        "application/vnd.ms-opentype",
        "application/octet-stream"
    );

    /// <summary>A place in the file itself, or nothing.</summary>
    public static bool IsInside(string written) => Normalized(written) is "" or ['#', ..];

    /// <summary>Where a link may lead: anywhere, as long as nothing runs.</summary>
    public static bool IsLink(string written) =>
        SchemeOf(Normalized(written)) is not { } scheme || LinkSchemes.Contains(scheme);

    /// <summary>
    /// What a picture may be loaded from: the file itself, the site, or bytes that stand in the address.
    /// </summary>
    public static bool IsPicture(string written)
    {
        var address = Normalized(written);
        return SchemeOf(address) is { } scheme
            ? scheme is "data" && PictureTypes.Contains(TypeOf(address))
            : !(address is ['/' or '\\', '/' or '\\', ..]);
    }

    /// <summary>
    /// What a style may load: a place in the file itself, or a picture or font whose bytes stand in the address.
    /// </summary>
    public static bool IsInStyle(string written)
    {
        var address = Normalized(written);
        return address is "" or ['#', ..]
            || (
                SchemeOf(address) is "data"
                && TypeOf(address) is var type
                && (
                    PictureTypes.Contains(type)
                    || FontTypes.Contains(type)
                    || type.StartsWith("font/", StringComparison.Ordinal)
                )
            );
    }

    /// <summary>The scheme in lower case, or null for an address that continues the file's own.</summary>
    private static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(address[0]))
        {
            return null;
        }

        foreach (var c in address.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return address[..colon].ToLowerInvariant();
    }

    /// <summary>The media type of a data: address, in lower case.</summary>
    private static string TypeOf(string address)
    {
        var start = "data:".Length;
        var end = address.AsSpan(start).IndexOfAny(',', ';');
        return end < 0 ? "" : address.Substring(start, end).Trim().ToLowerInvariant();
    }

    private static string Normalized(string written)
    {
        var (start, end) = (0, written.Length);
        while (start < end && written[start] <= ' ')
        {
            start++;
        }

        while (end > start && written[end - 1] <= ' ')
        {
            end--;
        }

        var text = written.AsSpan(start, end - start);

        // The address of a picture may hold megabytes, and what matters stands at its beginning.
        text = text[..Math.Min(text.Length, 1024)];
        return text.ContainsAny('\t', '\n', '\r')
            ? string.Concat(text.ToString().Where(static c => c is not ('\t' or '\n' or '\r')))
            : text.ToString();
    }
}
