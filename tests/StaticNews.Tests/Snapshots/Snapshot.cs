using System.Runtime.CompilerServices;
using System.Text;

namespace StaticNews.Tests.Snapshots;

/// <summary>
/// Compares a text with the approved one beside the test, in Verify's convention: <c>Class.Method.verified.html</c>. On
/// a difference the new text is left as <c>….received.html</c>, to be looked at and renamed; on CI nothing is written.
/// </summary>
internal static class Snapshot
{
    public static void Match(
        string actual,
        string extension = "txt",
        string? name = null,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string testMethod = ""
    )
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(testFile)!,
            $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}{(name is null ? "" : "_" + name)}"
        );
        MatchFile(actual, $"{stem}.verified.{extension}");
    }

    /// <param name="verified">Path of the approved text: <c>….verified.…</c>.</param>
    public static void MatchFile(string actual, string verified)
    {
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return;
        }

        var received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.Fail(
            expected is null
                ? $"There is no {verified} yet. Look at {received} and rename it if it is right."
                : $"Differs from {verified}:\n{FirstDifference(expected, actual)}\nLook at {received}."
        );
    }

    private static string FirstDifference(string expected, string actual)
    {
        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        for (var i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            var left = i < expectedLines.Length ? expectedLines[i] : "(end of text)";
            var right = i < actualLines.Length ? actualLines[i] : "(end of text)";
            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                return $"line {i + 1}\n- {left}\n+ {right}";
            }
        }

        return "(only in its line ends)";
    }
}
