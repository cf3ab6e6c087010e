using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.FileSystem;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.FileSystem;

/// <summary>Both ways of working in a folder: by its descriptor and by its path.</summary>
public sealed class FolderHandleTests : IDisposable
{
    private readonly StorageFolder _site = new();

    public FolderHandleTests()
    {
        Directory.CreateDirectory(_site.At("in"));
        _site.Write("out/letters.txt", "letters");
        _site.Write("in/own.txt", "own");
    }

    public enum Way
    {
        Descriptor,
        Path,
    }

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(Way.Descriptor)]
    [InlineData(Way.Path)]
    public void Files_are_made_replaced_read_renamed_and_deleted(Way way)
    {
        using var folder = Open(way);
        using (var file = folder.Create("a.txt"))
        {
            Write(file, "a");
        }

        Assert.Equal(FileStatusKind.File, folder.Ask("a.txt").Kind);
        folder.Rename("a.txt", "b.txt");
        folder.Replace("c.txt", "c.txt.new", "c"u8);
        folder.Replace("c.txt", "c.txt.new", "cc"u8);
        folder.MakeFolder("deep");
        using (var deep = folder.OpenOrMakeFolder("deep"))
        {
            deep.Replace("d.txt", "tmp", "d"u8);
            Assert.False(deep.IsEmpty);
            deep.Delete("d.txt");
            Assert.True(deep.IsEmpty);
        }

        Assert.Equal(["b.txt", "c.txt", "deep/", "own.txt"], folder.List("").Select(entry => entry.Path));
        folder.DeleteFolder("deep");
        folder.Delete("b.txt");
        Assert.Null(folder.ReadAll("b.txt", 10));
        Assert.Equal("cc", Encoding.UTF8.GetString(folder.ReadAll("c.txt", 10)!));
        Assert.ThrowsAny<IOException>(() => folder.ReadAll("c.txt", 1));
        Assert.ThrowsAny<IOException>(() => folder.Create("c.txt").Dispose());
        Assert.ThrowsAny<IOException>(() => folder.OpenRead("never.txt").Dispose());
    }

    [Theory]
    [InlineData(Way.Descriptor)]
    [InlineData(Way.Path)]
    public void No_link_is_followed(Way way)
    {
        _site.Link("in/link.txt", _site.At("out/letters.txt"));
        _site.Link("in/nowhere.txt", _site.At("out/new.txt"));
        _site.Link("in/link", _site.At("out"));
        using var folder = Open(way);

        foreach (var name in (string[])["link.txt", "nowhere.txt", "link"])
        {
            Assert.ThrowsAny<IOException>(() => folder.OpenRead(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenUpdate(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenLocked(name)?.Dispose());
            Assert.ThrowsAny<IOException>(() => folder.Create(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenFolder(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenOrMakeFolder(name).Dispose());
        }

        // A file takes a link's place; what the link led to stays as it was.
        folder.Replace("link.txt", "tmp", "new"u8);
        folder.Replace("plain.txt", "nowhere.txt", "new"u8);
        Assert.Equal(FileStatusKind.File, folder.Ask("link.txt").Kind);
        folder.Delete("link");
        Assert.Equal("letters", File.ReadAllText(_site.At("out/letters.txt")));
        Assert.False(File.Exists(_site.At("out/new.txt")));
    }

    [Theory]
    [InlineData(Way.Descriptor)]
    [InlineData(Way.Path)]
    public void A_folder_that_is_a_link_is_not_opened(Way way)
    {
        _site.Link("linked", _site.At("in"));
        Assert.ThrowsAny<IOException>(() =>
            (
                way == Way.Path
                    ? (FolderHandle)new PathFolderHandle(_site.At("linked"))
                    : new LinuxFolderHandle(_site.At("linked"))
            ).Dispose()
        );
    }

    [LinuxFact]
    public void What_is_no_file_is_refused_without_waiting()
    {
        Shell.Run("mkfifo", _site.At("in/pipe"));
        File.CreateSymbolicLink(_site.At("in/null"), "/dev/null");
        using var folder = Open(Way.Descriptor);

        Assert.Equal(FileStatusKind.Special, folder.Ask("pipe").Kind);
        foreach (var name in (string[])["pipe", "null"])
        {
            Assert.ThrowsAny<IOException>(() => folder.OpenRead(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenUpdate(name).Dispose());
            Assert.ThrowsAny<IOException>(() => folder.OpenLocked(name)?.Dispose());
        }

        folder.CreateAnew("pipe").Dispose();
        Assert.Equal(FileStatusKind.File, folder.Ask("pipe").Kind);
    }

    [LinuxFact]
    public void What_is_added_to_a_file_with_two_names_does_not_show_under_the_other()
    {
        Shell.Run("ln", _site.At("out/letters.txt"), _site.At("in/hard.txt"));
        using var folder = Open(Way.Descriptor);
        using (var file = folder.OpenUpdate("hard.txt"))
        {
            RandomAccess.Write(file, "!"u8, RandomAccess.GetLength(file));
        }

        Assert.Equal(
            ("letters", "letters!"),
            (File.ReadAllText(_site.At("out/letters.txt")), File.ReadAllText(_site.At("in/hard.txt")))
        );
    }

    [LinuxFact]
    public void A_folder_whose_name_a_link_has_taken_stays_the_folder_that_was_opened()
    {
        using var folder = Open(Way.Descriptor);
        Directory.Move(_site.At("in"), _site.At("moved"));
        _site.Link("in", _site.At("out"));

        folder.Replace("page.html", "tmp", "page"u8);
        folder.Delete("own.txt");

        Assert.Equal(["page.html"], folder.List("").Select(entry => entry.Path));
        Assert.Equal(["letters.txt"], Directory.GetFiles(_site.At("out")).Select(file => Path.GetFileName(file)));
        Assert.Equal("page", File.ReadAllText(_site.At("moved/page.html")));
    }

    [Theory]
    [InlineData(Way.Descriptor)]
    [InlineData(Way.Path)]
    public void A_lock_is_held_by_one(Way way)
    {
        using var folder = Open(way);
        using (var first = folder.OpenLocked("lock"))
        {
            Assert.NotNull(first);
            Assert.Null(folder.OpenLocked("lock"));
            folder.Unlock(first);
        }

        using var second = folder.OpenLocked("lock");
        Assert.NotNull(second);
        folder.Unlock(second);
    }

    private static void Write(SafeFileHandle file, string text) =>
        RandomAccess.Write(file, Encoding.UTF8.GetBytes(text), 0);

    private FolderHandle Open(Way way) =>
        way == Way.Path || !LinuxCalls.AreThere
            ? new PathFolderHandle(_site.At("in"))
            : new LinuxFolderHandle(_site.At("in"));
}
