using StaticNews.FileSystem;
using StaticNews.Tests.Building;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.FileSystem;

/// <summary>What a disk refuses is said in words.</summary>
public sealed class DiskFaultTests
{
    public static TheoryData<Exception> Exceptions =>
        new()
        {
            new IOException(),
            new IOException("x", 0),
            new IOException("x", 12_345),
            new IOException("x", unchecked((int)0x80071234)),
            new IOException("x", int.MinValue),
            new NotSupportedException(),
            new System.Security.SecurityException(),
            new UnauthorizedAccessException(),
            new EndOfStreamException(),
            new DriveNotFoundException(),
            new FileLoadException(),
            TooLarge(0),
        };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void No_fault_is_told_by_a_number(Exception exception)
    {
        Assert.True(DiskFault.IsFault(exception));
        Assert.DoesNotContain(DiskFault.Reason(exception), char.IsAsciiDigit);
    }

    [LinuxFact]
    public void Every_number_of_linux_has_words()
    {
        for (var errno = 0; errno < 140; errno++)
        {
            var reason = DiskFault.Reason(new IOException("x", errno));
            Assert.NotEmpty(reason);
            Assert.DoesNotContain(reason, char.IsAsciiDigit);
        }

        Assert.Equal("something of that name is there already", DiskFault.Reason(new IOException("x", 17)));
        Assert.Equal("its symbolic links lead in a circle", DiskFault.Reason(new IOException("x", 40)));
        Assert.Equal("the disk is full", DiskFault.Reason(new IOException("x", 122)));
    }

    [Theory]
    [InlineData(1, 17, 18, 20, 21, 24, 27, 30, 31, 16, 5, 22, 26, 39, 40, 36, 116, 122, 110, 11)]
    public void The_plausible_ones_of_linux_are_known(params int[] numbers) =>
        Assert.All(numbers, number => Assert.NotNull(DiskErrorWords.OfLinux(number)));

    [Theory]
    [InlineData(1, 17, 18, 20, 21, 24, 27, 30, 31, 16, 5, 22, 26, 66, 62, 63, 70, 69, 60, 35)]
    public void The_plausible_ones_of_macos_are_known(params int[] numbers) =>
        Assert.All(numbers, number => Assert.NotNull(DiskErrorWords.OfMac(number)));

    [Theory]
    [InlineData(2, 3, 5, 17, 19, 32, 33, 53, 64, 80, 112, 123, 145, 183, 206, 223, 267, 1117, 1392, 1921)]
    public void The_plausible_ones_of_windows_are_known(params int[] numbers) =>
        Assert.All(numbers, number => Assert.NotNull(DiskErrorWords.OfWindows(number)));

    [LinuxFact]
    public void Real_refusals_have_their_words()
    {
        using var folder = new TemporaryFolder();
        folder.Write("file", "x");
        folder.Write("full/file", "x");
        File.CreateSymbolicLink(folder.At("loop"), "loop");

        Assert.Equal(
            "something of that name is there already",
            ReasonOf(() => Directory.CreateDirectory(folder.At("file")))
        );
        Assert.Equal("its symbolic links lead in a circle", ReasonOf(() => File.ReadAllText(folder.At("loop"))));
        Assert.Equal("the folder is not empty", ReasonOf(() => Directory.Delete(folder.At("full"))));
        Assert.Equal(
            "its name is too long",
            ReasonOf(() => File.WriteAllText(folder.At(new string('a', 300)), "x"))
                .Replace("path", "name", StringComparison.Ordinal)
        );
    }

    /// <summary>As .NET says it of EFBIG.</summary>
    private static ArgumentOutOfRangeException TooLarge(int value) => new(nameof(value));

    private static string ReasonOf(Action action) => DiskFault.Reason(Assert.ThrowsAny<Exception>(action));
}
