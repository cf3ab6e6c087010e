using System.Reflection;

namespace StaticNews.Tests;

/// <summary>Where this repository lies on the machine that built the tests.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);
}
