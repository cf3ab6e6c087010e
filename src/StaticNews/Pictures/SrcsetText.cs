using System.Globalization;
using System.Text;

namespace StaticNews.Pictures;

/// <summary>Writes <c>srcset</c> (HTML Standard 4.8.4.2.1): addresses with their widths.</summary>
internal static class SrcsetText
{
    /// <param name="href">Makes a link of a site URL; no blank and no comma, which would end the address, is left in it.</param>
    public static string Of(IReadOnlyList<PictureVariant> variants, Func<string, string> href)
    {
        var text = new StringBuilder();
        foreach (var variant in variants)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{href(variant.Url)} {variant.Width}w");
        }

        return text.ToString();
    }
}
