using System.Xml;

namespace StaticNews.Offline;

/// <summary>Small texts of a book's files.</summary>
internal static class BookText
{
    /// <summary>Whether an id can be one in XML (Namespaces in XML 1.0, NCName).</summary>
    public static bool IsXmlName(string id)
    {
        if (id.Length == 0 || !XmlConvert.IsStartNCNameChar(id[0]))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!XmlConvert.IsNCNameChar(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The id itself where XML can have it, else the nearest that it can: footnotes have a colon in theirs.</summary>
    public static string XmlNameOf(string id)
    {
        if (IsXmlName(id))
        {
            return id;
        }

        var name = string.Create(id.Length, id, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = XmlConvert.IsNCNameChar(from[i]) ? from[i] : '-';
            }
        });
        return name.Length > 0 && XmlConvert.IsStartNCNameChar(name[0]) ? name : "x" + name;
    }
}
