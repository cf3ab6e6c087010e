using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>An XML document in UTF-8 without a byte order mark, its lines ended by LF on every machine.</summary>
internal static class FeedXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = string.Empty,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
        CloseOutput = false,
    };

    /// <param name="to">
    /// A worker's buffer: a part of the sitemap has a megabyte, and one of its own each time would be left to the
    /// collector's slowest generation.
    /// </param>
    public static void Document(IBufferWriter<byte> to, Action<XmlWriter> write)
    {
        using (var bytes = new BufferStream(to))
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        to.Write("\n"u8);
    }

    /// <summary>An element with text; characters that XML has no place for are left out.</summary>
    public static void Text(this XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, XmlCharacters.Clean(text));

    /// <summary>An element with a URL.</summary>
    public static void Url(this XmlWriter xml, string name, string url) =>
        xml.WriteElementString(name, WebUrl.Encode(url));
}

/// <summary>Dates as feeds and sitemaps write them.</summary>
internal static class FeedDate
{
    /// <summary>
    /// RFC 822 as RSS 2.0 takes it, with the four digits of the year from RFC 1123 and the article's own offset:
    /// <c>Tue, 04 Nov 2014 10:00:00 +0530</c>. What the source does not know is its first moment: RSS has no coarser
    /// dates.
    /// </summary>
    public static string Rfc822(ArticleDate date)
    {
        var offset = date.Local.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{date.Local:ddd, dd MMM yyyy HH:mm:ss} {sign}{offset:hhmm}"
        );
    }

    /// <summary>
    /// W3C date and time (the profile of ISO 8601 that sitemaps use), as precise as the source: <c>2014</c>,
    /// <c>2014-11</c>, <c>2014-11-04T10:00+05:30</c>.
    /// </summary>
    public static string W3C(ArticleDate date) =>
        date.Local.ToString(
            date.Precision switch
            {
                DatePrecision.Year => "yyyy",
                DatePrecision.Month => "yyyy-MM",
                DatePrecision.Day => "yyyy-MM-dd",
                DatePrecision.Minute => "yyyy-MM-dd'T'HH:mmzzz",
                _ => "yyyy-MM-dd'T'HH:mm:sszzz",
            },
            CultureInfo.InvariantCulture
        );

    /// <summary>The later of two; null where both are.</summary>
    public static ArticleDate? Later(ArticleDate? left, ArticleDate? right)
    {
        if (left is not { } first || right is not { } second)
        {
            return left ?? right;
        }

        return second.UtcTicks > first.UtcTicks ? second : first;
    }
}

/// <summary>Plain text where HTML is expected.</summary>
internal static class EscapedText
{
    /// <summary>
    /// As the content of an element or a double-quoted attribute. Only what must be is escaped: readers who show the
    /// source still read it.
    /// </summary>
    public static string AsHtml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>Lets what writes to a stream write to a buffer that someone else keeps.</summary>
internal sealed class BufferStream(IBufferWriter<byte> to) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => to.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
