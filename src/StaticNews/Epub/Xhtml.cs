using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using StaticNews.Feeds;
using StaticNews.Text;

namespace StaticNews.Epub;

/// <summary>XHTML documents and the elements that several of them have.</summary>
internal static class Xhtml
{
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>White space within text is text, so nothing is indented.</summary>
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    public static XName Name(string name) => Html + name;

    public static XElement Element(string name, params object?[] content) => new(Name(name), content);

    /// <summary>The same with a class for the style sheet.</summary>
    public static XElement Classed(string name, string css, params object?[] content) =>
        new(Name(name), new XAttribute("class", css), content);

    /// <summary>A text for people; what XML has no place for is left out.</summary>
    public static XText Words(string text) => new(XmlCharacters.Clean(text));

    public static XElement Image(EpubImage picture, string alt) =>
        new(Name("img"), new XAttribute("src", picture.File), new XAttribute("alt", XmlCharacters.Clean(alt)));

    /// <summary>Stands where a picture would.</summary>
    public static XElement Missing(string alt) => Classed("span", "picture", Words($"[{alt}]"));

    public static void SetLanguage(XElement element, string tag)
    {
        element.SetAttributeValue("lang", tag);
        element.SetAttributeValue(XNamespace.Xml + "lang", tag);
    }

    /// <param name="body">Element <c>body</c>.</param>
    public static void Write(IBufferWriter<byte> to, string language, string title, XElement body)
    {
        var html = Element(
            "html",
            new XAttribute(XNamespace.Xmlns + "epub", Ops.NamespaceName),
            new XAttribute("dir", WritingDirection.Of(language)),
            Element(
                "head",
                Element("title", Words(title)),
                Element(
                    "link",
                    new XAttribute("rel", "stylesheet"),
                    new XAttribute("type", "text/css"),
                    new XAttribute("href", EpubStyle.File)
                )
            ),
            body
        );
        SetLanguage(html, language);
        FillEmpty(html);
        using var stream = new BufferStream(to);
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteDocType("html", null, null, null);
        html.WriteTo(xml);
        xml.WriteEndDocument();
    }

    /// <summary>
    /// An element that holds nothing gets an end tag, unless HTML has none for it: some programs read a book as HTML.
    /// </summary>
    private static void FillEmpty(XElement html)
    {
        foreach (var element in html.Descendants())
        {
            if (element.IsEmpty && !StaticNews.Markdown.HtmlAllowList.IsVoid(element.Name.LocalName))
            {
                element.Add("");
            }
        }
    }
}
