using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Content;

/// <summary>
/// The last of equal keys counts, with a warning, in every mapping of a front matter, as in most readers of YAML.
/// </summary>
public sealed class DuplicateKeyTests
{
    [Fact]
    public void The_last_of_equal_keys_counts_in_nested_mappings()
    {
        var article = Read(
            "image: { src: a.jpg, alt: A, src: b.jpg, alt: B }\n"
                + "authors:\n  - { name: Ann, role: a, name: Ben, role: b }\n"
                + "corrections:\n  - { date: 2015, text: a, text: b }\nparams:\n  p:\n    - { q: 1, q: [2] }\n",
            6
        );

        Assert.Equal(("b.jpg", "B"), (article.Summary.Image!.Src, article.Summary.Image.Alt));
        Assert.Equal(new Byline("Ben", null, "b"), Assert.Single(article.Summary.Authors));
        Assert.Equal("b", Assert.Single(article.Corrections).Text);
        var p = Assert.Single(Assert.IsType<List<object?>>(article.Params["p"]));
        var q = Assert.IsType<Dictionary<string, object?>>(p)["q"];
        Assert.Equal(2L, Assert.Single(Assert.IsType<List<object?>>(q)));
    }

    [Fact]
    public void A_last_key_without_a_value_takes_the_value_away()
    {
        var loaded = Reading.Text("---\ntitle: T\ndate: 2014\nimage:\n  src: a.jpg\n  alt: A\n  src:\n---\n");

        Assert.Null(loaded.Article!.Summary.Image);
        var places = loaded.Diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}");
        Assert.Equal(["SN1102 7:3", "SN1109 5:3"], places.Order(StringComparer.Ordinal));
    }

    private static Article Read(string yaml, int duplicates)
    {
        var loaded = Reading.Text($"---\ntitle: T\ndate: 2014\n{yaml}---\n");
        Assert.All(
            loaded.Diagnostics,
            found => Assert.Equal(("SN1102", Severity.Warning), (found.Code, found.Severity))
        );
        Assert.Equal(duplicates, loaded.Diagnostics.Count);
        return loaded.Article!;
    }
}
