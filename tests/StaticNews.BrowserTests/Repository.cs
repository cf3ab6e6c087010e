using System.Reflection;

namespace StaticNews.BrowserTests;

/// <summary>Where this repository lies on the machine that built the tests.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    /// <summary>The folder of this project: npm puts the checkers below it.</summary>
    public static string Project { get; } = Path.Join(Root, "tests", "StaticNews.BrowserTests");

    /// <summary>A file that the tests leave for people to look at.</summary>
    public static string Result(string folder, string name)
    {
        var path = Path.Join(Root, "TestResults", folder);
        Directory.CreateDirectory(path);
        return Path.Join(path, name);
    }
}
