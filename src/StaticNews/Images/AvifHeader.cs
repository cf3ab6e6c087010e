using System.Buffers.Binary;

namespace StaticNews.Images;

/// <summary>
/// The head of an AVIF file: boxes of the ISO base media file format (ISO/IEC 14496-12) whose <c>meta</c> lists the
/// properties of each item (ISO/IEC 23008-12, 9.3). Those of the primary item contain its size (<c>ispe</c>), what
/// is cut off (<c>clap</c>) and how it is turned (<c>irot</c>).
/// </summary>
internal ref struct AvifHeader
{
    private ReadOnlySpan<byte> _properties;
    private ReadOnlySpan<byte> _associations;
    private uint _primary;
    private bool _isBroken;

    public static bool IsAvif(ReadOnlySpan<byte> file) => HasBrand(file, "avif"u8) || HasBrand(file, "avis"u8);

    /// <summary>The same boxes around pictures that are compressed as HEVC.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> file) =>
        HasBrand(file, "heic"u8) || HasBrand(file, "heix"u8) || HasBrand(file, "heif"u8) || HasBrand(file, "mif1"u8);

    private static bool HasBrand(ReadOnlySpan<byte> file, ReadOnlySpan<byte> brand)
    {
        if (file.Length < 16 || !file[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        var brands = file[
            8..Math.Clamp((int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file), int.MaxValue), 16, file.Length)
        ];
        for (; brands.Length >= 4; brands = brands[4..])
        {
            if (brands.StartsWith(brand))
            {
                return true;
            }
        }

        return false;
    }

    public static ImageFacts Read(ReadOnlySpan<byte> file, bool isWhole)
    {
        var picture = default(AvifHeader);
        picture.ReadFile(file, isWhole);
        var (width, height) = picture.Size();
        var traits = picture._properties.IndexOf(":alpha"u8) >= 0 ? ImageTraits.Alpha : ImageTraits.None;
        traits |= file[8..].StartsWith("avis"u8) ? ImageTraits.Animated : ImageTraits.None;
        traits |= picture._isBroken || width == 0 || height == 0 ? ImageTraits.Broken : ImageTraits.None;
        return new ImageFacts(ImageFormat.Avif, width, height, ImageFacts.NoColor, traits);
    }

    private void ReadFile(ReadOnlySpan<byte> file, bool isWhole)
    {
        while (file.Length > 0)
        {
            var isComplete = TryBox(ref file, out var name, out var content);
            _isBroken |= !isComplete && isWhole;
            if (name == Name("meta"u8) && content.Length >= 4)
            {
                ReadMeta(content[4..]);
            }
        }
    }

    private void ReadMeta(ReadOnlySpan<byte> boxes)
    {
        while (boxes.Length > 0)
        {
            TryBox(ref boxes, out var name, out var content);
            if (name == Name("pitm"u8) && content.Length >= 6)
            {
                _primary =
                    content[0] == 0 ? BinaryPrimitives.ReadUInt16BigEndian(content[4..])
                    : content.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(content[4..])
                    : 0;
            }
            else if (name == Name("iprp"u8))
            {
                ReadProperties(content);
            }
        }
    }

    private void ReadProperties(ReadOnlySpan<byte> boxes)
    {
        while (boxes.Length > 0)
        {
            TryBox(ref boxes, out var name, out var content);
            if (name == Name("ipco"u8))
            {
                _properties = content;
            }
            else if (name == Name("ipma"u8))
            {
                _associations = content;
            }
        }
    }

    /// <summary>The properties of the primary item in the order in which they are applied.</summary>
    private readonly (int Width, int Height) Size()
    {
        long width = 0;
        long height = 0;
        var entries = _associations;
        if (entries.Length < 8)
        {
            return default;
        }

        var (hasLongIds, hasLongIndexes) = (entries[0] != 0, (entries[3] & 1) != 0);
        entries = entries[8..];
        var idBytes = hasLongIds ? 4 : 2;
        while (entries.Length > idBytes)
        {
            var id = hasLongIds
                ? BinaryPrimitives.ReadUInt32BigEndian(entries)
                : BinaryPrimitives.ReadUInt16BigEndian(entries);
            var count = entries[idBytes];
            entries = entries[(idBytes + 1)..];
            var length = Math.Min(entries.Length, count * (hasLongIndexes ? 2 : 1));
            if (id == _primary)
            {
                Apply(entries[..length], hasLongIndexes, ref width, ref height);
                break;
            }

            entries = entries[length..];
        }

        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? ((int)width, (int)height)
            : default;
    }

    private readonly void Apply(ReadOnlySpan<byte> indexes, bool areLong, ref long width, ref long height)
    {
        for (var i = 0; i + (areLong ? 1 : 0) < indexes.Length; i += areLong ? 2 : 1)
        {
            // The highest bit means that the property is essential.
            var index = areLong ? ((indexes[i] & 0x7F) << 8) | indexes[i + 1] : indexes[i] & 0x7F;
            var content = Property(index, out var name);
            if (name == Name("ispe"u8) && content.Length >= 12)
            {
                (width, height) = (
                    BinaryPrimitives.ReadUInt32BigEndian(content[4..]),
                    BinaryPrimitives.ReadUInt32BigEndian(content[8..])
                );
            }
            else if (name == Name("clap"u8) && content.Length >= 16)
            {
                (width, height) = (Part(content, width), Part(content[8..], height));
            }
            else if (name == Name("irot"u8) && content.Length >= 1 && (content[0] & 1) != 0)
            {
                (width, height) = (height, width);
            }
        }
    }

    /// <summary>The side of a clean aperture, a fraction; one that is larger than the picture is nonsense.</summary>
    private static long Part(ReadOnlySpan<byte> fraction, long whole)
    {
        var (part, of) = (
            BinaryPrimitives.ReadUInt32BigEndian(fraction),
            BinaryPrimitives.ReadUInt32BigEndian(fraction[4..])
        );
        return of == 0 || part / of == 0 || part / of > whole ? whole : part / of;
    }

    /// <param name="index">From 1.</param>
    private readonly ReadOnlySpan<byte> Property(int index, out uint name)
    {
        var boxes = _properties;
        while (boxes.Length > 0)
        {
            TryBox(ref boxes, out name, out var content);
            if (--index == 0)
            {
                return content;
            }
        }

        name = 0;
        return [];
    }

    /// <summary>Takes the next box; false where it is cut off, and then <paramref name="boxes"/> is used up.</summary>
    private static bool TryBox(scoped ref ReadOnlySpan<byte> boxes, out uint name, out ReadOnlySpan<byte> content)
    {
        name = 0;
        content = [];
        if (boxes.Length < 8)
        {
            boxes = [];
            return false;
        }

        ulong size = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        var head = 8;
        name = BinaryPrimitives.ReadUInt32BigEndian(boxes[4..]);
        if (size == 1 && boxes.Length >= 16)
        {
            (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]), 16);
        }
        else if (size == 0)
        {
            size = (ulong)boxes.Length;
        }

        var isComplete = size >= (ulong)head && size <= (ulong)boxes.Length;
        var end = isComplete ? (int)size : boxes.Length;
        content = boxes[Math.Min(head, end)..end];
        boxes = boxes[end..];
        return isComplete;
    }

    private static uint Name(ReadOnlySpan<byte> letters) => BinaryPrimitives.ReadUInt32BigEndian(letters);
}
