using System.Security.Cryptography;
using System.Text;
using StaticNews.Epub;
using StaticNews.Pages;

namespace StaticNews.Tests.Epub;

public sealed class ServiceWorkerTests
{
    [Fact]
    public void It_is_small_and_nothing_is_left_to_fill_in()
    {
        var text = Text("The Meridian", "/lite/");

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1000, 2999);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("// ", text, StringComparison.Ordinal);
        Assert.Contains("lite = 'lite/'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_has_other_caches()
    {
        Assert.Equal(Text("A", "/"), Text("A", "/"));
        Assert.NotEqual(Version(Text("A", "/")), Version(Text("B", "/")));
        Assert.NotEqual(Version(Text("A", "/")), Version(Text("A", "/lite/")));
    }

    [Fact]
    public void A_title_cannot_end_the_text_that_holds_it()
    {
        var text = Text("\"</p><script>`${x}`\\\n", "/");

        Assert.Contains("<title>&quot;&lt;/p&gt;&lt;script&gt;`${x}`\\\\\\n</title>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_of_what_stands_between_the_tags()
    {
        var script = ServiceWorkerScript.Of("/a\"b</script>/sw.js");

        Assert.Equal(
            "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Text))),
            script.Hash
        );
        Assert.Equal($"<script>{script.Text}</script>", script.Element);
        Assert.DoesNotContain("</script>", script.Text, StringComparison.Ordinal);
    }

    private static string Text(string title, string start) =>
        Encoding.UTF8.GetString(
            ServiceWorker.Write(
                title,
                "en",
                start,
                new OfflinePhrases(
                    "Contents",
                    "Corrections",
                    "You are offline, and this page was not kept on this device."
                )
            )
        );

    private static string Version(string text) => text.Split(" => ours + '")[1][..8];
}
