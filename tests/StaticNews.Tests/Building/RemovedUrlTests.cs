using StaticNews.Diagnostics;

namespace StaticNews.Tests.Building;

/// <summary>
/// A URL that was published is not lost without a word: an alias has to lead from it, or site.yml has to say that it is
/// gone.
/// </summary>
public sealed class RemovedUrlTests : IDisposable
{
    private readonly TestSite _site = TestSite
        .Plain()
        .Article("world/flood.md", "The flood", "2014-05-01", "id: flood-1", "The river rose.")
        .Article("world/other.md", "Other", "2014-05-02");

    public RemovedUrlTests() => _site.Build();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Another_slug_names_the_article_itself_and_the_alias_to_write()
    {
        _site.Article("world/flood.md", "The flood", "2014-05-01", "id: flood-1\nslug: deluge", "The river rose.");
        AssertGone("content/world/flood.md", "SN2020");

        _site.Article(
            "world/flood.md",
            "The flood",
            "2014-05-01",
            "id: flood-1\nslug: deluge\naliases: [/world/2014/05/flood.html]",
            "The river rose."
        );
        Assert.Empty(_site.Build().Diagnostics);
    }

    [Theory]
    [InlineData("Another title", "id: flood-1", "Other words.")]
    [InlineData("The flood", "id: flood-2", "Other words.")]
    [InlineData("The flood", "id: flood-1", "The river rose.")]
    public void A_renamed_file_is_found_by_id_title_or_text(string title, string more, string body)
    {
        File.Delete(_site.PathOf("content/world/flood.md"));
        _site.Article("world/deluge.md", title, "2014-05-01", more, body);
        AssertGone("content/world/deluge.md", "SN2020");
        AssertGone("content/world/deluge.md", "SN2020");

        _site.Article("world/deluge.md", title, "2014-05-01", more + "\naliases: [/world/2014/05/flood.html]", body);
        Assert.Empty(_site.Build().Diagnostics);
    }

    [Fact]
    public void A_deleted_article_is_told_until_the_settings_say_that_it_is_gone()
    {
        File.Delete(_site.PathOf("content/world/flood.md"));
        AssertGone("content/world/flood.md", "SN2021");
        AssertGone("content/world/flood.md", "SN2021");
        Assert.False(_site.Has("world/2014/05/flood.html"));

        var config = File.ReadAllText(_site.PathOf("site.yml"));
        _site.Write("site.yml", config + "\ngone: [/world/2014/05/flood.html]\n");
        Assert.Empty(_site.Build().Diagnostics);
        _site.Write("site.yml", config);
        Assert.Empty(_site.Build().Diagnostics);
    }

    [Fact]
    public void An_alias_that_is_taken_away_is_a_published_url_too_and_a_list_or_a_tag_is_none()
    {
        _site.Article("world/other.md", "Other", "2014-05-02", "aliases: [/old/other/]\ntags: [Rain]");
        Assert.Empty(_site.Build().Diagnostics);
        _site.Article("world/other.md", "Other", "2014-05-02");

        var gone = Assert.Single(_site.Build().Diagnostics);
        Assert.Equal("SN2020", gone.Code);
        Assert.StartsWith("'/old/other/'", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_comes_back_is_no_longer_missed()
    {
        File.Delete(_site.PathOf("content/world/flood.md"));
        AssertGone("content/world/flood.md", "SN2021");
        _site.Article("world/flood.md", "The flood", "2014-05-01", "id: flood-1", "The river rose.");

        Assert.Empty(_site.Build().Diagnostics);
    }

    [Fact]
    public void Another_permalink_is_told_once_and_not_for_each_article()
    {
        for (var i = 0; i < 40; i++)
        {
            _site.Article($"world/a{i}.md", $"Number {i}", "2014-05-03");
        }

        _site.Build();
        _site.Write("site.yml", File.ReadAllText(_site.PathOf("site.yml")) + "\npermalink: /{year}/{slug}.html\n");
        var moved = Assert.Single(_site.Build().Diagnostics);

        Assert.Equal(("SN2022", "site.yml"), (moved.Code, moved.At.Path));
        Assert.StartsWith("42 published URLs", moved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_records_are_not_believed_and_nothing_breaks()
    {
        File.Delete(_site.PathOf("content/world/flood.md"));
        AssertGone("content/world/flood.md", "SN2021");
        var file = Assert.Single(Directory.GetFiles(_site.PathOf(".staticnews/outputs"), "*.gone"));
        File.WriteAllText(file, File.ReadAllText(file).Replace("flood", "flaad", StringComparison.Ordinal));

        Assert.Empty(_site.Build().Diagnostics);
    }

    private void AssertGone(string place, string code)
    {
        var gone = Assert.Single(_site.Build().Diagnostics);
        Assert.Equal((place, code, Severity.Warning), (gone.At.Path, gone.Code, gone.Severity));
        Assert.StartsWith("'/world/2014/05/flood.html'", gone.Message, StringComparison.Ordinal);
        Assert.Contains("/world/2014/05/flood.html", gone.Hint, StringComparison.Ordinal);
    }
}
