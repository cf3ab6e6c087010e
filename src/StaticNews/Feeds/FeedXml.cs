using System.Buffers;
using System.Text;
using System.Xml;
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

    /// <param name="to">A worker's buffer: a part of the sitemap has a megabyte, and one of its own each time would be left to the collector's slowest generation.</param>
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
    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlCharacters.Clean(text));

    /// <summary>An element with a URL.</summary>
    public static void Url(this XmlWriter xml, string name, string url) => xml.WriteElementString(name, WebUrl.Encode(url));
}
