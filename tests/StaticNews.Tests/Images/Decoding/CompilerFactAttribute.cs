using System.Diagnostics;

namespace StaticNews.Tests.Images.Decoding;

/// <summary>
/// A test that needs a C compiler and Linux' name of the library; elsewhere, it is counted as skipped.
/// </summary>
public sealed class CompilerFactAttribute : FactAttribute
{
    private static readonly string? Compiler = OperatingSystem.IsLinux()
        ? new[] { "gcc", "clang", "cc" }.FirstOrDefault(name => Run(name, ["--version"]))
        : null;

    public CompilerFactAttribute() =>
        Skip = Compiler is null ? "needs Linux and gcc or clang (Debian: apt install gcc), which are not here" : null;

    /// <summary>Makes a shared library of C code.</summary>
    internal static void Compile(string code, string library)
    {
        File.WriteAllText(library + ".c", code);
        Assert.True(Run(Compiler!, ["-shared", "-fPIC", "-o", library, library + ".c"]));
    }

    private static bool Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
            )!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
