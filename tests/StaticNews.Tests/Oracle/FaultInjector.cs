namespace StaticNews.Tests.Oracle;

/// <summary>What happens to a site's log and its output behind the back of its builds. Each says what it did.</summary>
internal sealed class FaultInjector(ArchiveModel news, SitePair sites)
{
    /// <summary>In half of the calls nothing happens.</summary>
    public string Next() =>
        news.Roll(14) switch
        {
            0 => CutLog(),
            1 => DeleteLog(),
            2 => FlipBitOfLog(),
            3 => AppendToLog(),
            4 => DefaceOutput(),
            5 => DeleteOutput(),
            6 => TouchOutput(),
            _ => "no mishap",
        };

    public DateTimeOffset Day() =>
        news.OneIn(4)
            ? news.AnyOf([
                new DateTimeOffset(2025, 3, 15, 12, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero),
            ])
            : Building.TestSite.Now;

    private string CutLog() => ChangeLog("log cut", bytes => bytes[..news.Roll(bytes.Length + 1)]);

    private string AppendToLog() =>
        ChangeLog("log with a torn tail", bytes => [.. bytes, .. bytes[..Math.Min(bytes.Length, news.Roll(40))]]);

    private string FlipBitOfLog() =>
        ChangeLog(
            "log with a flipped bit",
            bytes =>
            {
                if (bytes.Length > 0)
                {
                    bytes[news.Roll(bytes.Length)] ^= (byte)(1 << news.Roll(8));
                }

                return bytes;
            }
        );

    private string ChangeLog(string what, Func<byte[], byte[]> change)
    {
        if (!File.Exists(sites.Log))
        {
            return "no log yet";
        }

        var bytes = change(File.ReadAllBytes(sites.Log));
        File.WriteAllBytes(sites.Log, bytes);
        return $"{what} ({bytes.Length} bytes)";
    }

    private string DeleteLog()
    {
        File.Delete(sites.Log);
        return "log deleted";
    }

    private string DefaceOutput() => ChangeOutput("defaced", file => File.AppendAllText(file, "<!-- me too -->"));

    private string DeleteOutput() => ChangeOutput("deleted", File.Delete);

    private string TouchOutput() => ChangeOutput("touched", file => File.SetLastWriteTimeUtc(file, DateTime.UtcNow));

    private string ChangeOutput(string what, Action<string> change)
    {
        // The marker decides whose the folder is: that is a matter of its own.
        string[] files = Directory.Exists(sites.Output)
            ?
            [
                .. Directory
                    .GetFiles(sites.Output, "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetFileName(file)[0] != '.')
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        if (files.Length == 0)
        {
            return "no output yet";
        }

        var file = news.AnyOf(files);
        change(file);
        return $"{Path.GetRelativePath(sites.Output, file)} {what} by someone else";
    }
}
