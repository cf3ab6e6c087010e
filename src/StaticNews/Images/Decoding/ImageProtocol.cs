namespace StaticNews.Images.Decoding;

/// <summary>
/// The messages between the build and its worker process, over the worker's standard input and output. Numbers are
/// little-endian.
///
/// <code>
/// greeting = fault (1), length and UTF-8 of its detail        the worker's first words
/// request  = length (4), image, tasks (1), task*
/// task     = format (1), width (4), quality (1)
/// reply    = outcome (1), length (4), bytes                   one per task, in the order of the tasks
/// </code>
/// </summary>
internal static class ImageProtocol
{
    /// <summary>A smaller copy of an image is never near this size.</summary>
    private const int ReplyMaxBytes = 256 * 1024 * 1024;

    private const int DetailMaxBytes = 64 * 1024;

    public static byte[] Request(ReadOnlySpan<byte> image, IReadOnlyList<ImageTask> tasks)
    {
        var request = new MemoryStream(image.Length + 64);
        using var writer = new BinaryWriter(request);
        writer.Write(image.Length);
        writer.Write(image);
        writer.Write((byte)tasks.Count);
        foreach (var task in tasks)
        {
            writer.Write((byte)task.Format);
            writer.Write(task.Width);
            writer.Write((byte)task.Quality);
        }

        return request.ToArray();
    }

    /// <summary>False where the build has closed its end.</summary>
    public static bool TryReadRequest(BinaryReader reader, out byte[] image, out ImageTask[] tasks)
    {
        (image, tasks) = ([], []);
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (reader.BaseStream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
        {
            return false;
        }

        image = new byte[BitConverter.ToInt32(length)];
        reader.BaseStream.ReadExactly(image);
        tasks = new ImageTask[reader.ReadByte()];
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = new ImageTask((ImageFormat)reader.ReadByte(), reader.ReadInt32(), reader.ReadByte());
        }

        return true;
    }

    public static void Write(BinaryWriter writer, ImageReply reply)
    {
        writer.Write((byte)reply.Outcome);
        writer.Write(reply.Bytes.Length);
        writer.Write(reply.Bytes);
        writer.Flush();
    }

    /// <exception cref="IOException">The worker has ended, or its reply is malformed.</exception>
    public static async Task<ImageReply> ReadReply(Stream stream)
    {
        var head = new byte[1 + sizeof(int)];
        await stream.ReadExactlyAsync(head);
        var length = BitConverter.ToInt32(head, 1);
        if (head[0] > (byte)ImageOutcome.TooManyPixels || length is < 0 or > ReplyMaxBytes)
        {
            throw new InvalidDataException();
        }

        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes);
        return new ImageReply((ImageOutcome)head[0], bytes);
    }

    /// <exception cref="IOException">The worker has ended, or its reply is malformed.</exception>
    public static async Task<(ImageLibraryFault Fault, string Detail)> ReadGreeting(Stream stream)
    {
        var head = new byte[1 + sizeof(int)];
        await stream.ReadExactlyAsync(head);
        var detail = new byte[Math.Clamp(BitConverter.ToInt32(head, 1), 0, DetailMaxBytes)];
        await stream.ReadExactlyAsync(detail);
        return ((ImageLibraryFault)head[0], System.Text.Encoding.UTF8.GetString(detail));
    }

    public static void WriteGreeting(BinaryWriter writer, ImageLibraryFault fault, string detail)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(detail);
        writer.Write((byte)fault);
        writer.Write(bytes.Length);
        writer.Write(bytes);
        writer.Flush();
    }
}

/// <summary>What is wanted of an image: a smaller copy, or its dominant colour.</summary>
/// <param name="Format">JPEG, WebP or AVIF; <see cref="ImageFormat.Unknown"/> for the colour.</param>
/// <param name="Width">Pixels; 0 for the colour.</param>
/// <param name="Quality">1 to 100; 0 for the colour.</param>
internal readonly record struct ImageTask(ImageFormat Format, int Width, int Quality)
{
    /// <summary>Answered with three bytes: red, green, blue.</summary>
    public static readonly ImageTask DominantColour;
}

/// <summary>How a task ended.</summary>
internal enum ImageOutcome : byte
{
    Done,

    /// <summary>libvips cannot decode the image, or not all of it.</summary>
    Undecodable,

    /// <summary>The image has more pixels than <see cref="ImageHeaderReader.PixelsMax"/>.</summary>
    TooManyPixels,

    /// <summary>The worker process ended while it was at work on the image.</summary>
    Crashed,

    /// <summary>The worker process was ended because it took too long.</summary>
    TooSlow,

    /// <summary>The worker process was ended because it used too much memory.</summary>
    TooMuchMemory,

    /// <summary>There is no libvips; nothing was tried.</summary>
    NotTried,
}

/// <param name="Bytes">Empty unless the task is done.</param>
internal readonly record struct ImageReply(ImageOutcome Outcome, byte[] Bytes)
{
    public static ImageReply Failed(ImageOutcome outcome) => new(outcome, []);
}
