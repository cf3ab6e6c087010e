using System.Globalization;
using StaticNews.Images.Decoding;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// What can be wrong with pictures: SN17xx. A missing file is SN2213. None of them keeps an article out: its page shows
/// the picture as it is.
/// </summary>
internal static class ImageDiagnostics
{
    private const double Megabyte = 1_000_000;

    /// <summary><c>image: gate.jpg</c>, <c>image: { src: gate.jpg }</c>.</summary>
    public static Diagnostic MainPictureWithoutAlt(SourceLocation at, string src) =>
        Diagnostic.Warning(
            "SN1701",
            at,
            $"the picture '{src}' has no alternative text, so that who cannot see it learns nothing of it",
            "write 'image: { src: …, alt: what it shows }'; a picture that only decorates has 'alt: \"\"'"
        );

    /// <summary><c>![](gate.jpg)</c>, <c>&lt;img src="gate.jpg"&gt;</c>.</summary>
    public static Diagnostic BodyPictureWithoutAlt(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1702",
            at,
            "this picture has no alternative text, so that who cannot see it learns nothing of it",
            "Say what it shows: ![what it shows](gate.jpg). A picture that only decorates is written as <img "
                + "src=\"gate.jpg\" alt=\"\">."
        );

    /// <summary><c>gate.jpg</c> holds text, or a photograph as a camera stores it.</summary>
    public static Diagnostic NoPicture(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN1703",
            at,
            $"'{file}' is no picture that browsers show",
            "Save it as JPEG, PNG, WebP, AVIF, GIF or SVG; a new name for the file is not enough"
        );

    /// <summary>A file of no bytes.</summary>
    public static Diagnostic EmptyPicture(SourceLocation at, string file) =>
        Diagnostic.Warning("SN1717", at, $"'{file}' is empty", "Copy it again from where it came from");

    /// <summary>
    /// <c>.staticnews/pictures</c> that belongs to somebody else, or a full disk; said once for all images.
    /// </summary>
    public static Diagnostic CopiesNotKept(string folder, string reason) =>
        Diagnostic.Error(
            "SN1718",
            SourceLocation.File(folder),
            $"the smaller copies of images cannot be kept here: {reason}; pages show the images as they are",
            "Make the folder writable for the user who builds, or delete it; it is only a cache"
        );

    /// <summary><c>gate.heic</c>, as a telephone stores it; <c>map.tif</c>, as a scanner does.</summary>
    /// <param name="format">"HEIC".</param>
    public static Diagnostic FewBrowsersShow(SourceLocation at, string file, string format) =>
        Diagnostic.Warning(
            "SN1716",
            at,
            $"'{file}' is an image of the format {format}, which few browsers show",
            "Save it as JPEG, PNG, WebP or AVIF; a new name for the file is not enough"
        );

    /// <summary>A file whose copying broke off.</summary>
    public static Diagnostic Damaged(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN1704",
            at,
            $"the picture '{file}' is damaged or cut off; readers see a part of it or nothing",
            "Copy it again from where it came from"
        );

    /// <summary><c>gate.png</c> is a JPEG.</summary>
    /// <param name="format">"JPEG".</param>
    /// <param name="ending">"jpg".</param>
    public static Diagnostic WrongEnding(SourceLocation at, string file, string format, string ending) =>
        Diagnostic.Warning(
            "SN1705",
            at,
            $"'{file}' is a picture of the format {format}, which its name does not say; some web servers send it "
                + $"so that it is not shown",
            $"Rename it so that it ends in .{ending}"
        );

    /// <summary>A picture that no screen shows, and that stops small devices.</summary>
    public static Diagnostic TooManyPixels(SourceLocation at, string file, int width, int height) =>
        Diagnostic.Warning(
            "SN1706",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the picture '{file}' has {width} × {height} pixels, which many devices cannot show"
            ),
            "Make a smaller copy; 3000 pixels are enough for any screen"
        );

    /// <summary>A photograph as it comes from the camera.</summary>
    public static Diagnostic Heavy(SourceLocation at, string file, long bytes) =>
        Diagnostic.Warning(
            "SN1707",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"every reader loads the {bytes / Megabyte:0.#} MB of '{file}'"
            ),
            "Make a smaller copy, or set 'pictures: { variants: true }' in site.yml"
        );

    /// <summary>A drawing with <c>&lt;script&gt;</c>, or with a font from elsewhere.</summary>
    public static Diagnostic ActiveDrawing(SourceLocation at, string file, bool hasScript) =>
        Diagnostic.Warning(
            "SN1708",
            at,
            hasScript
                ? $"the drawing '{file}' holds a script; pages do not run it, but who opens the file by itself does"
                : $"the drawing '{file}' names something on another host; pages do not load it, but who opens the "
                    + $"file by itself does",
            "Save it as plain SVG, with everything in it"
        );

    /// <summary>
    /// A drawing with a script or an <c>onload</c> in it; said of the file, and again by every build.
    /// </summary>
    /// <param name="taken">As "the element 'script' (line 3, column 5)"; at least one.</param>
    /// <param name="more">How many others there are.</param>
    public static Diagnostic DrawingCleaned(SourceLocation at, IReadOnlyList<string> taken, int more) =>
        Diagnostic.Warning(
            "SN1714",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the published drawing lacks what could run or load something on the site: "
                    + $"{string.Join("; ", taken)}{(more > 0 ? $"; and {more} more" : "")}"
            ),
            "Save it as plain SVG; or, if you trust whoever made every drawing of this site, set 'svg: keep' in "
                + "site.yml"
        );

    /// <summary>A drawing that is no XML: nobody can tell what a browser would make of it.</summary>
    /// <param name="reason">The end of a sentence: "its first element is not 'svg'".</param>
    public static Diagnostic DrawingUnreadable(SourceLocation at, string reason) =>
        Diagnostic.Error(
            "SN1715",
            at,
            $"this drawing cannot be checked for scripts and is not published: {reason}",
            "Open it in a drawing program and save it as SVG again; or, if you trust whoever made every drawing of "
                + "this site, set 'svg: keep' in site.yml"
        );

    /// <summary>
    /// <c>image: { src: gate.jpg, width: 800, height: 600 }</c> where gate.jpg has 1600 × 900 pixels.
    /// </summary>
    public static Diagnostic ShapeDiffers(
        SourceLocation at,
        string src,
        int width,
        int height,
        int fileWidth,
        int fileHeight
    ) =>
        Diagnostic.Warning(
            "SN1709",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{src}' has {fileWidth} × {fileHeight} pixels, and {width} × {height} is another shape"
            ),
            "Leave 'width' and 'height' out: they are read from the file"
        );

    /// <summary>
    /// The program was copied without the library beside it, or another version of the library was put there.
    /// </summary>
    /// <param name="detail">The path of the library, its version, or the program that could not be started.</param>
    public static Diagnostic LibraryUnusable(SourceLocation at, ImageLibraryFault fault, string detail) =>
        Diagnostic.Error(
            "SN1711",
            at,
            fault switch
            {
                ImageLibraryFault.OtherVersion =>
                    $"the libvips beside the program is version {detail}, and this program needs "
                        + $"{ImageLibrary.Version}",
                ImageLibraryFault.NoProcess => $"'{detail}' cannot be started to decode images",
                ImageLibraryFault.Damaged =>
                    $"the library '{detail}' is damaged, and without it no image can be decoded",
                _ => $"the library '{detail}' is missing or cannot be loaded, and without it no image can be decoded",
            } + "; pages show the images as they are, without smaller copies and without their colours",
            $"Install the program again, with all files of its package: the one that belongs there is "
                + $"{ImageLibrary.Name}"
        );

    /// <summary>A damaged image, or one that was made to stop the program that decodes it.</summary>
    /// <param name="library">"libvips 8.18.7".</param>
    public static Diagnostic NotDecoded(SourceLocation at, string library, ImageOutcome outcome) =>
        Diagnostic.Warning(
            "SN1713",
            at,
            outcome switch
            {
                ImageOutcome.Crashed => $"{library} crashed on this image",
                ImageOutcome.TooSlow => $"{library} took too long for this image",
                ImageOutcome.TooMuchMemory => $"{library} needed too much memory for this image",
                ImageOutcome.TooManyPixels => $"this image has more pixels than its header says, too many to decode",
                _ => $"{library} cannot decode this image, or not all of it",
            } + "; pages show it as it is, without smaller copies and without its colour",
            "Open it in an image editor and save it again"
        );
}
