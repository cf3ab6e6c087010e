using System.Text.RegularExpressions;
using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Images.Decoding;
using StaticNews.Tests.Images;

namespace StaticNews.Tests.Building;

/// <summary>Colours and smaller copies of images, as libvips makes them.</summary>
public sealed class ImageVariantTests
{
    private const string Settings =
        "title: T\nbase_url: https://test.example/paper/\npictures: { variants: true, widths: [16, 32, 4000], "
        + "formats: [webp, jpeg] }\n";

    [Fact]
    public void Pages_name_the_files_that_there_are()
    {
        using var site = Site();
        Assert.Empty(site.Build().Diagnostics);

        var page = site.Read("news/2020/01/a.html");
        var files = Variants(site);

        Assert.Equal(
            ["-16.jpg", "-16.webp", "-32.jpg", "-32.webp"],
            files.Select(file => file[16..]).Order(StringComparer.Ordinal)
        );
        var (webp, jpeg) = (
            files.First(file => file.EndsWith("-16.webp", StringComparison.Ordinal))[..16],
            files.First(file => file.EndsWith("-16.jpg", StringComparison.Ordinal))[..16]
        );
        var source =
            $"<source type=\"image/webp\" srcset=\"/paper/assets/variants/{webp}-16.webp 16w, "
            + $"/paper/assets/variants/{webp}-32.webp 32w\" sizes=\"(min-width: 42rem) 40rem, 100vw\"";
        var img =
            $"srcset=\"/paper/assets/variants/{jpeg}-16.jpg 16w, /paper/assets/variants/{jpeg}-32.jpg 32w, "
            + $"/paper/news/photo.jpg 300w\" sizes=\"(min-width: 42rem) 40rem, 100vw\" width=\"300\" "
            + $"height=\"200\" style=\"background:#";
        Assert.Contains(
            $"<picture>{source}><img src=\"/paper/news/photo.jpg\" alt=\"A photo\" {img}",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<picture>{source} /><img src=\"/paper/news/photo.jpg\" alt=\"Again\" {img}",
            page,
            StringComparison.Ordinal
        );
        Assert.Empty(SiteInspection.ParseErrors(site.Output));
    }

    [Fact]
    public void A_variant_is_as_wide_as_it_says_and_upright()
    {
        using var site = Site(Noise(turned: true));
        site.Build();

        var sizes = Variants(site)
            .Select(file =>
                (
                    file[16..],
                    Facts: ImageHeaderReader.Read(
                        File.ReadAllBytes(Path.Combine(site.Output, "assets", "variants", file))
                    )
                )
            );

        Assert.All(
            sizes,
            size =>
                Assert.Equal(
                    size.Item1.StartsWith("-16", StringComparison.Ordinal) ? (16, 24) : (32, 48),
                    (size.Facts.Width, size.Facts.Height)
                )
        );
        Assert.Equal(4, sizes.Count());
    }

    [SlowFact]
    public void A_second_build_makes_nothing_and_a_lost_cache_changes_nothing()
    {
        using var site = Site();
        site.Build();
        var first = site.Snapshot();

        Assert.Equal(0, site.Build().Written);
        Directory.Delete(site.PathOf(".staticnews/pictures"), recursive: true);
        Assert.Equal(0, site.Build().Written);
        Assert.Equal(first, site.Snapshot());
    }

    [Fact]
    public void A_variant_that_is_no_lighter_is_not_made_again()
    {
        using var site = TestSite
            .WithConfig(
                Settings.Replace(
                    "widths: [16, 32, 4000]",
                    "widths: [60], quality: { webp: 100 }",
                    StringComparison.Ordinal
                )
            )
            .WriteBytes("content/news/lossy.webp", ImageHeaderReaderTests.BytesOf("lossy.webp"))
            .Article("news/a.md", "One", "2020-01-01", "image: { src: lossy.webp, alt: A photo }");
        // Until the file times can be trusted.
        Thread.Sleep(50);
        site.Build();
        Assert.Empty(Variants(site));

        Assert.Empty(site.Build(options => options with { ImageWorker = Nothing }).Diagnostics);
    }

    [Fact]
    public void What_is_no_longer_wanted_goes_from_the_output_and_the_cache()
    {
        using var site = Site();
        site.Build();

        site.Write("site.yml", Settings.Replace("16, 32, 4000", "32", StringComparison.Ordinal));
        site.Build();
        Assert.Equal(2, Variants(site).Length);
        Assert.Equal(2, Cached(site));

        site.Write("site.yml", Settings.Replace("variants: true", "variants: false", StringComparison.Ordinal));
        site.Build();
        Assert.Empty(Variants(site));
        Assert.Equal(0, Cached(site));
        Assert.DoesNotContain("<picture", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [SlowFact]
    public void Other_workers_and_another_folder_give_the_same_files()
    {
        using var site = Site();
        site.Build();
        site.Build(options => options with { Output = site.PathOf("other"), Jobs = 1, Clean = true });

        Assert.Equal(site.Snapshot(), site.Snapshot(site.PathOf("other")));
    }

    [Fact]
    public void What_moves_what_is_drawn_and_what_nobody_names_is_left_alone()
    {
        using var site = TestSite
            .WithConfig(Settings)
            .WriteBytes("content/news/moving.gif", ImageHeaderReaderTests.BytesOf("moving.gif"))
            .WriteBytes("content/news/unnamed.jpg", Noise(turned: false))
            .Write("content/news/gate.svg", "<svg width='500' height='500'/>")
            .Article("news/a.md", "One", "2020-01-01", body: "![Moving](moving.gif) ![Gate](gate.svg)");

        Assert.Empty(site.Build().Diagnostics);
        Assert.Empty(Variants(site));
    }

    [Fact]
    public void A_colour_is_computed_once_and_without_smaller_copies_too()
    {
        using var site = TestSite
            .Plain()
            .WriteBytes("content/news/lossy.webp", ImageHeaderReaderTests.BytesOf("lossy.webp"))
            .WriteBytes("content/news/plain.avif", ImageHeaderReaderTests.BytesOf("plain.avif"))
            .WriteBytes("content/news/moving.gif", ImageHeaderReaderTests.BytesOf("moving.gif"))
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                "image: { src: lossy.webp, alt: A photo }",
                "![Another](plain.avif) ![Moving](moving.gif)"
            );
        // Until the file times can be trusted.
        Thread.Sleep(50);

        Assert.Empty(site.Build().Diagnostics);
        var first = site.Snapshot();
        var colours = Regex
            .Matches(site.Read("news/2020/01/a.html"), "background:(#[0-9a-f]{6});color:#")
            .Select(match => HexColor.Parse(match.Groups[1].Value)!.Value)
            .ToList();
        Assert.Equal(3, colours.Count);
        Assert.All(
            colours,
            colour =>
                Assert.True(
                    colour is { Red: > 0x25 and < 0x40, Green: > 0x65 and < 0x75, Blue: > 0x90 and < 0xA0 },
                    colour.ToString()
                )
        );

        Assert.Equal(0, site.Build(options => options with { ImageWorker = Nothing }).Written);
        Assert.Equal(
            ["site.yml:0:0 SN1711"],
            TestSite.Codes(site.Build(options => options with { Clean = true, ImageWorker = Nothing }))
        );
        site.Build(options => options with { Clean = true });
        Assert.Equal(first, site.Snapshot());
    }

    [Fact]
    public void An_image_that_no_page_shows_is_not_decoded()
    {
        using var site = TestSite
            .Plain()
            .WriteBytes("content/news/photo.jpg", Noise(turned: false))
            .Article("news/a.md", "One", "2020-01-01");

        Assert.Empty(site.Build(options => options with { ImageWorker = Nothing }).Diagnostics);
    }

    [Fact]
    public void What_may_be_transparent_is_painted_in_no_colour()
    {
        using var site = TestSite
            .WithConfig(Settings)
            .WriteBytes("content/news/half.webp", ImageHeaderReaderTests.BytesOf("half.webp"))
            .Article("news/a.md", "One", "2020-01-01", "image: { src: half.webp, alt: A photo }", "Text.");

        Assert.Empty(site.Build().Diagnostics);
        Assert.DoesNotContain("background:#", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_library_pages_have_the_images_as_they_are_and_one_error_names_the_file()
    {
        using var site = Site()
            .WriteBytes("content/news/second.png", ImageHeaderReaderTests.BytesOf("rgb.png"))
            .Article("news/b.md", "Two", "2020-01-02", body: "![Second](second.png)");
        var folder = site.PathOf("empty");

        var report = site.Build(options =>
            options with
            {
                ImageWorker = options.ImageWorker with { LibraryFolder = folder },
            }
        );

        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal(("SN1711", Severity.Error), (problem.Code, problem.Severity));
        Assert.Contains(folder, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<picture", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("background:#", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.Contains("width=\"300\" height=\"200\"", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_cannot_be_started_is_named()
    {
        using var site = Site();

        var problem = Assert.Single(site.Build(options => options with { ImageWorker = Nothing }).Diagnostics);

        Assert.Contains("'no-such-command-anywhere' cannot be started", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>It has a header and an end, and what is between them is none of JPEG's codes.</summary>
    [Fact]
    public void An_image_that_cannot_be_decoded_is_shown_as_it_is_and_told_by_every_build()
    {
        var bytes = ImageHeaderReaderTests.BytesOf("lossless.webp");
        bytes.AsSpan(40).Fill(0xA5);
        using var site = TestSite
            .WithConfig(Settings)
            .WriteBytes("content/news/damaged.webp", bytes)
            .Article("news/a.md", "One", "2020-01-01", "image: { src: damaged.webp, alt: A photo }");
        // Until the file times can be trusted.
        Thread.Sleep(50);

        Assert.Equal(["content/news/damaged.webp:0:0 SN1713"], TestSite.Codes(site.Build()));
        Assert.Contains("width=\"61\" height=\"43\"", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.Empty(Variants(site));
        Assert.Equal(
            ["content/news/damaged.webp:0:0 SN1713"],
            TestSite.Codes(site.Build(options => options with { ImageWorker = Nothing }))
        );
    }

    [Fact]
    public void A_folder_that_keeps_no_copies_is_named_once_and_no_image_is_blamed()
    {
        using var site = Site().Article("news/a.md", "One", "2020-01-01", "image: { src: photo.jpg, alt: A photo }");
        Directory.CreateDirectory(site.PathOf(".staticnews"));
        File.WriteAllText(site.PathOf(".staticnews/pictures"), "in the way");

        Assert.Equal([".staticnews/pictures:0:0 SN1718"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void A_crash_of_the_decoder_costs_one_image_and_the_next_build_tries_again()
    {
        using var site = TestSite
            .WithConfig(Settings)
            .WriteBytes("content/news/a.jpg", Noise(turned: false))
            .WriteBytes("content/news/b.jpg", Noise(turned: true))
            .Article("news/a.md", "One", "2020-01-01", body: "![A](a.jpg) ![B](b.jpg)");
        var crash = Script(
            site,
            $"if mkdir '{site.PathOf("crashed")}' 2>/dev/null; then {Greeting}; exit 139; fi; exec "
                + $"'{ImageWorkerCommand.Default.Program}' \"$@\""
        );

        var report = site.Build(options =>
            options with
            {
                Jobs = 1,
                ImageWorker = options.ImageWorker with { Program = crash },
            }
        );

        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal(
            ("content/news/a.jpg", "SN1713", Severity.Warning),
            (problem.At.Path, problem.Code, problem.Severity)
        );
        Assert.Contains("crashed", problem.Message, StringComparison.Ordinal);
        Assert.Equal(4, Variants(site).Length);
        Assert.Empty(site.Build().Diagnostics);
        Assert.Equal(8, Variants(site).Length);
    }

    [Fact]
    public void No_asset_may_take_the_place_of_a_variant()
    {
        using var site = Site().Write("content/_assets/variants/mine.txt", "Mine.");

        Assert.Contains(
            "content/_assets/variants/mine.txt:0:0 SN2003",
            TestSite.Codes(site.Build(options => options with { ImageWorker = Nothing }))
        );
    }

    private static ImageWorkerCommand Nothing { get; } = new("no-such-command-anywhere", "nowhere");

    /// <summary>What a worker says when its library is there.</summary>
    private const string Greeting = "printf '\\000\\000\\000\\000\\000'";

    private static TestSite Site(byte[]? photo = null) =>
        TestSite
            .WithConfig(Settings)
            .WriteBytes("content/news/photo.jpg", photo ?? Noise(turned: false))
            .Article(
                "news/a.md",
                "One",
                "2020-01-01",
                "image: { src: photo.jpg, alt: A photo }",
                "Text.\n\n![Again](photo.jpg)"
            );

    private static string Script(TestSite site, string commands)
    {
        site.Write("tool.sh", $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                site.PathOf("tool.sh"),
                UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite
            );
        }

        return site.PathOf("tool.sh");
    }

    private static byte[] Noise(bool turned)
    {
        var bytes = ImageHeaderReaderTests.BytesOf("photo.jpg");
        var exif = "45786966000049492a00080000000100120103000100000006000000";
        return turned
            ?
            [
                .. bytes[..2],
                0xFF,
                0xE1,
                0,
                (byte)((exif.Length / 2) + 2),
                .. Convert.FromHexString(exif),
                .. bytes[2..],
            ]
            : bytes;
    }

    private static string[] Variants(TestSite site)
    {
        var folder = Path.Combine(site.Output, "assets", "variants");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file))] : [];
    }

    private static int Cached(TestSite site) =>
        Directory.Exists(site.PathOf(".staticnews/pictures"))
            ? Directory
                .GetFiles(site.PathOf(".staticnews/pictures"), "*", SearchOption.AllDirectories)
                .Count(file => Path.GetFileName(file) != "index.txt")
            : 0;
}
