using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace StaticNews.Tests.Building;

/// <summary>
/// Addresses in front matter that would run code: none of them gets to a reader, in any file of the site.
/// </summary>
public sealed class HostileFrontMatterTests
{
    private static readonly string[] Refused = ["javascript:", "vbscript:", "data:"];

    public static TheoryData<string> Addresses() =>
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "\tjavascript:alert(1)",
            "\u0001javascript:alert(1)",
            "\u001f javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "java\rscript:alert(1)",
            "javascript\n:alert(1)",
            "javascript:\nalert(1)",
            "javascript://a.example/%0aalert(1)",
            "vbscript:msgbox(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:text/html;base64,PHNjcmlwdD4=",
            "data:image/svg+xml,<svg onload=alert(1)>",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_that_runs_code_survives_in_no_file(string address)
    {
        var quoted = JsonSerializer.Serialize(address);
        using var site = TestSite.Plain();
        site.Write(
            "content/_authors/ann.md",
            $"---\ntitle: Ann\nurl: {quoted}\nimage: {quoted}\nparams: {{ website: {quoted} "
                + $"}}\n---\n\n[me]({address.ReplaceLineEndings("")})\n"
        );
        site.Article("news/one.md", "One", "2014-03-02", $"author: Ann\nparams: {{ link: {quoted} }}");
        site.Article("news/three.md", "Three", "2014-03-01", $"source_url: {quoted}");
        site.Article(
            "news/four.md",
            "Four",
            "2014-03-01",
            $"series: {quoted}\nimage: {{ src: {quoted}, alt: A, credit: {quoted} }}"
        );
        site.Article(
            "news/two.md",
            "Two",
            "2014-03-03",
            $"authors: [{{ name: Bob, url: {quoted} }}]\nimage: {quoted}\nparams: {{ link: {quoted} "
                + $"}}\ncorrections: [{{ date: 2014-03-04, text: {quoted} }}]"
        );
        site.Write(
            "templates/article.sbn-html",
            """
            <!doctype html>
            <html lang="en"><head><title>{{ article.title }}</title><meta property="og:image" content="{{ article.params.link }}"></head><body>
            {{ for author in article.authors }}<a href="{{ author.href }}">{{ author.name }}</a>{{ end }}
            <a href="{{ article.params.link }}">1</a> <a href='{{ article.params.link | html.escape }}'>2</a> <a href="{{ article.params.none }}{{ article.params.link }}">3</a>
            <img src="{{ article.params.link }}" alt="" srcset="{{ article.params.link }} 2x"><form action="{{ article.params.link }}"></form>
            {{ article.lead }}
            </body></html>
            """
        );
        site.Build();

        var files = Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Path.GetFileName(file) is "one.html");
        foreach (var file in files.Where(file => Path.GetExtension(file) is ".html"))
        {
            var page = new HtmlParser().ParseDocument(File.ReadAllText(file));
            foreach (
                var attribute in page
                    .All.Where(element => element.GetAttribute("rel") is not "icon" && !IsText(element))
                    .SelectMany(element => element.Attributes)
            )
                AssertHarmless(attribute.Value);
        }
        foreach (var file in files.Where(file => Path.GetExtension(file) is ".xml"))
        {
            foreach (var element in System.Xml.Linq.XDocument.Load(file).Descendants())
            {
                if (element.Name.LocalName is "link" or "guid" or "loc" or "url")
                    AssertHarmless(element.Value);
                foreach (var attribute in element.Attributes())
                    AssertHarmless(attribute.Value);
                foreach (
                    var inner in new HtmlParser()
                        .ParseDocument(element.Name.LocalName is "encoded" or "description" ? element.Value : "")
                        .All.SelectMany(inner => inner.Attributes)
                )
                    AssertHarmless(inner.Value);
            }
        }
    }

    /// <summary>A description is shown as it is and never followed.</summary>
    private static bool IsText(AngleSharp.Dom.IElement element) =>
        element.LocalName is "meta"
        && (
            element.GetAttribute("name") is "description"
            || element.GetAttribute("property") is "og:title" or "og:description"
        );

    /// <summary>Without what browsers pass over; written in a text, such an address is only a text.</summary>
    private static void AssertHarmless(string value)
    {
        var read = new StringBuilder();
        foreach (var c in value)
        {
            if (c > ' ')
                read.Append(char.ToLowerInvariant(c));
        }
        foreach (var scheme in Refused)
            Assert.False(read.ToString().StartsWith(scheme, StringComparison.Ordinal), value);
    }
}
