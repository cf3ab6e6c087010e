using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VipsLibrary = NetVips.NetVips;

namespace StaticNews.Images.Decoding;

/// <summary>
/// libvips, of the version that Directory.Packages.props pins, from the program's own folder. The system's library is
/// never loaded: another version decodes to other pixels, and the same archive would give other bytes on another
/// machine. Only the worker process loads it; see <see cref="ImageWorker"/>.
/// </summary>
internal static class ImageLibrary
{
    /// <summary>"8.18.7".</summary>
    public static string Version { get; } = Metadata("LibVipsVersion");

    /// <summary>"libvips 8.18.7".</summary>
    public static string Name { get; } = "libvips " + Version;

    /// <summary>Loads the library, once a process.</summary>
    /// <param name="folder">The program's.</param>
    /// <param name="detail">
    /// Where a fault is: what an editor has to know of it, for <see cref="ImageLibraryFault.OtherVersion"/> the
    /// version.
    /// </param>
    public static ImageLibraryFault Load(string folder, out string detail)
    {
        detail = PathIn(folder);
        if (
            !NativeLibrary.TryLoad(detail, out var library)
            && !NativeLibrary.TryLoad(BuildOutputPath(folder), out library)
        )
        {
            return ImageLibraryFault.Missing;
        }

        // Before the first use of a type of NetVips, which runs its module initializer and with it looks for the
        // library in the system's folders.
        NativeLibrary.SetDllImportResolver(Assembly.Load("NetVips"), (_, _, _) => library);
        return Initialize(ref detail);
    }

    /// <summary>
    /// A method of its own: the runtime runs NetVips' module initializer when it compiles the first method that calls
    /// NetVips, and by then there must be a resolver.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImageLibraryFault Initialize(ref string detail)
    {
        if (!VipsLibrary.Init())
        {
            return ImageLibraryFault.Missing;
        }

        detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{VipsLibrary.Version(0)}.{VipsLibrary.Version(1)}.{VipsLibrary.Version(2)}"
        );
        return string.Equals(detail, Version, StringComparison.Ordinal)
            ? ImageLibraryFault.None
            : ImageLibraryFault.OtherVersion;
    }

    /// <summary>Where the library has to lie.</summary>
    /// <param name="folder">The program's.</param>
    public static string PathIn(string folder) => Path.Join(folder, FileName);

    private static string FileName { get; } =
        OperatingSystem.IsWindows() ? "libvips-42.dll"
        : OperatingSystem.IsMacOS() ? "libvips.42.dylib"
        : "libvips.so.42";

    /// <summary>Where 'dotnet build', as opposed to 'dotnet publish', puts the library.</summary>
    private static string BuildOutputPath(string folder) =>
        Path.Join(folder, "runtimes", Metadata("LibVipsRuntime"), "native", FileName);

    /// <summary>Written by StaticNews.csproj.</summary>
    private static string Metadata(string key) =>
        typeof(ImageLibrary)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => string.Equals(data.Key, key, StringComparison.Ordinal))
            .Value!;
}

/// <summary>Why there is no libvips to decode images with.</summary>
internal enum ImageLibraryFault : byte
{
    None,

    /// <summary>There is no library beside the program, or the system cannot load it.</summary>
    Missing,

    /// <summary>The library beside the program has another version than the program was built for.</summary>
    OtherVersion,

    /// <summary>The worker process ended while it loaded the library.</summary>
    Damaged,

    /// <summary>The worker process could not be started.</summary>
    NoProcess,
}
