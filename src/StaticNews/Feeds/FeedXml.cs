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

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>An element with text; characters that XML has no place for are left out.</summary>
    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlCharacters.Clean(text));

    /// <summary>An element with a URL.</summary>
    public static void Url(this XmlWriter xml, string name, string url) => xml.WriteElementString(name, WebUrl.Encode(url));
}
