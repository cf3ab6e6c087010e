using System.ComponentModel;
using System.Diagnostics;
using Xunit.Sdk;

namespace StaticNews.Tests.Epub;

/// <summary>
/// A test that asks EPUBCheck, the checker of the W3C; where it is not installed, the test is counted as skipped.
/// </summary>
[TraitDiscoverer(SlowTraitDiscoverer.TypeName, SlowTraitDiscoverer.AssemblyName)]
public sealed class EpubCheckFactAttribute : FactAttribute, ITraitAttribute
{
    public EpubCheckFactAttribute()
    {
        if (SlowTraitDiscoverer.WhySkipped is { } reason)
        {
            Skip = reason;
        }
        else if (Program is null || !RunsJava.Value)
        {
            Skip = "needs EPUBCheck and Java (Debian: apt install epubcheck default-jre-headless), which are not here";
        }
    }

    /// <summary>A Java archive, also where the name on the path has no ending.</summary>
    private static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "epubcheck"))
            .FirstOrDefault(File.Exists);

    private static Lazy<bool> RunsJava { get; } = new(() => Run("java", "-version").Status == 0);

    /// <returns>What it says of a book that is not right; empty for one that is.</returns>
    public static string Check(string book)
    {
        var isArchive = File.OpenRead(Program!) is var file && (file.ReadByte(), file.ReadByte()) is ('P', 'K');
        file.Dispose();
        var (status, said) = isArchive
            ? Run("java", "-jar", Program!, "--failonwarnings", book)
            : Run(Program!, "--failonwarnings", book);
        return status == 0 ? "" : $"{status}: {said}";
    }

    private static (int Status, string Said) Run(string program, params string[] arguments)
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
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException)
        {
            return (-1, exception.Message);
        }
    }
}
