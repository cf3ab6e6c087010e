using System.Diagnostics;

namespace StaticNews.Tests.Output;

/// <summary>Small programs that can do what .NET cannot: pipes, names in other encodings, mounts.</summary>
internal static class Shell
{
    public static void Run(string program, params string[] arguments) =>
        Assert.True(TryRun(program, arguments), $"{program} failed");

    public static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that needs a Unix file system; elsewhere it is counted as skipped.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs Linux";
        }
    }
}

/// <summary>
/// A test that needs a disk that is really full: a small file system in memory, which only some machines let us mount.
/// </summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        var probe = Directory.CreateTempSubdirectory("staticnews-mount-").FullName;
        if (Shell.TryRun("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe))
        {
            Shell.Run("umount", probe);
        }
        else
        {
            Skip = "needs the right to mount a file system";
        }

        Directory.Delete(probe);
    }
}

/// <summary>As <see cref="LinuxFactAttribute"/>, with data.</summary>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs Linux";
        }
    }
}
