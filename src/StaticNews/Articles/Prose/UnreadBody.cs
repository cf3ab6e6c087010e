using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>A body that cannot be read as Markdown, because it is nested too deeply or passes a limit, shown as it is written: nothing of an article is lost.</summary>
internal static class UnreadBody
{
    /// <summary>More than any list shows of it.</summary>
    private const int FirstMaxChars = 10_000;

    /// <summary>A paragraph for each block of lines, each line on its own.</summary>
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

            html.Append(isOpen ? "<br />\n" : "<p>");
            HtmlText.Append(html, line);
            isOpen = true;
        }

        return html.Append(isOpen ? "</p>\n" : "");
    }

    /// <summary>Its first paragraph in one line; empty where there is none.</summary>
    public static string FirstParagraph(ReadOnlySpan<char> text)
    {
        var paragraph = new StringBuilder();
        foreach (var line in text.EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(line);
            }
            else if (paragraph.Length > 0)
            {
                break;
            }

            if (paragraph.Length > FirstMaxChars)
            {
                break;
            }
        }

        return ProseText.Fold(paragraph);
    }
}
