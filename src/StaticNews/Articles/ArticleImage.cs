using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>A picture with what belongs to it.</summary>
/// <param name="SrcText">As written: relative to the article, from the site's root, or absolute.</param>
/// <param name="AltText">What the picture shows, for those who do not see it; none where the source gives none.</param>
/// <param name="Caption">What the picture is about; null for none.</param>
/// <param name="Credit">Who made it; null for none.</param>
/// <param name="Width">CSS pixels; null where unknown.</param>
/// <param name="Height">CSS pixels; null where unknown.</param>
/// <param name="At">Where <paramref name="SrcText"/> is written.</param>
internal sealed record ArticleImage(Utf8Text SrcText, Utf8Text AltText, string? Caption, string? Credit, int? Width, int? Height, SourceSpot At)
{
    public string Src => SrcText.ToString();

    public string? Alt => AltText.IsNull ? null : AltText.ToString();
}
