using System.Buffers;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class OutputMetadataTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var notes = new[]
        {
            OutputMetadata.Empty,
            new OutputMetadata { Quick = 0 },
            new OutputMetadata
            {
                Best = 127,
                Style = 128,
                Pictures = [],
            },
            new OutputMetadata { Quick = int.MaxValue, Pictures = ["world/gate.png", "assets/ürümqi.svg"] }.WithSkipped(
                CompressionMethod.Brotli
            ),
            OutputMetadata.Empty.WithSkipped(CompressionMethod.Gzip).WithSkipped(CompressionMethod.Zstd),
        };
        foreach (var note in notes)
        {
            var read = OutputMetadata.Read(Bytes(note));

            Assert.Equal((note.Quick, note.Best, note.Style), (read.Quick, read.Best, read.Style));
            Assert.Equal(note.Pictures, read.Pictures);
            Assert.All(
                Enum.GetValues<CompressionMethod>(),
                method => Assert.Equal(note.Skips(method), read.Skips(method))
            );
        }
    }

    [Fact]
    public void A_piece_of_one_says_nothing_and_does_no_harm()
    {
        var whole = Bytes(
            new OutputMetadata
            {
                Quick = 300,
                Best = 200,
                Style = 100,
                Pictures = ["a.png", "b.png"],
            }
        );
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Same(OutputMetadata.Empty, OutputMetadata.Read(whole.AsSpan(0, length)));
        }

        Assert.Same(OutputMetadata.Empty, OutputMetadata.Read([8, 255, 255, 255, 255, 255, 255]));
    }

    private static byte[] Bytes(OutputMetadata note)
    {
        var bytes = new ArrayBufferWriter<byte>();
        note.Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
