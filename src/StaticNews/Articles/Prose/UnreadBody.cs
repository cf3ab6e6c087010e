using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>A body that is nested too deeply to be read, shown as it is written: nothing of an article is lost.</summary>
internal static class UnreadBody
{
    public static StringBuilder Write(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var isOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                html.Append(isOpen ? "</p>\n" : "");
                isOpen = false;
                continue;
            }

            html.Append(isOpen ? "\n" : "<p>");
            HtmlText.Append(html, line);
            isOpen = true;
        }

        return html.Append(isOpen ? "</p>\n" : "");
    }
}
