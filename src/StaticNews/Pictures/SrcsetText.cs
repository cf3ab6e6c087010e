using System.Globalization;
using System.Text;

namespace StaticNews.Pictures;

/// <summary>Writes <c>srcset</c> (HTML Standard 4.8.4.2.1): addresses with their widths.</summary>
internal static class SrcsetText
{
    /// <param name="href">Makes a link of a site URL.</param>
    public static string Of(IReadOnlyList<PictureVariant> variants, Func<string, string> href)
    {
        var text = new StringBuilder();
        foreach (var variant in variants)
        {
            text.Append(text.Length == 0 ? "" : ", ");
            foreach (var c in href(variant.Url))
            {
                // A comma or a space would end the address.
                _ = c switch { ',' => text.Append("%2C"), ' ' => text.Append("%20"), _ => text.Append(c) };
            }

            text.Append(CultureInfo.InvariantCulture, $" {variant.Width}w");
        }

        return text.ToString();
    }
}
