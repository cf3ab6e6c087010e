using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetVips;

namespace StaticNews.Images.Decoding;

/// <summary>
/// The worker process: decodes images with libvips until the build closes its end. A decoder that crashes ends this
/// process and not the build; <see cref="ImageWorkerProcess"/> is the build's side. Loaders that libvips itself calls
/// untrusted (SVG among them) are off, nothing is cached, and each operation runs in one thread.
/// </summary>
internal static class ImageWorker
{
    /// <summary>The command's first argument that makes it a worker; the second is the folder of the library.</summary>
    public const string Verb = "image-worker";

    /// <summary>
    /// The side of the copy whose pixels are counted; more pixels would not change which colour is the most frequent.
    /// </summary>
    private const int SampleSide = 64;

    /// <summary>
    /// A height that no image reaches, so that the width alone decides the size (the largest that libvips supports).
    /// </summary>
    private const int AnyHeight = 10_000_000;

    /// <summary>libvips passes the parameter of this name to loaders of files only, but an option to all.</summary>
    private const string LoaderOptions = "fail_on=error";

    /// <returns>The exit status: 1 without a library.</returns>
    public static int Run(Stream input, Stream output, string libraryFolder)
    {
        using var reader = new BinaryReader(input);
        using var writer = new BinaryWriter(output);
        var fault = ImageLibrary.Load(libraryFolder, out var detail);
        ImageProtocol.WriteGreeting(writer, fault, detail);
        if (fault != ImageLibraryFault.None)
        {
            return 1;
        }

        Serve(reader, writer);
        return 0;
    }

    /// <summary>A method of its own for the reason that <see cref="ImageLibrary"/> gives.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Serve(BinaryReader reader, BinaryWriter writer)
    {
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        using var requests = new BlockingCollection<(byte[] Image, ImageTask[] Tasks)>();
        new Thread(() => ReadRequests(reader, requests)) { IsBackground = true }.Start();
        foreach (var (image, tasks) in requests.GetConsumingEnumerable())
        {
            foreach (var task in tasks)
            {
                ImageProtocol.Write(writer, Answer(image, task));
            }
        }
    }

    /// <summary>
    /// Ends the process when the build closes its end, whatever is being decoded: the build does not wait for it any
    /// more, and a build that was killed no longer keeps the limits.
    /// </summary>
    private static void ReadRequests(BinaryReader reader, BlockingCollection<(byte[] Image, ImageTask[] Tasks)> into)
    {
        try
        {
            while (ImageProtocol.TryReadRequest(reader, out var image, out var tasks))
            {
                into.Add((image, tasks));
            }
        }
        catch (IOException)
        {
            // A build that ended while it sent an image.
        }

        using var process = Process.GetCurrentProcess();
        process.Kill();
    }

    private static ImageReply Answer(byte[] image, ImageTask task)
    {
        try
        {
            return HasTooManyPixels(image)
                ? ImageReply.Failed(ImageOutcome.TooManyPixels)
                : new ImageReply(
                    ImageOutcome.Done,
                    task == ImageTask.DominantColour ? DominantColour(image) : Resize(image, task)
                );
        }
        catch (VipsException)
        {
            return ImageReply.Failed(ImageOutcome.Undecodable);
        }
    }

    /// <summary>Reads the header only.</summary>
    private static bool HasTooManyPixels(byte[] image)
    {
        using var header = Image.NewFromBuffer(image, access: Enums.Access.Sequential);
        return ImageHeaderReader.IsHuge(header.Width, header.Height);
    }

    /// <summary>
    /// Fails where a part of the image is missing or damaged: a colour of half an image is no colour of the image.
    /// </summary>
    private static byte[] DominantColour(byte[] image)
    {
        using var sample = Image.ThumbnailBuffer(
            image,
            SampleSide,
            optionString: LoaderOptions,
            size: Enums.Size.Down,
            outputProfile: "srgb"
        );
        using var colours =
            sample.Interpretation == Enums.Interpretation.Srgb
                ? sample.Copy()
                : sample.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = colours.Cast(Enums.BandFormat.Uchar);
        var pixels = bytes.WriteToMemory<byte>();
        var tones = new DominantColor();
        for (var i = 0; i + bytes.Bands <= pixels.Length; i += bytes.Bands)
        {
            tones.Add(pixels[i], pixels[i + 1], pixels[i + 2], bytes.Bands > 3 ? pixels[i + 3] : 255);
        }

        var tone = tones.ToRgb();
        return [(byte)(tone >> 16), (byte)(tone >> 8), (byte)tone];
    }

    /// <summary>
    /// Upright, in sRGB, without what else the file held. Fails where <see cref="DominantColour"/> fails, so that it
    /// does not matter which of the two is asked for first.
    /// </summary>
    private static byte[] Resize(byte[] image, ImageTask task)
    {
        using var smaller = Image.ThumbnailBuffer(
            image,
            task.Width,
            optionString: LoaderOptions,
            height: AnyHeight,
            size: Enums.Size.Down,
            outputProfile: "srgb"
        );
        // Left to itself, libvips writes twelve bits into an AVIF, which few devices decode quickly.
        var more = task.Format == ImageFormat.Avif ? ",bitdepth=8" : "";
        return smaller.WriteToBuffer(
            string.Create(
                CultureInfo.InvariantCulture,
                $".{ImageFormatNames.EndingOf(task.Format)}[Q={task.Quality},keep=none{more}]"
            )
        );
    }
}
