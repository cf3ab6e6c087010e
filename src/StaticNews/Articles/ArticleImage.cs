using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>A picture with what belongs to it.</summary>
/// <param name="Src">As written: relative to the article, from the site's root, or absolute.</param>
/// <param name="Alt">What the picture shows, for those who do not see it; null where the source gives none.</param>
/// <param name="Caption">What the picture is about; null for none.</param>
/// <param name="Credit">Who made it; null for none.</param>
/// <param name="Width">CSS pixels; null where unknown.</param>
/// <param name="Height">CSS pixels; null where unknown.</param>
/// <param name="At">Where <paramref name="Src"/> is written.</param>
internal sealed record ArticleImage(string Src, string? Alt, string? Caption, string? Credit, int? Width, int? Height, SourceSpot At)
{
    private readonly Utf8Text _src = new(Src);

    /// <summary><see cref="Src"/> as it is kept.</summary>
    public Utf8Text SrcText => _src;

    public string Src
    {
        get => _src.ToString();
        init => _src = new Utf8Text(value);
    }
}
