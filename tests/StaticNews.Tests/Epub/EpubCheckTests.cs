using System.Globalization;
using StaticNews.Configuration;
using StaticNews.Tests.Building;
using StaticNews.Tests.Markdown;

namespace StaticNews.Tests.Epub;

/// <summary>Books in the eyes of a judge that no one here wrote.</summary>
public sealed class EpubCheckTests
{
    [EpubCheckFact]
    public void A_book_of_hostile_bodies_is_valid()
    {
        // In random rows, the same in every run, of what breaks one rule each.
        var random = new Random(1893);
        var bodies = HostileBodyTests
            .Attacks.Cast<object[]>()
            .Select(row => (string)row[0])
            .Concat(
                Enumerable
                    .Range(0, 300)
                    .Select(_ =>
                        string.Concat(
                            Enumerable
                                .Range(0, 30)
                                .Select(_ => HostileBodyTests.Pieces[random.Next(HostileBodyTests.Pieces.Length)])
                        )
                    )
            )
            .ToList();

        AssertValid(EpubFixture.Of(bodies, new MarkdownConfig(Html: RawHtml.Allow, Shortcodes: true)));
    }

    [EpubCheckFact]
    public void A_book_in_another_direction_is_valid() =>
        AssertValid(
            EpubFixture.Of(
                ["نص ![صورة](map.png)", "ملاحظة[^1].\n\n[^1]: هنا."],
                language: "ar",
                change: article => article with { Corrections = ["خطأ"] }
            )
        );

    [EpubCheckFact]
    public void The_books_of_a_site_below_a_path_are_valid()
    {
        using var site = TestSite.CopyOf(Repository.Path("tests", "StaticNews.Tests", "Sites", "base-path", "site"));
        site.Write("site.yml", File.ReadAllText(site.PathOf("site.yml")) + "\noffline: { books: true }\n");
        site.Build();
        var books = Directory.GetFiles(site.Output, "*.epub", SearchOption.AllDirectories);

        Assert.NotEmpty(books);
        Assert.All(books, book => Assert.Equal("", EpubCheckFactAttribute.Check(book)));
    }

    private static void AssertValid(byte[] book)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "",
            EpubCheckFactAttribute.Check(
                folder.WriteBytes(string.Create(CultureInfo.InvariantCulture, $"book-{book.Length}.epub"), book)
            )
        );
    }
}
