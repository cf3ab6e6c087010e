using System.Text;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Tests.Diagnostics;

namespace StaticNews.Tests.Content;

public sealed class ProfileReaderTests
{
    [Theory]
    [InlineData("_index.md", ProfileKind.Section, "")]
    [InlineData("world/_index.md", ProfileKind.Section, "world")]
    [InlineData("World/US News/_index.md", ProfileKind.Section, "world/us-news")]
    [InlineData("_pages/about.md", ProfileKind.Page, "about")]
    [InlineData("_pages/legal/privacy.md", ProfileKind.Page, "legal/privacy")]
    [InlineData("_authors/Inês Duarte.md", ProfileKind.Author, "ines-duarte")]
    [InlineData("_tags/cold-war.md", ProfileKind.Tag, "cold-war")]
    public void The_path_says_what_it_is_about(string path, object kind, string key)
    {
        var profile = Read("Text.", path).Profile!;

        Assert.Equal((kind, key), ((object)profile.Kind, profile.Key));
    }

    [Theory]
    [InlineData("world/flood.md")]
    [InlineData("_assets/readme.md")]
    [InlineData("_drafts/_index.md")]
    [InlineData("_pages/picture.png")]
    [InlineData("world/my_index.md")]
    public void Other_paths_are_no_profiles(string path) => Assert.Null(ProfileReader.KindOf(path));

    [Fact]
    public void Reads_every_key()
    {
        var loaded = Read(
            "---\ntitle: Edith &amp; Co\ndescription: Writes\nsynonyms: [E. Lang, Edie]\nlang: en-gb\nurl: "
                + "https://edith.example/\nimage: { src: edith.png, alt: Edith }\n"
                + "aliases: /people/edith\nparams: { role: Editor }\nweight: 3\n---\nText with [a link](/about.html).\n"
        );

        Assert.Empty(loaded.Diagnostics);
        var profile = loaded.Profile!;
        Assert.Equal(
            ("Edith & Co", "Writes", "en-GB", "https://edith.example/"),
            (profile.Title, profile.Description, profile.Language, profile.Url)
        );
        Assert.Equal(["E. Lang", "Edie"], profile.Synonyms);
        Assert.Equal(("edith.png", "/people/edith"), (profile.Image!.Src, profile.Aliases[0].Target));
        Assert.Equal("Editor", profile.Params["role"]);
        Assert.Equal("/about.html", profile.Links[0].Target);
        Assert.StartsWith("Text with", profile.Source.Text[profile.Body.Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only text.")]
    [InlineData("---\n---\n")]
    [InlineData("---\ntitle:\nsynonyms:\n---\n")]
    public void All_of_it_may_be_missing(string text)
    {
        var loaded = Read(text);

        Assert.Empty(loaded.Diagnostics);
        Assert.Null(loaded.Profile!.Title);
        Assert.Empty(loaded.Profile.Synonyms);
    }

    [Theory]
    [InlineData("---\nsummary: A\n---\n", "A")]
    [InlineData("---\nsummary: A\ndescription: B\n---\n", "B")]
    [InlineData("---\ndescription: B\nsummary: A\n---\n", "B")]
    [InlineData("---\ndeck: A\n---\n", "A")]
    public void A_summary_is_a_description(string text, string expected) =>
        Assert.Equal(expected, Read(text).Profile!.Description);

    [Theory]
    [InlineData("---\npublished: perhaps\n---\n", "SN1801", 2, 12)]
    [InlineData("---\ntitle: a: b\n---\n", "SN1101", 2, 9)]
    [InlineData("---\n- a\n---\n", "SN1005", 2, 1)]
    [InlineData("---\ntitle: a\n", "SN1004", 1, 1)]
    [InlineData("a\0", "SN1002", 1, 2)]
    public void Errors_leave_it_out(string text, string code, int line, int column)
    {
        var loaded = Read(text);

        Assert.Null(loaded.Profile);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal(
            (code, Severity.Error, line, column, "content/_authors/edith-lang.md"),
            (found.Code, found.Severity, found.At.Line, found.At.Column, found.At.Path)
        );
    }

    [Theory]
    [InlineData("---\ntitle: [a]\n---\n", "SN1105", 2, 8)]
    [InlineData("---\nlang: en_US\n---\n", "SN1630", 2, 7)]
    [InlineData("---\nurl: javascript:x\n---\n", "SN1406", 2, 6)]
    [InlineData("---\ntitle: a\ntitle: b\n---\n", "SN1102", 3, 1)]
    [InlineData("---\ntitel: a\n---\n", "SN1103", 2, 1)]
    [InlineData("---\nsynonyms: ['!!!']\n---\n", "SN1601", 2, 12)]
    public void Warnings_do_not(string text, string code, int line, int column)
    {
        var loaded = Read(text);

        Assert.NotNull(loaded.Profile);
        var found = Assert.Single(loaded.Diagnostics);
        Assert.Equal(
            (code, Severity.Warning, line, column),
            (found.Code, found.Severity, found.At.Line, found.At.Column)
        );
    }

    private static LoadedProfile Read(string text, string path = "_authors/edith-lang.md")
    {
        var loaded = new ProfileReader(Reading.Config).Read(path, Encoding.UTF8.GetBytes(text));
        MessageStyle.Check(loaded.Diagnostics);
        return loaded;
    }
}
