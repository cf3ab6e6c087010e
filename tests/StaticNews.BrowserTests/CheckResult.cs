namespace StaticNews.BrowserTests;

/// <summary>How a test ends that has gathered findings, so that one run names them all.</summary>
internal static class CheckResult
{
    public static void IsClean(IEnumerable<string> findings)
    {
        var all = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
