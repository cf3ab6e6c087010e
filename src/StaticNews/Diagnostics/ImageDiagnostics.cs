using System.Globalization;
using StaticNews.Images.Decoding;
using StaticNews.Text;

namespace StaticNews.Diagnostics;

/// <summary>
/// The messages <c>SN17xx</c> about images. A missing file is <see cref="ArchiveDiagnostics.FileMissing"/>. None of
/// these messages leaves an article out: its page shows the image as it is.
/// </summary>
internal static class ImageDiagnostics
{
    private const double Megabyte = 1_000_000;

    /// <summary>
    /// The main image of an article has no alternative text: <c>image: gate.jpg</c>, <c>image: { src: gate.jpg }</c>.
    /// </summary>
    public static Diagnostic MainPictureWithoutAlt(SourceLocation at, string src) =>
        Diagnostic.Warning(
            "SN1701",
            at,
            $"the image '{src}' has no alternative text, so readers who cannot see it do not know what it shows",
            "Write 'image: { src: …, alt: what it shows }', or 'alt: \"\"' if the image is only decoration"
        );

    /// <summary>
    /// An image in the text has no alternative text: <c>![](gate.jpg)</c>, <c>&lt;img src="gate.jpg"&gt;</c>.
    /// </summary>
    public static Diagnostic BodyPictureWithoutAlt(SourceLocation at) =>
        Diagnostic.Warning(
            "SN1702",
            at,
            "this image has no alternative text, so readers who cannot see it do not know what it shows",
            "Write ![what it shows](gate.jpg), or <img src=\"gate.jpg\" alt=\"\"> if the image is only decoration"
        );

    /// <summary>A file is not an image: <c>gate.jpg</c> contains text, or the raw data of a camera.</summary>
    public static Diagnostic NoPicture(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN1703",
            at,
            $"'{file}' is not an image that browsers can show",
            "Save it as JPEG, PNG, WebP, AVIF, GIF or SVG with an image editor; renaming the file is not enough"
        );

    /// <summary>The file of an image has no bytes.</summary>
    public static Diagnostic EmptyPicture(SourceLocation at, string file) =>
        Diagnostic.Warning("SN1717", at, $"'{file}' is empty", "Copy the file again from its source");

    /// <summary>
    /// The smaller copies cannot be stored: <c>.staticnews/pictures</c> belongs to another user, or the disk is full.
    /// This is reported once for all images.
    /// </summary>
    public static Diagnostic CopiesNotKept(string folder, string reason) =>
        Diagnostic.Error(
            "SN1718",
            SourceLocation.File(folder),
            $"the smaller copies of images cannot be stored here: {reason}; pages show the original images",
            "Make the folder writable for the user who runs the build, or delete it; it is only a cache"
        );

    /// <summary>
    /// Few browsers show the format of an image: <c>gate.heic</c> from a telephone, <c>map.tif</c> from a scanner.
    /// </summary>
    /// <param name="format">The name of the format: "HEIC".</param>
    public static Diagnostic FewBrowsersShow(SourceLocation at, string file, string format) =>
        Diagnostic.Warning(
            "SN1716",
            at,
            $"'{file}' is an image of the format {format}, which few browsers show",
            "Save it as JPEG, PNG, WebP or AVIF with an image editor; renaming the file is not enough"
        );

    /// <summary>The data of an image ends too early, for example because copying it was interrupted.</summary>
    public static Diagnostic Damaged(SourceLocation at, string file) =>
        Diagnostic.Warning(
            "SN1704",
            at,
            $"the image '{file}' is damaged or incomplete, so readers see a part of it or nothing",
            "Copy the file again from its source"
        );

    /// <summary>The extension of an image does not fit its format: <c>gate.png</c> is a JPEG.</summary>
    /// <param name="format">The name of the format: "JPEG".</param>
    /// <param name="ending">The extension that fits: "jpg".</param>
    public static Diagnostic WrongEnding(SourceLocation at, string file, string format, string ending) =>
        Diagnostic.Warning(
            "SN1705",
            at,
            $"the format of '{file}' is {format}, which does not fit its extension; some web servers declare a wrong "
                + $"type, so that browsers do not show it",
            $"Rename it so that it ends in .{ending}"
        );

    /// <summary>An image has so many pixels that small devices run out of memory.</summary>
    public static Diagnostic TooManyPixels(SourceLocation at, string file, int width, int height) =>
        Diagnostic.Warning(
            "SN1706",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the image '{file}' has {width} × {height} pixels, which many devices cannot show"
            ),
            "Make a smaller copy; a width of 3000 pixels is enough for any screen"
        );

    /// <summary>An image has many megabytes, such as a photograph that was not changed since the camera.</summary>
    public static Diagnostic Heavy(SourceLocation at, string file, long bytes) =>
        Diagnostic.Warning(
            "SN1707",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{file}' has {bytes / Megabyte:0.#} MB, which every reader has to load"
            ),
            "Make a smaller copy, or set 'pictures: { variants: true }' in site.yml"
        );

    /// <summary>A drawing contains a <c>&lt;script&gt;</c> or names a file on another host, such as a font.</summary>
    public static Diagnostic ActiveDrawing(SourceLocation at, string file, bool hasScript) =>
        Diagnostic.Warning(
            "SN1708",
            at,
            hasScript
                ? $"the drawing '{file}' contains a script, which does not run in pages but runs when the "
                    + $"drawing is opened directly"
                : $"the drawing '{file}' names a file on another host, which is not loaded in pages but is loaded "
                    + $"when the drawing is opened directly",
            "Save it as plain SVG with all its parts embedded"
        );

    /// <summary>
    /// Parts of a drawing that can run or load something were removed, such as a script or <c>onload</c>. This is
    /// reported for the file by every build.
    /// </summary>
    /// <param name="taken">The removed parts, at least one: "the element 'script' (line 3, column 5)".</param>
    /// <param name="more">How many more parts were removed.</param>
    public static Diagnostic DrawingCleaned(SourceLocation at, IReadOnlyList<string> taken, int more) =>
        Diagnostic.Warning(
            "SN1714",
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"parts that can run or load something were removed from the published drawing: "
                    + $"{string.Join("; ", taken)}{(more > 0 ? $"; and {more} more" : "")}"
            ),
            "Save it as plain SVG; or, if you trust the authors of all drawings of this site, set 'svg: keep' in "
                + "site.yml"
        );

    /// <summary>
    /// A drawing is not well-formed XML, so that it is unknown how browsers would read it.
    /// </summary>
    /// <param name="reason">The end of a sentence: "its first element is not 'svg'".</param>
    public static Diagnostic DrawingUnreadable(SourceLocation at, string reason) =>
        Diagnostic.Error(
            "SN1715",
            at,
            $"this drawing cannot be checked for scripts, so it is not published: {reason}",
            "Open it in a drawing program and save it as SVG again; or, if you trust the authors of all drawings of "
                + "this site, set 'svg: keep' in site.yml"
        );

    /// <summary>
    /// The width and height of the front matter do not have the proportions of the file:
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
                $"'{src}' has {fileWidth} × {fileHeight} pixels, and {width} × {height} has other proportions"
            ),
            "Delete 'width' and 'height'; they are read from the file"
        );

    /// <summary>
    /// The library that decodes images is missing beside the program, is damaged, or has another version.
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
            } + "; pages show the original images, without smaller copies and without their colours",
            $"Install the program again with all files of its package, which include {ImageLibrary.Name}"
        );

    /// <summary>An image cannot be decoded, because it is damaged or was made to stop the decoder.</summary>
    /// <param name="library">The library and its version: "libvips 8.18.7".</param>
    public static Diagnostic NotDecoded(SourceLocation at, string library, ImageOutcome outcome) =>
        Diagnostic.Warning(
            "SN1713",
            at,
            outcome switch
            {
                ImageOutcome.Crashed => $"{library} crashed on this image",
                ImageOutcome.TooSlow => $"{library} took too long for this image",
                ImageOutcome.TooMuchMemory => $"{library} needed too much memory for this image",
                ImageOutcome.TooManyPixels => "this image has more pixels than its header says, too many to decode",
                _ => $"{library} cannot decode this image completely",
            } + "; pages show the original image, without smaller copies and without its colour",
            "Open it in an image editor and save it again"
        );
}
