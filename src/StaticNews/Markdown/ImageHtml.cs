using System.Globalization;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Images;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>What is written around and into an <c>img</c>, from the facts about its picture.</summary>
internal static class ImageHtml
{
    /// <summary>Below the fold nothing is loaded before it is needed.</summary>
    public const string LazyLoading = " loading=\"lazy\" decoding=\"async\"";

    /// <summary>The start of a <c>picture</c> with the files in better formats; nothing where there are none.</summary>
    public static string Opening(DisplayedImage? picture, BaseUrl baseUrl)
    {
        if (picture is null || picture.Sources.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder("<picture>");
        foreach (var source in picture.Sources)
        {
            html.Append("<source type=\"").Append(ImageFormatNames.MediaTypeOf(source.Format)).Append('"');
            AppendSrcset(html, source.Variants, picture.Sizes, baseUrl);
            html.Append(" />");
        }

        return html.ToString();
    }

    /// <summary>Its end.</summary>
    public static string Closing(DisplayedImage? picture) =>
        picture is null || picture.Sources.Count == 0 ? "" : "</picture>";

    /// <summary>
    /// Attributes of the <c>img</c>, each with a space before it: files to choose from, size, colour.
    /// </summary>
    /// <param name="width">The author's; null for none.</param>
    /// <param name="height">The author's; null for none.</param>
    public static string Attributes(DisplayedImage? picture, BaseUrl baseUrl, int? width = null, int? height = null)
    {
        var html = new StringBuilder();
        if (picture is { Plain.Count: > 0 })
        {
            AppendSrcset(html, picture.Plain, picture.Sizes, baseUrl);
        }

        (width, height) = DisplayedImage.SizeOf(width, height, picture);
        AppendNumber(html, "width", width);
        AppendNumber(html, "height", height);
        if (picture?.Ground is { } ground)
        {
            html.Append(" style=\"background:").Append(ground.Colour).Append(";color:").Append(ground.Ink).Append('"');
        }

        return html.ToString();
    }

    private static void AppendSrcset(
        StringBuilder html,
        IReadOnlyList<ImageVariant> variants,
        string? sizes,
        BaseUrl baseUrl
    )
    {
        html.Append(" srcset=\"");
        HtmlEncoding.Append(html, SrcsetText.Of(variants, baseUrl.Href));
        html.Append("\" sizes=\"");
        HtmlEncoding.Append(html, sizes);
        html.Append('"');
    }

    private static void AppendNumber(StringBuilder html, string name, int? number)
    {
        if (number is { } known)
        {
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{known}\"");
        }
    }
}
