namespace StaticNews.Timing;

/// <summary>What the pages of one template took in that template and its includes.</summary>
/// <param name="Name">As in the folder <c>templates/</c>: <c>article.sbn-html</c>.</param>
/// <param name="SlowestPage">Below the output folder.</param>
internal sealed record TemplateTime(string Name, int Pages, TimeSpan Total, TimeSpan Slowest, string SlowestPage)
{
    public TemplateTime With(TemplateTime other)
    {
        var slower = other.Slowest > Slowest ? other : this;
        return slower with { Pages = Pages + other.Pages, Total = Total + other.Total };
    }
}
