using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using StaticNews.Pictures;

namespace StaticNews.Storage;

/// <summary>
/// libvips' command for smaller pictures. It is given a picture's bytes and gives bytes back, through pipes: no name of a file is part of any argument, and
/// no shell is asked. Loaders that libvips itself calls untrusted are off, and each run has a thread and a time limit. Safe for many threads.
/// </summary>
internal sealed class PictureTool
{
    public const string UsualCommand = "vipsthumbnail";

    /// <summary>A hundred times what the largest photograph takes on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _command;

    private PictureTool(string command, string version) => (_command, Version) = (command, version);

    /// <summary>"libvips 8.14.1".</summary>
    public string Version { get; }

    /// <summary>Null where the command cannot be started or does not say which version it is.</summary>
    public static PictureTool? Find(string command)
    {
        var said = Run(command, ["--vips-version"], default);
        var version = said is null ? "" : System.Text.Encoding.ASCII.GetString(said.AsSpan(0, Math.Min(said.Length, 64))).Trim();
        return version.StartsWith("libvips", StringComparison.Ordinal) ? new PictureTool(command, version) : null;
    }

    /// <summary>The picture made narrower, upright, in sRGB, without what else its file held; null where the tool could not.</summary>
    /// <param name="width">Pixels; less than the picture has.</param>
    /// <param name="quality">1 to 100.</param>
    public byte[]? Shrink(ReadOnlyMemory<byte> picture, int width, PictureFormat format, int quality)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}x>");
        // Left to itself, libvips writes twelve bits into an AVIF, which few devices decode quickly, and a profile that browsers take for granted into a WebP.
        var more = format switch { PictureFormat.Avif => ",bitdepth=8", PictureFormat.WebP => ",profile=none", _ => "" };
        var output = string.Create(CultureInfo.InvariantCulture, $".{PictureNames.EndingOf(format)}[Q={quality},strip{more}]");
        var made = Run(_command, ["stdin", "--size", size, "--export-profile", "srgb", "--vips-concurrency=1", "--output", output], picture);
        return made is not null && PictureReader.FormatOf(made) == format ? made : null;
    }

    /// <summary>Whether this libvips can write a format at all.</summary>
    public bool CanWrite(PictureFormat format) => Shrink(Sample, 8, format, 50) is not null;

    /// <summary>A GIF of 16 pixels a side, all of them grey.</summary>
    private static ReadOnlyMemory<byte> Sample { get; } = new byte[]
    {
        (byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'9', (byte)'a', 16, 0, 16, 0, 0x80, 0, 0, 0x7F, 0x7F, 0x7F, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 16, 0, 16, 0, 0, 2, 14, 0x84, 0x8F, 0xA9, 0xCB, 0xED, 0x0F, 0xA3, 0x9C, 0xB4, 0xDA, 0x8B, 0xB3, 0x3E, 0x05, 0, 0x3B,
    };

    private static byte[]? Run(string command, string[] arguments, ReadOnlyMemory<byte> input)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["G_MESSAGES_DEBUG"] = "";
        try
        {
            using var process = Process.Start(start);
            return process is null ? null : Converse(process, input);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException || DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    private static byte[]? Converse(Process process, ReadOnlyMemory<byte> input)
    {
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var writing = Feed(process, input);
        if (!Task.WhenAll(reading, complaints, writing).Wait(Patience) || !process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }

        return process.ExitCode == 0 && output.Length > 0 ? output.ToArray() : null;
    }

    /// <summary>A tool that has seen enough closes its end before ours.</summary>
    private static async Task Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // What it made of what it read is told by its exit status.
        }
    }
}
