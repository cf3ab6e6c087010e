using System.Text;

namespace StaticNews.Offline;

/// <summary>The style sheet of every book: little, because a reading program's own settings are the reader's.</summary>
internal static class BookStyle
{
    public const string File = "style.css";

    private const string Sheet = """
        body { line-height: 1.5; margin: 0 1em }
        h1, h2, h3, h4 { line-height: 1.2; page-break-after: avoid; break-after: avoid }
        img { max-width: 100%; height: auto }
        figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid }
        figcaption, .meta { font-size: 0.85em }
        .kicker { font-size: 0.85em; font-weight: bold; margin: 1em 0 0 }
        .kicker + h1 { margin-top: 0.2em }
        .lede { font-size: 1.1em }
        .picture { font-style: italic }
        .cover { text-align: center; margin-top: 20% }
        blockquote { margin: 1em 2em }
        pre { white-space: pre-wrap }
        table { border-collapse: collapse }
        td, th { border: 1px solid; padding: 0.2em 0.5em; vertical-align: top }

        """;

    public static byte[] Bytes => Encoding.UTF8.GetBytes(Sheet.ReplaceLineEndings("\n"));
}
