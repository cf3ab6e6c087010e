using System.Reflection;
using StaticNews.Content;
using StaticNews.Pages.Models;
using StaticNews.Text;

namespace StaticNews.Tests.Content;

/// <summary>The hash of a card depends on each fact that lists show, and on no other.</summary>
public sealed class CardHashTests
{
    /// <summary>For each property of a card, the properties of a summary that decide it.</summary>
    private static readonly Dictionary<string, string[]> Sources = new(StringComparer.Ordinal)
    {
        [nameof(CardModel.Title)] = [nameof(ArticleSummary.TitleText)],
        [nameof(CardModel.Href)] =
        [
            nameof(ArticleSummary.Section),
            nameof(ArticleSummary.Slug),
            nameof(ArticleSummary.Id),
            nameof(ArticleSummary.Date),
        ],
        [nameof(CardModel.Kicker)] = [nameof(ArticleSummary.Kicker), nameof(ArticleSummary.Type)],
        [nameof(CardModel.Lede)] = [nameof(ArticleSummary.LedeText)],
        [nameof(CardModel.Date)] = [nameof(ArticleSummary.Date)],
        [nameof(CardModel.Location)] = [nameof(ArticleSummary.Location)],
        [nameof(CardModel.Section)] = [nameof(ArticleSummary.Section)],
        [nameof(CardModel.Authors)] = [nameof(ArticleSummary.Authors)],
        [nameof(CardModel.Image)] = [nameof(ArticleSummary.Image)],
        [nameof(CardModel.Language)] = [nameof(ArticleSummary.Language)],
        [nameof(CardModel.Direction)] = [nameof(ArticleSummary.Direction), nameof(ArticleSummary.Language)],
    };

    /// <summary>Whether lists show an article at all.</summary>
    private const string IsListed = nameof(ArticleSummary.Status);

    /// <summary>The log has the first two beside the facts, and the third is the hash.</summary>
    private static readonly string[] NotInTheTable =
    [
        nameof(ArticleSummary.Path),
        nameof(ArticleSummary.Content),
        nameof(ArticleSummary.Card),
    ];

    public static TheoryData<string> Facts =>
        [
            .. typeof(ArticleSummary)
                .GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => property.Name)
                .Except(NotInTheTable, StringComparer.Ordinal),
        ];

    [Fact]
    public void The_source_of_each_part_of_a_card_is_known() =>
        Assert.Equal(
            typeof(CardModel)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            Sources.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_is_in_the_hash_where_cards_show_it(string name)
    {
        var property = typeof(ArticleSummary).GetProperty(name)!;
        var isShown =
            string.Equals(name, IsListed, StringComparison.Ordinal)
            || Sources.Values.Any(sources => sources.Contains(name, StringComparer.Ordinal));
        for (var seed = 0; seed < 20; seed++)
        {
            var article = new RandomRecord(seed).Of<ArticleSummary>();
            var changed = article with { };
            property.SetValue(changed, AnotherValue(property, article, seed + 1));

            Assert.Equal(isShown, CardOf(article) != CardOf(changed));
        }
    }

    [Fact]
    public void A_card_has_no_caption_and_no_credit()
    {
        var image = new ArticleImage("a.jpg", "A", null, null, 3, 2, default);
        var article = new RandomRecord(1).Of<ArticleSummary>() with { Image = image };
        var at = new SourceSpot(null, 1, 2, 3, 4);

        Assert.Equal(
            CardOf(article),
            CardOf(article with { Image = image with { Caption = "B", Credit = "C", At = at } })
        );
        foreach (
            var other in new[]
            {
                image with
                {
                    SrcText = "b.jpg",
                },
                image with
                {
                    AltText = "",
                },
                image with
                {
                    AltText = default,
                },
                image with
                {
                    Width = null,
                },
                image with
                {
                    Height = 3,
                },
            }
        )
        {
            Assert.NotEqual(CardOf(article), CardOf(article with { Image = other }));
        }
    }

    private static object? AnotherValue(PropertyInfo property, ArticleSummary than, int seed)
    {
        var value = RandomRecord.Print(property.GetValue(than));
        return Enumerable
            .Range(seed, 100)
            .Select(next => property.GetValue(new RandomRecord(next).Of<ArticleSummary>()))
            .First(other => !string.Equals(RandomRecord.Print(other), value, StringComparison.Ordinal));
    }

    private static ContentHash CardOf(ArticleSummary article) => article.WithCard(new FingerprintBuilder()).Card;
}
