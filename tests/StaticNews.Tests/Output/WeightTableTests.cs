using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class WeightTableTests
{
    [Fact]
    public void The_spread_is_by_nearest_rank_whatever_the_order()
    {
        Assert.Equal(
            new WeightSpread(50, 95, 100),
            WeightSpread.Of([.. Enumerable.Range(1, 100).Reverse().Select(number => (long)number)])
        );
        Assert.Equal(new WeightSpread(7, 7, 7), WeightSpread.Of([7]));
        Assert.Equal(new WeightSpread(1, 2, 2), WeightSpread.Of([2, 1]));
    }

    [Fact]
    public void Kinds_come_in_their_order_with_the_heaviest_page_of_each()
    {
        var table = new WeightTable();
        table.Add("article", new PageWeight("b.html", 10, [("x.png", 5)]), isOverLimit: true);
        table.Add("article", new PageWeight("a.html", 15, []), isOverLimit: false);
        table.Add("front", new PageWeight("index.html", 3, []), isOverLimit: false);

        var rows = table.Kinds(["front", "section", "article"], kind => kind == "article" ? 14 : null);

        Assert.Equal(["front", "article"], rows.Select(row => row.Kind));
        Assert.Equal(
            new KindWeight("article", 2, new WeightSpread(10, 15, 15), new WeightSpread(15, 15, 15), "a.html", 14, 1),
            rows[1]
        );
    }
}
