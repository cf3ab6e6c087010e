using System.Text;
using StaticNews.FileSystem;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.FileSystem;

public sealed class SourceTreeTests : IDisposable
{
    private readonly StorageFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Each_file_has_its_kind_and_the_order_is_ordinal_over_whole_paths()
    {
        string[] paths =
        [
            "_index.md",
            "world/_index.md",
            "world/flood.md",
            "world-cup/final.md",
            "world.md",
            "world/map.png",
            "world/2014/ebb.MD",
            "_pages/about.md",
            "_pages/office.jpg",
            "_authors/edith-lang.md",
            "_tags/floods.md",
            "_tags/_odd.md",
            "_assets/logo.svg",
            "_assets/_index.md",
            "_assets/.well-known/security.txt",
            "world/_MG_2041.jpg",
        ];
        foreach (var path in paths)
        {
            _site.Write($"content/{path}", "x");
        }

        var tree = SourceTree.Discover(_site.Links);

        Assert.Empty(tree.Diagnostics);
        Assert.Equal(paths.Order(StringComparer.Ordinal), tree.Files.Select(file => file.Path));
        var kinds = tree.Files.ToDictionary(file => file.Path, file => file.Kind, StringComparer.Ordinal);
        Assert.Equal(SourceKind.SectionText, kinds["_index.md"]);
        Assert.Equal(SourceKind.SectionText, kinds["world/_index.md"]);
        Assert.Equal(SourceKind.Article, kinds["world/flood.md"]);
        Assert.Equal(SourceKind.Article, kinds["world/2014/ebb.MD"]);
        Assert.Equal(SourceKind.Asset, kinds["world/map.png"]);
        Assert.Equal(SourceKind.Asset, kinds["world/_MG_2041.jpg"]);
        Assert.Equal(SourceKind.Asset, kinds["_pages/office.jpg"]);
        Assert.Equal(SourceKind.Page, kinds["_pages/about.md"]);
        Assert.Equal(SourceKind.Author, kinds["_authors/edith-lang.md"]);
        Assert.Equal(SourceKind.Tag, kinds["_tags/_odd.md"]);
        Assert.Equal(SourceKind.SharedAsset, kinds["_assets/_index.md"]);
        Assert.Equal(SourceKind.SharedAsset, kinds["_assets/.well-known/security.txt"]);
    }

    [Fact]
    public void What_editors_and_desktops_leave_behind_is_passed_over_in_silence()
    {
        foreach (
            var path in new[]
            {
                ".DS_Store",
                "world/.flood.md.swp",
                "world/.#flood.md",
                "world/~$flood.docx",
                ".git/config",
                ".obsidian/a.md",
                "Thumbs.db",
                "world/.htaccess",
            }
        )
        {
            _site.Write($"content/{path}", "x");
        }

        var tree = SourceTree.Discover(_site.Links);

        Assert.Empty(tree.Files);
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void An_unknown_underscore_is_left_out_with_a_warning_and_a_suggestion()
    {
        _site.Write("content/_author/edith.md", "x");
        _site.Write("content/world/_assets/logo.svg", "x");
        _site.Write("content/world/_notes.md", "x");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Empty(tree.Files);
        Assert.Equal(
            ["content/_author/", "content/world/_assets/", "content/world/_notes.md"],
            tree.Diagnostics.Select(d => d.At.Path)
        );
        Assert.All(tree.Diagnostics, d => Assert.Equal("SN5008", d.Code));
        Assert.Contains("did you mean '_authors'?", tree.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_content_is_told_so()
    {
        var problem = Assert.Single(SourceTree.Discover(_site.Links).Diagnostics);
        Assert.Equal(("SN5009", "content"), (problem.Code, problem.At.Path));
    }

    [Fact]
    public void A_link_that_leads_out_is_refused_also_by_way_of_another_link()
    {
        using var elsewhere = new StorageFolder();
        elsewhere.Write("secret.md", "x");
        _site.Write("content/world/a.md", "x");
        _site.Link("content/out", elsewhere.Root);
        _site.Link("content/world/file.md", elsewhere.At("secret.md"));
        _site.Link("content/world/twice.md", "../out/secret.md");
        _site.Link("content/world/up", "../..");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Equal(["world/a.md"], tree.Files.Select(file => file.Path));
        Assert.Equal(
            [
                ("SN5005", "content/out"),
                ("SN5005", "content/world/file.md"),
                ("SN5005", "content/world/twice.md"),
                ("SN5005", "content/world/up"),
            ],
            tree.Diagnostics.Select(d => (d.Code, d.At.Path))
        );
    }

    [Fact]
    public void Links_inside_are_followed_once_and_never_in_a_circle()
    {
        _site.Write("content/pictures/map.png", "12345");
        _site.Link("content/world/img", "../pictures");
        _site.Link("content/world/again", "../pictures");
        _site.Link("content/world/self", ".");
        _site.Link("content/world/map.png", "../pictures/map.png");
        _site.Link("content/world/gone.md", "nowhere.md");
        _site.Link("content/world/loop.md", "loop.md");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Equal(
            ["pictures/map.png", "world/again/map.png", "world/map.png"],
            tree.Files.Select(file => file.Path)
        );
        Assert.All(tree.Files, file => Assert.Equal(5, file.Stamp.Size));
        Assert.Equal(
            [
                ("SN5007", "content/world/gone.md"),
                ("SN5006", "content/world/img"),
                ("SN5007", "content/world/loop.md"),
                ("SN5006", "content/world/self"),
            ],
            tree.Diagnostics.Select(d => (d.Code, d.At.Path))
        );
    }

    [Fact]
    public void A_name_that_no_URL_can_carry_is_an_error_that_cannot_steer_the_terminal()
    {
        _site.Write("content/a\nb\u001b[31m.md", "x");
        _site.Write("content/a\\b.md", "x");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Empty(tree.Files);
        Assert.Equal(
            [("SN5004", @"content/a\u000Ab\u001B[31m.md"), ("SN5004", @"content/a\b.md")],
            tree.Diagnostics.Select(d => (d.Code, d.At.Path))
        );
    }

    [LinuxFact]
    public void A_name_that_is_not_UTF8_is_an_error()
    {
        _site.Write("content/ok.md", "x");
        Shell.Run("sh", "-c", $"printf x > \"$(printf '{_site.At("content")}/caf\\351.md')\"");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Equal(["ok.md"], tree.Files.Select(file => file.Path));
        Assert.Equal(("SN5003", "content/caf\uFFFD.md"), (tree.Diagnostics[0].Code, tree.Diagnostics[0].At.Path));
        Shell.Run("rm", "-r", _site.At("content"));
    }

    [LinuxFact]
    public void A_pipe_in_the_content_folder_does_not_keep_the_build_waiting()
    {
        _site.Write("content/a.md", "x");
        Shell.Run("mkfifo", _site.At("content/pipe.md"), _site.At("content/pipe.png"));
        File.CreateSymbolicLink(_site.At("content/map.png"), "pipe.png");

        var tree = SourceTree.Discover(_site.Links);

        Assert.Equal("a.md", Assert.Single(tree.Files).Path);
        Assert.Equal(
            [("SN5016", "content/map.png"), ("SN5016", "content/pipe.md"), ("SN5016", "content/pipe.png")],
            tree.Diagnostics.Select(problem => (problem.Code, problem.At.Path))
        );
    }

    [Fact]
    public void A_file_is_read_whole_and_exactly()
    {
        var big = new byte[3_000_000];
        new Random(1).NextBytes(big);
        _site.Write("content/big.md", big);
        _site.Write("content/small.md", "four");
        _site.Write("content/empty.md", "");

        var tree = SourceTree.Discover(_site.Links);

        using var first = tree.Read(tree.Files[0]);
        using var second = tree.Read(tree.Files[1]);
        using var third = tree.Read(tree.Files[2]);
        Assert.True(first.Span.SequenceEqual(big));
        Assert.Equal(0, second.Span.Length);
        Assert.Equal("four", Encoding.UTF8.GetString(third.Span));
    }

    [Fact]
    public void A_file_that_vanished_or_became_a_folder_is_an_error_at_its_path()
    {
        _site.Write("content/world/gone.md", "x");
        _site.Write("content/world/turned.md", "x");
        var tree = SourceTree.Discover(_site.Links);
        File.Delete(_site.At("content/world/gone.md"));
        File.Delete(_site.At("content/world/turned.md"));
        Directory.CreateDirectory(_site.At("content/world/turned.md"));

        using var gone = tree.Read(tree.Files[0]);
        using var turned = tree.Read(tree.Files[1]);

        Assert.Equal(
            ("SN5001", "content/world/gone.md", "this cannot be read: it is not there"),
            (gone.Problem!.Code, gone.Problem.At.Path, gone.Problem.Message)
        );
        Assert.Equal(("SN5001", "content/world/turned.md"), (turned.Problem!.Code, turned.Problem.At.Path));
        Assert.Equal(0, turned.Span.Length);
    }

    [Fact]
    public void A_file_of_more_than_64_MB_is_not_read()
    {
        using (var file = File.Create(_site.Write("content/huge.md", "x")))
        {
            file.SetLength(SourceTree.TextMaxBytes + 1L);
        }

        var tree = SourceTree.Discover(_site.Links);
        using var bytes = tree.Read(tree.Files[0]);

        Assert.Equal(("SN5002", "content/huge.md"), (bytes.Problem!.Code, bytes.Problem.At.Path));
        Assert.Contains("67.1 MB", bytes.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Discovery_can_be_cancelled()
    {
        _site.Write("content/a.md", "x");
        Assert.Throws<OperationCanceledException>(() =>
            SourceTree.Discover(_site.Links, new CancellationToken(canceled: true))
        );
    }
}
