using System.Diagnostics;
using StaticNews.Images;
using StaticNews.Images.Decoding;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Images.Decoding;

/// <summary>The worker process, as a build starts it, and what becomes of one that does not behave.</summary>
public sealed class ImageWorkerTests : IDisposable
{
    private const int Blue = 0x2A6F97;
    private const int Grey = 0x626262;

    /// <summary>The blue at half strength over white.</summary>
    private const int Pale = 0x95B7CB;

    /// <summary>What a lossy format may be off, a channel.</summary>
    private const int Lossy = 6;

    /// <summary>What a worker says when its library is there.</summary>
    private const string Greeting = "printf '\\000\\000\\000\\000\\000'";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SlowTheory]
    [InlineData("rgb.png", Blue, 0)]
    [InlineData("palette.png", Blue, 0)]
    [InlineData("interlaced.png", Blue, 0)]
    [InlineData("deep.png", Blue, 1)]
    [InlineData("grey.png", Grey, Lossy)]
    [InlineData("bits.png", 0, 0)]
    [InlineData("half.png", Pale, 2)]
    [InlineData("still.gif", Blue, 0)]
    [InlineData("clear.gif", Blue, 0)]
    [InlineData("moving.gif", Blue, 0)]
    [InlineData("baseline.jpg", Blue, Lossy)]
    [InlineData("progressive.jpg", Blue, Lossy)]
    [InlineData("restart.jpg", Blue, Lossy)]
    [InlineData("grey.jpg", Grey, Lossy)]
    [InlineData("cmyk.jpg", Blue, 40)]
    [InlineData("lossy.webp", Blue, 10)]
    [InlineData("lossless.webp", Blue, 0)]
    [InlineData("half.webp", Pale, 2)]
    [InlineData("plain.avif", Blue, Lossy)]
    [InlineData("half.avif", Pale, Lossy)]
    public void The_dominant_colour_is_the_most_frequent_one(string file, int colour, int tolerance)
    {
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);

        var reply = Assert.Single(worker.Run(ImageHeaderReaderTests.BytesOf(file), [ImageTask.DominantColour]));

        Assert.Equal((ImageOutcome.Done, 3), (reply.Outcome, reply.Bytes.Length));
        byte[] wanted = [(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour];
        Assert.True(
            wanted.Zip(reply.Bytes).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance),
            Convert.ToHexString(reply.Bytes)
        );
    }

    [Fact]
    public void One_process_answers_image_after_image_and_the_same_image_gives_the_same_bytes()
    {
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);
        using var other = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);
        ImageTask[] tasks =
        [
            ImageTask.DominantColour,
            new(ImageFormat.Avif, 32, 50),
            new(ImageFormat.WebP, 32, 75),
            new(ImageFormat.Jpeg, 32, 78),
        ];
        foreach (var file in new[] { "photo.jpg", "rgb.png", "lossy.webp", "plain.avif", "still.gif" })
        {
            var image = ImageHeaderReaderTests.BytesOf(file);
            var first = worker.Run(image, tasks);

            Assert.Equal(
                tasks.Select(task => task.Format).Skip(1),
                first.Skip(1).Select(reply => ImageHeaderReader.FormatOf(reply.Bytes))
            );
            Assert.All(first.Skip(1), reply => Assert.Equal(32, ImageHeaderReader.Read(reply.Bytes).Width));
            Assert.Equal(
                first.Select(reply => Convert.ToHexString(reply.Bytes)),
                other.Run(image, tasks).Select(reply => Convert.ToHexString(reply.Bytes))
            );
        }
    }

    /// <summary>libvips calls its loader of SVG untrusted, and others.</summary>
    [Theory]
    [InlineData(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='red'/></svg>"
    )]
    [InlineData("P6 1 1 255 abc")]
    [InlineData("")]
    [InlineData("Not an image.")]
    public void What_no_trusted_loader_reads_is_refused_and_the_worker_goes_on(string text)
    {
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);

        Assert.Equal(
            ImageOutcome.Undecodable,
            worker.Run(System.Text.Encoding.ASCII.GetBytes(text), [ImageTask.DominantColour])[0].Outcome
        );
        Assert.Equal(
            ImageOutcome.Done,
            worker.Run(ImageHeaderReaderTests.BytesOf("rgb.png"), [ImageTask.DominantColour])[0].Outcome
        );
    }

    [Fact]
    public void Half_an_image_has_no_colour()
    {
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);
        foreach (var file in new[] { "photo.jpg", "rgb.png", "lossless.webp", "plain.avif" })
        {
            var image = ImageHeaderReaderTests.BytesOf(file);

            Assert.Equal(
                ImageOutcome.Undecodable,
                worker.Run(image.AsSpan(0, image.Length * 3 / 4), [ImageTask.DominantColour])[0].Outcome
            );
        }
    }

    [Fact]
    public void An_image_of_too_many_pixels_is_not_decoded()
    {
        var image = ImageHeaderReaderTests.BytesOf("rgb.png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(16), 20_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(20), 20_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(
            image.AsSpan(29),
            System.IO.Hashing.Crc32.HashToUInt32(image.AsSpan(12, 17))
        );
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);

        Assert.Equal(ImageOutcome.TooManyPixels, worker.Run(image, [ImageTask.DominantColour])[0].Outcome);
    }

    [Fact]
    public void A_worker_that_takes_too_long_is_ended() =>
        Assert.Equal(
            [ImageOutcome.TooSlow, ImageOutcome.TooSlow],
            Outcomes($"{Greeting}; exec sleep 1000", command => command with { TaskMaxMilliseconds = 200 })
        );

    [Fact]
    public void A_worker_that_takes_too_much_memory_is_ended() =>
        Assert.Equal(
            [ImageOutcome.TooMuchMemory, ImageOutcome.TooMuchMemory],
            Outcomes($"{Greeting}; exec sleep 1000", command => command with { MemoryMaxBytes = 1 })
        );

    [Theory]
    [InlineData("exit 0")]
    [InlineData("printf 'Segmentation fault, and more text than a reply has'; exit 139")]
    [InlineData("printf '\\000\\377\\377\\377\\177'; exit 0")]
    [InlineData("printf '\\000\\003\\000\\000\\000\\001'; exit 0")]
    public void A_worker_that_ends_or_says_what_no_worker_says_has_crashed(string after) =>
        Assert.Equal([ImageOutcome.Crashed, ImageOutcome.Crashed], Outcomes($"{Greeting}; {after}"));

    [Fact]
    public void What_came_before_a_crash_is_kept() =>
        Assert.Equal(
            [ImageOutcome.Done, ImageOutcome.Crashed],
            Outcomes($"{Greeting}; printf '\\000\\003\\000\\000\\000abc'; exit 1")
        );

    [Theory]
    [InlineData("exit 1")]
    [InlineData("echo This is another program.")]
    public void A_program_that_is_no_worker_is_none(string commands)
    {
        using var worker = new ImageWorkerProcess(Script(commands), CancellationToken.None);

        Assert.Equal(ImageOutcome.NotTried, worker.Run([1], [ImageTask.DominantColour])[0].Outcome);
        Assert.Equal(ImageLibraryFault.NoProcess, worker.Fault);
    }

    [Fact]
    public void The_library_is_taken_from_the_named_folder_only()
    {
        using var worker = new ImageWorkerProcess(
            ImageWorkerCommand.Default with
            {
                LibraryFolder = _folder.At("empty"),
            },
            CancellationToken.None
        );

        Assert.Equal(
            ImageOutcome.NotTried,
            worker.Run(ImageHeaderReaderTests.BytesOf("rgb.png"), [ImageTask.DominantColour])[0].Outcome
        );
        Assert.Equal(ImageLibraryFault.Missing, worker.Fault);
        Assert.StartsWith(_folder.At("empty"), worker.FaultDetail, StringComparison.Ordinal);
    }

    [CompilerFact]
    public void Another_version_of_the_library_is_refused_and_named()
    {
        Directory.CreateDirectory(_folder.At("other"));
        CompilerFactAttribute.Compile(
            "int vips_init(const char *name) { return 0; } int vips_version(int part) { return part == 0 ? 8 : "
                + "part == 1 ? 14 : 1; }",
            _folder.At("other", "libvips.so.42")
        );
        using var worker = new ImageWorkerProcess(
            ImageWorkerCommand.Default with
            {
                LibraryFolder = _folder.At("other"),
            },
            CancellationToken.None
        );

        Assert.Equal(
            ImageOutcome.NotTried,
            worker.Run(ImageHeaderReaderTests.BytesOf("rgb.png"), [ImageTask.DominantColour])[0].Outcome
        );
        Assert.Equal((ImageLibraryFault.OtherVersion, "8.14.1"), (worker.Fault, worker.FaultDetail));
    }

    [Fact]
    public void A_library_on_which_the_worker_crashes_is_named_as_damaged()
    {
        using var worker = new ImageWorkerProcess(Script("exit 139"), CancellationToken.None);

        Assert.Equal(ImageOutcome.NotTried, worker.Run([1], [ImageTask.DominantColour])[0].Outcome);
        Assert.Equal(
            (ImageLibraryFault.Damaged, ImageLibrary.PathIn(_folder.Path)),
            (worker.Fault, worker.FaultDetail)
        );
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("lossy.webp")]
    [InlineData("rgb.png")]
    public void A_damaged_image_has_neither_a_colour_nor_smaller_copies(string file)
    {
        using var worker = new ImageWorkerProcess(ImageWorkerCommand.Default, CancellationToken.None);
        var whole = ImageHeaderReaderTests.BytesOf(file);
        foreach (var kept in new[] { whole.Length * 2 / 3, whole.Length / 2 })
        {
            var replies = worker.Run(whole.AsSpan(0, kept), [ImageTask.DominantColour, new(ImageFormat.WebP, 16, 75)]);

            Assert.All(replies, reply => Assert.Equal(ImageOutcome.Undecodable, reply.Outcome));
        }
    }

    [Fact]
    public void A_worker_ends_with_a_build_that_was_killed_whatever_it_decodes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var command = ImageWorkerCommand.Default;
        using var worker = Process.Start(
            new ProcessStartInfo(command.Program, [ImageWorker.Verb, command.LibraryFolder])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        worker.StandardOutput.BaseStream.ReadExactly(new byte[5]);
        var image = ImageHeaderReaderTests.BytesOf("photo.jpg");
        var tasks = Enumerable.Repeat(new ImageTask(ImageFormat.Avif, 64, 90), 255).ToArray();
        for (var request = 0; request < 20; request++)
        {
            worker.StandardInput.BaseStream.Write(ImageProtocol.Request(image, tasks));
        }

        worker.StandardInput.Close();

        Assert.True(worker.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void A_stopped_build_ends_the_worker()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var worker = new ImageWorkerProcess(Script($"{Greeting}; exec sleep 1000"), stop.Token);

        Assert.Throws<OperationCanceledException>(() => worker.Run([1], [ImageTask.DominantColour]));
    }

    private IEnumerable<ImageOutcome> Outcomes(
        string commands,
        Func<ImageWorkerCommand, ImageWorkerCommand>? change = null
    )
    {
        var command = Script(commands);
        using var worker = new ImageWorkerProcess(change is null ? command : change(command), CancellationToken.None);
        return worker
            .Run(new byte[1_000_000], [ImageTask.DominantColour, ImageTask.DominantColour])
            .Select(reply => reply.Outcome);
    }

    private ImageWorkerCommand Script(string commands)
    {
        var path = _folder.At("worker.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return new ImageWorkerCommand(path, _folder.Path);
    }
}
