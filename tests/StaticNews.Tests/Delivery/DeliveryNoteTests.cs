using System.Buffers;
using StaticNews.Delivery;

namespace StaticNews.Tests.Delivery;

public sealed class DeliveryNoteTests
{
    [Fact]
    public void Reads_what_it_wrote()
    {
        var notes = new[]
        {
            DeliveryNote.Empty,
            new DeliveryNote { Quick = 0 },
            new DeliveryNote { Best = 127, Style = 128, Pictures = [] },
            new DeliveryNote { Quick = int.MaxValue, Pictures = ["world/gate.png", "assets/ürümqi.svg"] }.WithSkipped(CompressionMethod.Brotli),
            DeliveryNote.Empty.WithSkipped(CompressionMethod.Gzip).WithSkipped(CompressionMethod.Zstd),
        };
        foreach (var note in notes)
        {
            var read = DeliveryNote.Read(Bytes(note));

            Assert.Equal((note.Quick, note.Best, note.Style), (read.Quick, read.Best, read.Style));
            Assert.Equal(note.Pictures, read.Pictures);
            Assert.All(Enum.GetValues<CompressionMethod>(), method => Assert.Equal(note.Skips(method), read.Skips(method)));
        }
    }

    [Fact]
    public void A_piece_of_one_says_nothing_and_does_no_harm()
    {
        var whole = Bytes(new DeliveryNote { Quick = 300, Best = 200, Style = 100, Pictures = ["a.png", "b.png"] });
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Same(DeliveryNote.Empty, DeliveryNote.Read(whole.AsSpan(0, length)));
        }

        Assert.Same(DeliveryNote.Empty, DeliveryNote.Read([8, 255, 255, 255, 255, 255, 255]));
    }

    private static byte[] Bytes(DeliveryNote note)
    {
        var bytes = new ArrayBufferWriter<byte>();
        note.Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
