using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Images.Svg;

/// <summary>
/// Takes out of a style what could fetch or run something. A style is cut into pieces that end at <c>;</c>, <c>{</c> or
/// <c>}</c>; a piece that holds a forbidden token goes, with its block where it has one, and the others stay as they
/// are written. What is left is looked at token by token once more, without regard to pieces: so a style that is cut
/// here otherwise than in a browser loses too much and never keeps too much.
/// </summary>
internal sealed class CssCleaner
{
    private readonly string _text;
    private readonly List<CssToken> _tokens;
    private readonly Action<string, int> _taken;
    private readonly List<(int Start, int End)> _cuts = [];
    private readonly Stack<char> _open = new();

    private CssCleaner(string text, Action<string, int> taken) =>
        (_text, _tokens, _taken) = (text, CssTokenizer.Read(text), taken);

    /// <summary>The style without what was taken; the text itself where nothing was.</summary>
    /// <param name="text">A style sheet or the declarations of a <c>style</c> attribute.</param>
    /// <param name="taken">Receives each removed text and its position in <paramref name="text"/>.</param>
    public static string Clean(string text, Action<string, int> taken)
    {
        var cleaner = new CssCleaner(text, taken);
        cleaner.CutPieces();
        var kept = cleaner.Kept();
        if (IsSafe(kept))
        {
            return kept;
        }

        taken("the rest of this style", 0);
        return "";
    }

    /// <summary>Whether a value, or a whole style, holds nothing that fetches or runs something.</summary>
    public static bool IsSafe(string text)
    {
        var tokens = CssTokenizer.Read(text);
        var isNamespace = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            isNamespace =
                tokens[i].Kind == CssTokenKind.AtKeyword
                    ? tokens[i].Value is "namespace"
                    : isNamespace && tokens[i].Kind != CssTokenKind.Semicolon;
            if (
                FaultAt(tokens, i, isNamespace) is not null
                || (tokens[i].Kind == CssTokenKind.AtKeyword && !CssNames.IsAtRule(tokens[i].Value))
            )
            {
                return false;
            }
        }

        return true;
    }

    private void CutPieces()
    {
        for (var first = 0; first < _tokens.Count; )
        {
            var end = EndOfPiece(first);
            if (FaultOf(first, end) is var (what, at))
            {
                _taken(what, _tokens[at].Start);
                end = end < _tokens.Count && _tokens[end].Value is "{" ? EndOfBlock(end) : end;
                Cut(first, end);
            }

            first = end + 1;
        }
    }

    /// <summary>
    /// The token that ends the piece, or the number of tokens: <c>;</c>, <c>{</c> or <c>}</c> outside of parentheses.
    /// </summary>
    private int EndOfPiece(int first)
    {
        _open.Clear();
        for (var i = first; i < _tokens.Count; i++)
        {
            var (kind, value) = (_tokens[i].Kind, _tokens[i].Value);
            if (
                _open.Count == 0
                && (
                    kind == CssTokenKind.Semicolon
                    || value is "{" or "}" && kind is CssTokenKind.Open or CssTokenKind.Close
                )
            )
            {
                return i;
            }

            Follow(_tokens[i]);
        }

        return _tokens.Count;
    }

    /// <summary>The token that closes a block, or the number of tokens.</summary>
    private int EndOfBlock(int open)
    {
        _open.Clear();
        for (var i = open; i < _tokens.Count; i++)
        {
            Follow(_tokens[i]);
            if (_open.Count == 0)
            {
                return i;
            }
        }

        return _tokens.Count;
    }

    /// <summary>A bracket closes the one that was opened last, if it is of its kind; else it means nothing.</summary>
    private void Follow(CssToken token)
    {
        if (token.Kind == CssTokenKind.Function)
        {
            _open.Push(')');
        }
        else if (token.Kind == CssTokenKind.Open)
        {
            _open.Push(
                token.Value switch
                {
                    "(" => ')',
                    "[" => ']',
                    _ => '}',
                }
            );
        }
        else if (token.Kind == CssTokenKind.Close && _open.TryPeek(out var closing) && closing == token.Value[0])
        {
            _open.Pop();
        }
    }

    /// <summary>The end of a declaration goes with it, the brace that closes the block around it does not.</summary>
    private void Cut(int first, int end)
    {
        var last = end < _tokens.Count ? _tokens[end] : _tokens[^1];
        _cuts.Add(
            (
                _tokens[first].Start,
                end < _tokens.Count && last.Value is "}" && !IsBlockOf(first, end) ? last.Start : last.End
            )
        );
    }

    /// <summary>Whether the brace at the end of a cut closes a block that was opened within it.</summary>
    private bool IsBlockOf(int first, int end)
    {
        var depth = 0;
        for (var i = first; i < end; i++)
        {
            depth += (_tokens[i].Kind, _tokens[i].Value) switch
            {
                (CssTokenKind.Open, "{") => 1,
                (CssTokenKind.Close, "}") => -1,
                _ => 0,
            };
        }

        return depth > 0;
    }

    private (string What, int Token)? FaultOf(int first, int end)
    {
        while (first < end && _tokens[first].Kind == CssTokenKind.Blank)
        {
            first++;
        }

        if (first == end)
        {
            return null;
        }

        if (_tokens[first].Kind == CssTokenKind.AtKeyword && !CssNames.IsAtRule(_tokens[first].Value))
        {
            return ($"the rule '@{SvgFindings.Quoted(_tokens[first].Value)}'", first);
        }

        if (PropertyOf(first, end) is { } property && !CssNames.IsProperty(property))
        {
            return ($"the style property '{SvgFindings.Quoted(property)}'", first);
        }

        var isNamespace = _tokens[first] is { Kind: CssTokenKind.AtKeyword, Value: "namespace" };
        for (var i = first; i < end; i++)
        {
            var fault =
                i > first && _tokens[i].Kind == CssTokenKind.AtKeyword
                    ? $"'@{SvgFindings.Quoted(_tokens[i].Value)}'"
                    : FaultAt(_tokens, i, isNamespace);
            if (fault is not null)
            {
                return (
                    PropertyOf(first, end) is { } owner
                        ? $"the style property '{SvgFindings.Quoted(owner)}' with {fault}"
                        : $"the rule with {fault}",
                    i
                );
            }
        }

        return null;
    }

    /// <summary>The property of a declaration; null for a piece that is none.</summary>
    private string? PropertyOf(int first, int end)
    {
        if ((end < _tokens.Count && _tokens[end].Value is "{") || _tokens[first].Kind != CssTokenKind.Ident)
        {
            return null;
        }

        for (var i = first + 1; i < end; i++)
        {
            if (_tokens[i].Kind != CssTokenKind.Blank)
            {
                return _tokens[i].Kind == CssTokenKind.Colon ? _tokens[first].Value : null;
            }
        }

        return null;
    }

    /// <summary>The fault of a token, wherever it stands; null for nothing.</summary>
    private static string? FaultAt(List<CssToken> tokens, int i, bool isNamespace) =>
        tokens[i] switch
        {
            { Kind: CssTokenKind.Broken } => "a text or an address that is broken off",
            { Kind: CssTokenKind.Url, Value: var address } => isNamespace || SvgAddress.IsInStyle(address)
                ? null
                : "an address outside of this file",
            { Kind: CssTokenKind.Function, Value: "url" } => isNamespace || IsSafeUrl(tokens, i)
                ? null
                : "an address outside of this file",
            { Kind: CssTokenKind.Function, Value: var name } => CssNames.IsFunction(name)
                ? null
                : $"the function '{SvgFindings.Quoted(name)}()'",
            { Kind: CssTokenKind.Ident, Value: var name } when CssNames.IsForbidden(name) => IsColon(tokens, i + 1)
                ? $"'{SvgFindings.Quoted(name)}'"
                : null,
            _ => null,
        };

    /// <summary>An address in quotes, after <c>url(</c>.</summary>
    private static bool IsSafeUrl(List<CssToken> tokens, int i)
    {
        for (i++; i < tokens.Count && tokens[i].Kind == CssTokenKind.Blank; i++) { }

        return i < tokens.Count && tokens[i].Kind == CssTokenKind.String && SvgAddress.IsInStyle(tokens[i].Value);
    }

    private static bool IsColon(List<CssToken> tokens, int i)
    {
        for (; i < tokens.Count && tokens[i].Kind == CssTokenKind.Blank; i++) { }

        return i < tokens.Count && tokens[i].Kind == CssTokenKind.Colon;
    }

    private string Kept()
    {
        if (_cuts.Count == 0)
        {
            return _text;
        }

        var kept = new StringBuilder(_text.Length);
        var at = 0;
        foreach (var (start, end) in _cuts)
        {
            kept.Append(_text, at, start - at);
            at = end;
        }

        return kept.Append(_text, at, _text.Length - at).ToString();
    }
}

/// <summary>
/// What a style may hold: the properties, functions and at-rules of CSS (snapshot 2024) and of SVG 2. None of them runs
/// or fetches anything, but for <c>url()</c>, whose address is looked at. Missing are <c>@import</c>, and the functions
/// that take an address as a string or draw what is elsewhere: <c>image()</c>, <c>image-set()</c>, <c>src()</c>,
/// <c>cross-fade()</c>, <c>element()</c>; and what ran in old browsers: <c>expression()</c>, <c>behavior</c>,
/// <c>-moz-binding</c>, <c>progid</c>.
/// </summary>
internal static class CssNames
{
    /// <summary>Beside <c>@top-left</c> and its kind, which begin with a side.</summary>
    private static readonly FrozenSet<string> AtRules = Set(
        """
        media supports font-face keyframes -webkit-keyframes -moz-keyframes -o-keyframes page layer container property
        counter-style charset namespace scope
        font-feature-values font-palette-values stylistic styleset swash ornaments annotation character-variant
        historical-forms
        starting-style viewport -ms-viewport -o-viewport view-transition position-try color-profile
        top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center
        bottom-right bottom-right-corner
        left-top left-middle left-bottom right-top right-middle right-bottom
        """
    );

    private static readonly FrozenSet<string> Functions = Set(
        """
        url var env attr calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log
        exp -webkit-calc -moz-calc
        rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color device-cmyk icc-color
        translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex
        scaley scalez scale3d skew skewx skewy matrix matrix3d perspective
        cubic-bezier steps linear frames spring path polygon circle ellipse inset rect xywh ray shape
        blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia alpha
        linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
        repeating-conic-gradient
        -webkit-linear-gradient -webkit-radial-gradient -webkit-repeating-linear-gradient -moz-linear-gradient
        -moz-radial-gradient -o-linear-gradient -webkit-gradient from to color-stop
        counter counters symbols format local tech minmax repeat fit-content fit-content anchor anchor-size scroll view
        not is where has matches any -webkit-any -moz-any nth-child nth-last-child nth-of-type nth-last-of-type nth-col
        nth-last-col lang dir host host-context slotted part cue state
        selector layer supports font-tech font-format style
        stylistic styleset swash ornaments annotation character-variant
        """
    );

    private static readonly FrozenSet<string> Properties = Set(
        """
        alignment-baseline baseline-shift baseline-source clip clip-path clip-rule color color-adjust
        color-interpolation color-interpolation-filters color-profile color-rendering
        cursor cx cy d direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
        flood-color flood-opacity
        font font-family font-feature-settings font-kerning font-language-override font-optical-sizing font-palette
        font-size font-size-adjust font-stretch font-style font-synthesis
        font-synthesis-position font-synthesis-small-caps font-synthesis-style font-synthesis-weight font-variant
        font-variant-alternates font-variant-caps font-variant-east-asian
        font-variant-emoji font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
        font-weight font-width font-smooth
        glyph-orientation-horizontal glyph-orientation-vertical image-rendering image-orientation inline-size isolation
        kerning letter-spacing lighting-color
        marker marker-end marker-mid marker-start marker-side mask mask-border mask-border-mode mask-border-outset
        mask-border-repeat mask-border-slice mask-border-source mask-border-width
        mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-position-x mask-position-y
        mask-repeat mask-size mask-type mix-blend-mode
        opacity overflow overflow-x overflow-y overflow-wrap overflow-clip-margin overflow-anchor overflow-block
        overflow-inline paint-order pointer-events r rx ry
        shape-image-threshold shape-inside shape-margin shape-outside shape-padding shape-rendering shape-subtract
        solid-color solid-opacity stop-color stop-opacity
        stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
        stroke-width stroke-alignment stroke-location
        text-anchor text-decoration text-decoration-color text-decoration-fill text-decoration-line
        text-decoration-skip text-decoration-skip-ink text-decoration-stroke
        text-decoration-style text-decoration-thickness text-emphasis text-emphasis-color text-emphasis-position
        text-emphasis-style text-orientation text-overflow text-rendering
        text-shadow text-size-adjust text-transform text-underline-offset text-underline-position text-align
        text-align-all text-align-last text-autospace text-box text-box-edge text-box-trim
        text-combine-upright text-indent text-justify text-spacing text-spacing-trim text-wrap text-wrap-mode
        text-wrap-style block-progression
        transform transform-box transform-origin transform-style translate rotate scale unicode-bidi user-select
        vector-effect visibility white-space white-space-collapse word-break
        word-spacing word-wrap writing-mode x y width height buffered-rendering zoom
        animation animation-composition animation-delay animation-direction animation-duration animation-fill-mode
        animation-iteration-count animation-name animation-play-state
        animation-range animation-range-end animation-range-start animation-timeline animation-timing-function
        transition transition-behavior transition-delay transition-duration transition-property
        transition-timing-function will-change
        offset offset-anchor offset-distance offset-path offset-position offset-rotate
        accent-color all appearance aspect-ratio backdrop-filter backface-visibility background background-attachment
        background-blend-mode background-clip background-color background-image
        background-origin background-position background-position-x background-position-y background-repeat
        background-size block-size
        border border-block border-block-color border-block-end border-block-end-color border-block-end-style
        border-block-end-width border-block-start border-block-start-color
        border-block-start-style border-block-start-width border-block-style border-block-width border-bottom
        border-bottom-color border-bottom-left-radius border-bottom-right-radius
        border-bottom-style border-bottom-width border-collapse border-color border-image border-image-outset
        border-image-repeat border-image-slice border-image-source border-image-width
        border-inline border-inline-color border-inline-end border-inline-end-color border-inline-end-style
        border-inline-end-width border-inline-start border-inline-start-color
        border-inline-start-style border-inline-start-width border-inline-style border-inline-width border-left
        border-left-color border-left-style border-left-width border-radius
        border-right border-right-color border-right-style border-right-width border-spacing border-style border-top
        border-top-color border-top-left-radius border-top-right-radius
        border-top-style border-top-width border-width border-end-end-radius border-end-start-radius
        border-start-end-radius border-start-start-radius
        bottom box-decoration-break box-shadow box-sizing break-after break-before break-inside caption-side
        caret-color clear color-scheme
        column-count column-fill column-gap column-rule column-rule-color column-rule-style column-rule-width
        column-span column-width columns
        contain contain-intrinsic-block-size contain-intrinsic-height contain-intrinsic-inline-size
        contain-intrinsic-size contain-intrinsic-width container container-name container-type
        content content-visibility counter-increment counter-reset counter-set empty-cells flex flex-basis
        flex-direction flex-flow flex-grow flex-shrink flex-wrap float forced-color-adjust
        gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-gap
        grid-column-start grid-gap grid-row grid-row-end grid-row-gap
        grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows hanging-punctuation
        hyphenate-character hyphenate-limit-chars hyphens
        align-content align-items align-self justify-content justify-items justify-self place-content place-items
        place-self order
        initial-letter inset inset-block inset-block-end inset-block-start inset-inline inset-inline-end
        inset-inline-start left right top
        line-break line-height line-height-step line-spacing list-style list-style-image list-style-position
        list-style-type
        margin margin-block margin-block-end margin-block-start margin-bottom margin-inline margin-inline-end
        margin-inline-start margin-left margin-right margin-top margin-trim
        max-block-size max-height max-inline-size max-width min-block-size min-height min-inline-size min-width
        math-depth math-shift math-style
        object-fit object-position orphans outline outline-color outline-offset outline-style outline-width
        padding padding-block padding-block-end padding-block-start padding-bottom padding-inline padding-inline-end
        padding-inline-start padding-left padding-right padding-top
        page page-break-after page-break-before page-break-inside perspective perspective-origin position
        print-color-adjust quotes resize row-gap ruby-align ruby-position
        scroll-behavior scrollbar-color scrollbar-gutter scrollbar-width tab-size table-layout touch-action
        vertical-align view-timeline view-timeline-name scroll-timeline
        scroll-timeline-name view-transition-name view-transition-class widows z-index interpolate-size field-sizing
        interactivity speak caret
        src unicode-range ascent-override descent-override line-gap-override size-adjust font-display
        font-named-instance unit panose-1 units-per-em ascent descent cap-height x-height
        syntax inherits initial-value system symbols additive-symbols negative prefix suffix range pad speak-as
        fallback base-palette override-colors size marks bleed rendering-intent
        navigation types user-zoom min-zoom max-zoom audio-level nav-index text-line-through quotes stroke-color
        stroke-fill
        """
    );

    private static readonly FrozenSet<string> Forbidden = Set(
        "behavior -ms-behavior binding -moz-binding -ms-filter -o-link -o-link-source"
    );

    /// <summary>Of browsers and editors: what follows their prefix is theirs, but for what loads or runs.</summary>
    private static readonly string[] Vendors =
    [
        "-webkit-",
        "-moz-",
        "-ms-",
        "-o-",
        "-inkscape-",
        "-adobe-",
        "-apple-",
        "-khtml-",
        "-epub-",
    ];

    public static bool IsAtRule(string name) => AtRules.Contains(name);

    public static bool IsFunction(string name) => Functions.Contains(name);

    /// <summary>Also of an attribute that stands for a property.</summary>
    public static bool IsProperty(string name) =>
        Properties.Contains(name)
        || name.StartsWith("--", StringComparison.Ordinal)
        || (!IsForbidden(name) && Array.Exists(Vendors, vendor => name.StartsWith(vendor, StringComparison.Ordinal)));

    /// <summary>Properties that ran scripts or loaded things in old browsers.</summary>
    public static bool IsForbidden(string name) => Forbidden.Contains(name);

    private static FrozenSet<string> Set(string names) =>
        names
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}
