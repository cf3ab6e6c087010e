using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class OutputTreeTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2014, 11, 4, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>The head of a page that says of itself who wrote it.</summary>
    private const string Marked = "<meta name=\"generator\" content=\"StaticNews\">";

    private readonly StorageFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_first_build_writes_its_pages_and_a_marker()
    {
        Assert.Empty(TestBuild.Run(_site, ("index.html", "front"), ("world/2014/flood.html", "flood")));

        Assert.Equal(["index.html", "world/2014/flood.html"], _site.Published().Keys);
        var marker = File.ReadAllText(Path.Combine(_site.Output, OutputPath.Marker));
        Assert.StartsWith("The Meridian, https://meridian.example/\n", marker, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Root, marker, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_are_not_written_again_and_the_file_keeps_its_time()
    {
        TestBuild.Run(_site, ("index.html", "front"));
        File.SetLastWriteTimeUtc(Path.Combine(_site.Output, "index.html"), LongAgo);

        using var build = new TestBuild(_site);
        Assert.Equal(PublishOutcome.Unchanged, build.Publish("index.html", "front", 1));
        build.End();

        Assert.Equal((0, 1), (build.Tree.Written, build.Tree.Unchanged));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(Path.Combine(_site.Output, "index.html")));
    }

    [Fact]
    public void Other_bytes_replace_what_we_wrote_also_when_somebody_edited_it()
    {
        TestBuild.Run(_site, ("a.html", "one"), ("b.html", "one"));
        File.WriteAllText(Path.Combine(_site.Output, "b.html"), "edited by hand");

        using var build = new TestBuild(_site);
        Assert.Equal(PublishOutcome.Written, build.Publish("a.html", "two", 1));
        Assert.Equal(PublishOutcome.Written, build.Publish("b.html", "one", 1));
        Assert.Empty(build.End());

        Assert.Equal([("a.html", "two"), ("b.html", "one")], _site.Published().Select(file => (file.Key, file.Value)));
    }

    [LinuxFact]
    public void A_pipe_in_the_place_of_an_empty_file_is_replaced_and_never_waited_for()
    {
        TestBuild.Run(_site, ("empty.html", ""));
        File.Delete(Path.Combine(_site.Output, "empty.html"));
        Shell.Run("mkfifo", Path.Combine(_site.Output, "empty.html"));

        using var build = new TestBuild(_site);
        Assert.Equal(PublishOutcome.Written, build.Publish("empty.html", "", 1));
        Assert.Empty(build.End());
    }

    [Fact]
    public void Keep_is_true_only_for_the_same_key_and_a_file_that_stands_as_logged()
    {
        TestBuild.Run(
            _site,
            ("same.html", "a"),
            ("key.html", "a"),
            ("edited.html", "a"),
            ("gone.html", "a"),
            ("touched.html", "a")
        );
        File.WriteAllText(Path.Combine(_site.Output, "edited.html"), "b");
        File.Delete(Path.Combine(_site.Output, "gone.html"));
        File.SetLastWriteTimeUtc(Path.Combine(_site.Output, "touched.html"), LongAgo);

        using var build = new TestBuild(_site);
        Assert.True(build.Tree.Keep("same.html", [1]));
        Assert.False(build.Tree.Keep("key.html", [2]));
        Assert.False(build.Tree.Keep("edited.html", [1]));
        Assert.False(build.Tree.Keep("gone.html", [1]));
        Assert.True(build.Tree.Keep("touched.html", [1]));
        Assert.False(build.Tree.Keep("never.html", [1]));
        Assert.Equal([1ul], build.Tree.KeyOf("key.html").ToArray());
        Assert.Equal(2, build.Tree.Reused);
    }

    [Fact]
    public void A_file_changed_within_a_tick_of_the_disks_clock_is_found_out_by_its_bytes()
    {
        // A time that the disk's clock has not reached yet is as young as can be.
        TestBuild.Run(_site, ("a.html", "one"));
        var file = Path.Combine(_site.Output, "a.html");
        var time = DateTime.UtcNow.AddHours(1);
        File.SetLastWriteTimeUtc(file, time);
        TestBuild.Run(_site, ("a.html", "one"));
        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, time);

        using var build = new TestBuild(_site);

        Assert.False(build.Tree.Keep("a.html", [1]));
        Assert.Equal(PublishOutcome.Written, build.Publish("a.html", "one", 1));
    }

    [Fact]
    public void What_this_build_does_not_produce_is_removed_with_the_folders_it_leaves_empty()
    {
        TestBuild.Run(
            _site,
            ("index.html", "x"),
            ("a/b/c/old.html", "x"),
            ("a/b/kept.html", "x"),
            ("tags/gone/index.html", "x")
        );

        using var build = new TestBuild(_site);
        build.Publish("index.html", "x", 1);
        Assert.True(build.Tree.Keep("a/b/kept.html", [1]));
        Assert.Empty(build.End());

        Assert.Equal(2, build.Tree.Removed);
        Assert.Equal(["a/b/kept.html", "index.html"], _site.Published().Keys);
        Assert.Equal(["a", "a/b"], _site.Folders());
    }

    [Fact]
    public void With_errors_in_the_content_nothing_is_removed_and_the_next_good_build_does_it()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("old.html", "x"));

        using (var build = new TestBuild(_site))
        {
            build.Publish("index.html", "y", 1);
            build.End(FailedSources.All);
        }

        Assert.Equal(["index.html", "old.html"], _site.Published().Keys);
        TestBuild.Run(_site, ("index.html", "y"));
        Assert.Equal(["index.html"], _site.Published().Keys);
    }

    [Fact]
    public void A_build_that_is_given_up_leaves_the_site_whole()
    {
        TestBuild.Run(_site, ("a.html", "old"), ("b.html", "old"));

        using (var build = new TestBuild(_site))
        {
            build.Publish("a.html", "new", 2);
        }

        Assert.Equal([("a.html", "new"), ("b.html", "old")], _site.Published().Select(file => (file.Key, file.Value)));
    }

    [Fact]
    public void Strangers_files_are_neither_replaced_nor_removed()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("world/old.html", "x"));
        _site.Write("public/CNAME", "meridian.example");
        _site.Write("public/world/notes.txt", "mine");
        _site.Write("public/about.html", "mine");

        using var build = new TestBuild(_site);
        build.Publish("index.html", "x", 1);
        Assert.Equal(PublishOutcome.Failed, build.Publish("about.html", "ours", 1));
        var problem = Assert.Single(build.End());

        Assert.Equal(
            ("SN5104", "public/about.html", Severity.Error),
            (problem.Code, problem.At.Path, problem.Severity)
        );
        Assert.Equal(["CNAME", "about.html", "index.html", "world/notes.txt"], _site.Published().Keys);
        Assert.Equal("mine", _site.Published()["about.html"]);
    }

    [Fact]
    public void A_strangers_file_with_the_very_bytes_of_the_page_is_the_page()
    {
        TestBuild.Run(_site, ("index.html", "x"));
        _site.Write("public/about.html", "ours");

        Assert.Empty(TestBuild.Run(_site, ("index.html", "x"), ("about.html", "ours")));
    }

    [Fact]
    public void A_folder_with_files_and_no_marker_is_refused()
    {
        var file = _site.Write("public/thesis.txt", "ten years of work");

        using var build = new TestBuild(_site);

        Assert.Equal(("SN5102", "public"), (build.Refusal!.Code, build.Refusal.At.Path));
        Assert.Equal([file], Directory.GetFiles(_site.Output));
    }

    [Fact]
    public void A_folder_of_another_site_is_refused_and_one_put_in_the_place_of_ours()
    {
        TestBuild.Run(_site, ("index.html", "x"));
        using var other = new StorageFolder();
        using (var theirs = new TestBuild(other, "Another Paper, https://other.example/", output: _site.Output))
        {
            Assert.Equal("SN5102", theirs.Refusal!.Code);
        }

        Directory.Delete(_site.Output, recursive: true);
        _site.Write("public/index.html", "another project");
        using var ours = new TestBuild(_site);
        Assert.Equal("SN5102", ours.Refusal!.Code);
        Assert.Equal("another project", _site.Published()["index.html"]);
    }

    [Fact]
    public void A_folder_with_hidden_entries_only_counts_as_empty()
    {
        _site.Write("public/.git/config", "x");
        Assert.Empty(TestBuild.Run(_site, ("index.html", "x")));
        TestBuild.Run(_site);
        Assert.True(File.Exists(_site.At("public/.git/config")));
    }

    [Fact]
    public void A_site_may_change_its_name()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("old.html", "x"));

        using var build = new TestBuild(_site, "The New Meridian, http://localhost:8000/");
        Assert.Null(build.Refusal);
        build.Publish("index.html", "x", 1);
        Assert.Empty(build.End());

        Assert.Equal(["index.html"], _site.Published().Keys);
        Assert.StartsWith(
            "The New Meridian",
            File.ReadAllText(Path.Combine(_site.Output, OutputPath.Marker)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_the_log_a_build_into_our_own_folder_is_a_first_build_that_still_removes_what_is_ours()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("old.html", "x"), ("changed.html", "x"));
        _site.Write("public/mine.txt", "mine");
        File.SetLastWriteTimeUtc(Path.Combine(_site.Output, "index.html"), LongAgo);
        File.Delete(_site.At(".staticnews/build.log"));

        Assert.Empty(TestBuild.Run(_site, ("index.html", "x"), ("changed.html", "y")));

        Assert.Equal(["changed.html", "index.html", "mine.txt"], _site.Published().Keys);
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(Path.Combine(_site.Output, "index.html")));
    }

    [Fact]
    public void Without_any_record_it_replaces_what_it_produces_and_leaves_the_rest_with_a_warning()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("old.html", "x"), ("changed.html", Marked + "x"));
        Directory.Delete(_site.At(".staticnews"), recursive: true);

        for (var build = 0; build < 3; build++)
        {
            var problem = Assert.Single(TestBuild.Run(_site, ("index.html", "x"), ("changed.html", Marked + "y")));

            Assert.Equal(("SN5110", Severity.Warning), (problem.Code, problem.Severity));
            Assert.Contains("'old.html'", problem.Message, StringComparison.Ordinal);
            Assert.Equal(
                [("changed.html", Marked + "y"), ("index.html", "x"), ("old.html", "x")],
                _site.Published().Select(file => (file.Key, file.Value))
            );
        }
    }

    [Fact]
    public void Records_that_were_lost_stay_lost_until_one_whole_build_is_through()
    {
        TestBuild.Run(_site, ("a.html", Marked + "x"), ("b.html", Marked + "x"));
        Directory.Delete(_site.At(".staticnews"), recursive: true);
        using (var broken = new TestBuild(_site))
        {
            broken.Publish("a.html", Marked + "y", 1);
            Assert.Equal("SN5110", Assert.Single(broken.End(FailedSources.All)).Code);
        }

        Assert.Empty(TestBuild.Run(_site, ("a.html", Marked + "y"), ("b.html", Marked + "y")));
        Assert.Equal(Marked + "y", _site.Published()["b.html"]);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("content/deep")]
    [InlineData("templates")]
    [InlineData(".staticnews/out")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    public void A_place_among_the_sources_or_around_them_is_refused(string output)
    {
        Directory.CreateDirectory(_site.At("content"));
        Directory.CreateDirectory(_site.At("templates"));

        using var build = new TestBuild(_site, output: Path.Combine(_site.Root, output));

        Assert.Equal("SN5101", build.Refusal!.Code);
        Assert.False(File.Exists(Path.Combine(_site.Root, output, OutputPath.Marker)));
    }

    [Fact]
    public void The_home_folder_and_a_link_into_the_sources_are_refused()
    {
        Directory.CreateDirectory(_site.At("content/x"));
        _site.Link("public", _site.At("content/x"));

        using (var build = new TestBuild(_site))
        {
            Assert.Equal("SN5101", build.Refusal!.Code);
        }

        using var home = new TestBuild(_site, output: Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        Assert.Equal("SN5101", home.Refusal!.Code);
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_refused()
    {
        _site.Write("public", "a file");

        using var build = new TestBuild(_site);

        Assert.Equal(("SN5105", "public"), (build.Refusal!.Code, build.Refusal.At.Path));
    }

    [Fact]
    public void Nothing_is_written_or_removed_through_a_link_in_the_output_folder()
    {
        using var elsewhere = new StorageFolder();
        TestBuild.Run(_site, ("index.html", "x"), ("img/old.html", "x"));
        Directory.Delete(Path.Combine(_site.Output, "img"), recursive: true);
        elsewhere.Write("old.html", "x");
        elsewhere.Write("precious.html", "x");
        _site.Link("public/img", elsewhere.Root);
        _site.Link("public/page.html", elsewhere.At("precious.html"));

        using var build = new TestBuild(_site);
        Assert.False(build.Tree.Keep("img/old.html", [1]));
        Assert.Equal(PublishOutcome.Failed, build.Publish("img/new.html", "x", 1));
        Assert.Equal(PublishOutcome.Failed, build.Publish("img/deep/new.html", "x", 1));
        Assert.Equal(PublishOutcome.Failed, build.Publish("page.html", "y", 1));
        var problems = build.End();

        Assert.Equal(["SN5109", "SN5109", "SN5109", "SN5109"], problems.Select(problem => problem.Code));
        Assert.Equal(
            "'public/img' is a symbolic link, and nothing is written or removed through one",
            problems[1].Message
        );
        Assert.Equal(
            ["old.html", "precious.html"],
            Directory.GetFiles(elsewhere.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("x", File.ReadAllText(elsewhere.At("precious.html")));
    }

    [Theory]
    [InlineData("../escaped.html")]
    [InlineData("a/../../escaped.html")]
    [InlineData("/escaped.html")]
    public void A_path_that_leaves_the_folder_is_refused(string path)
    {
        using var build = new TestBuild(_site);
        Assert.Equal(PublishOutcome.Failed, build.Publish(path, "x", 1));
        Assert.Equal("SN5103", Assert.Single(build.End()).Code);
        Assert.False(File.Exists(_site.At("escaped.html")));
    }

    [Fact]
    public void Our_own_leftovers_make_way_when_a_page_becomes_a_folder_or_a_folder_a_page()
    {
        TestBuild.Run(
            _site,
            ("world", "a page without an ending"),
            ("about/index.html", "x"),
            ("about/deep/more.html", "x")
        );

        Assert.Empty(TestBuild.Run(_site, ("world/2014/index.html", "x"), ("world/index.html", "x"), ("about", "y")));

        Assert.Equal(["about", "world/2014/index.html", "world/index.html"], _site.Published().Keys);
    }

    [Fact]
    public void A_strangers_folder_or_file_does_not()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("about/index.html", "x"));
        _site.Write("public/about/mine.txt", "mine");
        _site.Write("public/world", "mine");

        using var build = new TestBuild(_site);
        build.Publish("index.html", "x", 1);
        Assert.Equal(PublishOutcome.Failed, build.Publish("about", "x", 1));
        Assert.Equal(PublishOutcome.Failed, build.Publish("world/2014/flood.html", "x", 1));
        var problems = build.End();

        Assert.Equal(
            [("SN5105", "public/about"), ("SN5105", "public/world/2014/flood.html")],
            problems.Select(problem => (problem.Code, problem.At.Path))
        );
        Assert.Contains("'public/world'", problems[1].Message, StringComparison.Ordinal);
        Assert.Equal(["about/mine.txt", "index.html", "world"], _site.Published().Keys);
    }

    [Fact]
    public void One_path_twice_in_a_build_is_a_bug_of_ours()
    {
        using var build = new TestBuild(_site);
        build.Publish("a.html", "x", 1);
        Assert.Throws<InvalidOperationException>(() => build.Publish("a.html", "x", 1));
    }

    [Fact]
    public void A_new_renderer_throws_the_log_away_and_not_the_knowledge_of_whose_files_these_are()
    {
        TestBuild.Run(_site, ("index.html", "x"), ("old.html", "x"));

        using var build = new TestBuild(_site, version: "2");
        Assert.False(build.Tree.Keep("index.html", [1]));
        Assert.Equal(PublishOutcome.Written, build.Publish("index.html", "y", 1));
        Assert.Empty(build.End());

        Assert.Equal(["index.html"], _site.Published().Keys);
    }

    [Fact]
    public void What_a_killed_build_had_under_construction_is_cleared_away_and_what_it_finished_is_known()
    {
        TestBuild.Run(_site, ("index.html", "x"));
        Kill(build => build.Publish("world/done.html", "x", 1));
        _site.Write("public/world/.staticnews-0000002a.tmp", "half a pa");

        Assert.Empty(TestBuild.Run(_site, ("index.html", "x")));

        Assert.Equal(["index.html"], _site.Published().Keys);
        Assert.Empty(_site.Folders());
    }

    [Fact]
    public void After_a_killed_build_a_strangers_older_file_is_still_a_strangers()
    {
        TestBuild.Run(_site, ("index.html", "x"));
        File.SetLastWriteTimeUtc(_site.Write("public/about.html", "mine"), LongAgo);
        Kill(build => build.Publish("index.html", "y", 1));

        var problem = Assert.Single(TestBuild.Run(_site, ("about.html", "ours")));

        Assert.Equal("SN5104", problem.Code);
        Assert.Equal("mine", _site.Published()["about.html"]);
    }

    [SlowFact]
    public void Many_workers_publish_the_same_site_as_one()
    {
        using var alone = new StorageFolder();
        var pages = Enumerable
            .Range(0, 2000)
            .Select(i =>
                (Path: string.Create(CultureInfo.InvariantCulture, $"s{i % 7}/{i % 31}/p{i}.html"), Text: $"page {i}")
            )
            .ToArray();
        TestBuild.Run(alone, pages);
        for (var round = 0; round < 2; round++)
        {
            using var build = new TestBuild(_site);
            Parallel.ForEach(
                pages,
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                page => build.Publish(page.Path, page.Text, 1)
            );
            Assert.Empty(build.End());
            Assert.Equal((round == 0 ? 2000 : 0, round == 0 ? 0 : 2000), (build.Tree.Written, build.Tree.Unchanged));
        }

        Assert.Equal(alone.Published(), _site.Published());
    }

    [Fact]
    public void An_asset_is_copied_and_then_neither_read_nor_written()
    {
        var bytes = new byte[1_000_000];
        new Random(7).NextBytes(bytes);
        var source = _site.Write("content/map.png", bytes);
        File.SetLastWriteTimeUtc(source, LongAgo.AddMilliseconds(1));
        Thread.Sleep(50);

        Assert.Equal((PublishOutcome.Written, 1, 0, 0), CopyOnce());
        Assert.Equal((PublishOutcome.Unchanged, 0, 0, 1), CopyOnce());
        Assert.True(File.ReadAllBytes(_site.At("public/world/map.png")).AsSpan().SequenceEqual(bytes));

        // Touched: its bytes are compared and the copy keeps its time.
        File.SetLastWriteTimeUtc(source, LongAgo.AddMilliseconds(9));
        File.SetLastWriteTimeUtc(_site.At("public/world/map.png"), LongAgo);
        Assert.Equal((PublishOutcome.Unchanged, 0, 1, 0), CopyOnce());
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_site.At("public/world/map.png")));

        bytes[500_000] ^= 1;
        _site.Write("content/map.png", bytes);
        Assert.Equal((PublishOutcome.Written, 1, 0, 0), CopyOnce());
        Assert.True(File.ReadAllBytes(_site.At("public/world/map.png")).AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public void An_empty_asset_and_one_that_vanished()
    {
        _site.Write("content/empty.txt", "");
        _site.Write("content/gone.txt", "x");
        var sources = SourceTree.Discover(_site.Links);
        File.Delete(_site.At("content/gone.txt"));
        using var build = new TestBuild(_site);

        Assert.Equal(PublishOutcome.Written, build.Tree.Copy("empty.txt", sources, sources.Files[0]));
        Assert.Equal(PublishOutcome.Failed, build.Tree.Copy("gone.txt", sources, sources.Files[1]));

        Assert.Equal(
            ("SN5001", "content/gone.txt"),
            (build.Tree.Diagnostics[0].Code, build.Tree.Diagnostics[0].At.Path)
        );
        Assert.Equal(["empty.txt"], _site.Published().Keys);
    }

    [Fact]
    public void A_copy_that_is_cancelled_leaves_nothing_half_done()
    {
        _site.Write("content/film.mp4", new byte[400_000]);
        var sources = SourceTree.Discover(_site.Links);
        using var build = new TestBuild(_site);

        Assert.Throws<OperationCanceledException>(() =>
            build.Tree.Copy("film.mp4", sources, sources.Files[0], new CancellationToken(canceled: true))
        );

        Assert.Empty(_site.Published());
    }

    [Fact]
    public void A_name_that_the_disk_refuses_is_an_error_and_the_build_goes_on()
    {
        // Each part is short enough; the whole, with the output folder before it, is not.
        var path = string.Concat(Enumerable.Repeat($"{new string('d', 200)}/", 17)) + new string('f', 82);
        Assert.True(OutputPath.IsSafe(path));
        var deep = Path.Combine(_site.Root, new string('o', 250), new string('o', 250), new string('o', 250), "public");

        using var build = new TestBuild(_site, output: deep);
        Assert.Equal(PublishOutcome.Failed, build.Publish(path, "x", 1));
        Assert.Equal(PublishOutcome.Written, build.Publish("index.html", "x", 1));

        Assert.Equal("SN5106", Assert.Single(build.End()).Code);
    }

    [SmallDiskFact]
    public void On_a_disk_that_has_become_read_only_what_cannot_be_written_or_removed_is_told()
    {
        TestBuild.Run(_site, ("index.html", "x"));
        Directory.CreateDirectory(_site.At("public/world"));
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _site.At("public/world"));
        try
        {
            TestBuild.Run(_site, ("index.html", "x"), ("world/a.html", "x"), ("world/old.html", "x"));
            Shell.Run("mount", "-o", "remount,ro", _site.At("public/world"));

            var problems = TestBuild.Run(_site, ("index.html", "y"), ("world/a.html", "y"));

            Assert.Equal(
                [("SN5106", "public/world/a.html"), ("SN5108", "public/world/old.html")],
                problems.Select(problem => (problem.Code, problem.At.Path))
            );
            Assert.All(
                problems,
                problem => Assert.Contains("the disk is read-only", problem.Message, StringComparison.Ordinal)
            );
            Assert.Equal(
                [("index.html", "y"), ("world/a.html", "x"), ("world/old.html", "x")],
                _site.Published().Select(file => (file.Key, file.Value))
            );
        }
        finally
        {
            Shell.Run("umount", _site.At("public/world"));
        }
    }

    [SmallDiskFact]
    public void On_a_full_disk_the_build_stops_says_so_once_and_removes_nothing()
    {
        Directory.CreateDirectory(_site.Output);
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _site.Output);
        try
        {
            TestBuild.Run(_site, ("index.html", "x"), ("old.html", "old"));
            using (var build = new TestBuild(_site))
            {
                Assert.Equal(PublishOutcome.Failed, build.Publish("big.html", new string('x', 1_000_000), 1));
                Assert.True(build.Tree.IsHalted);
                Assert.Equal(PublishOutcome.Failed, build.Publish("index.html", "y", 1));
                Assert.Equal(
                    ("SN5107", "public/big.html"),
                    (Assert.Single(build.End()).Code, build.Tree.Diagnostics[0].At.Path)
                );
            }

            Assert.Equal(
                [("index.html", "x"), ("old.html", "old")],
                _site.Published().Select(file => (file.Key, file.Value))
            );
            Assert.Empty(TestBuild.Run(_site, ("index.html", "y")));
            Assert.Equal(["index.html"], _site.Published().Keys);
        }
        finally
        {
            Shell.Run("umount", _site.Output);
        }
    }

    private (PublishOutcome Outcome, int Written, int Unchanged, int Reused) CopyOnce()
    {
        using var build = new TestBuild(_site);
        var sources = SourceTree.Discover(_site.Links);
        var outcome = build.Tree.Copy("world/map.png", sources, sources.Files.Single());
        build.End();
        return (outcome, build.Tree.Written, build.Tree.Unchanged, build.Tree.Reused);
    }

    /// <summary>
    /// What a build leaves that never came to its end: everything it wrote at once, and nothing it kept to write later.
    /// </summary>
    private void Kill(Action<TestBuild> work)
    {
        using var copy = new StorageFolder();
        using (var build = new TestBuild(_site))
        {
            work(build);
            foreach (
                var file in Directory
                    .EnumerateFiles(_site.At(".staticnews"), "*", SearchOption.AllDirectories)
                    .Where(file => !file.EndsWith("lock", StringComparison.Ordinal))
            )
            {
                copy.Write(Path.GetRelativePath(_site.Root, file), ReadShared(file));
            }
        }

        foreach (
            var file in Directory.EnumerateFiles(
                copy.Root,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
        )
        {
            File.Copy(file, _site.At(Path.GetRelativePath(copy.Root, file)), overwrite: true);
        }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
