using StaticNews.Archive;
using StaticNews.Diagnostics;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>
/// Whether the machine's clock can be believed: it decides which articles are still in the future, and a machine that starts with its clock at 1999 would take all pages down.
/// Says nothing where the build was told what time it is.
/// </summary>
internal static class BuildClock
{
    /// <summary>Clocks are set by minutes, and a time zone that is off moves one by less than a day.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>Why a build may not begin: the clock is before the end of the last one. Null where it may.</summary>
    /// <param name="ledger">Null where nothing is known of earlier builds.</param>
    public static Diagnostic? Refusal(BuildOptions options, OutputLedger? ledger) =>
        options.AsOfIsClock && !options.ClockIsRight && ledger?.LastFinishTicks is { } last && options.AsOf.UtcTicks < last - Tolerance.Ticks
            ? StorageDiagnostics.ClockWentBack(SourcePath.SiteYml, options.AsOf.ToUniversalTime(), new DateTimeOffset(last, TimeSpan.Zero))
            : null;

    /// <summary>Where there is no earlier build to compare with: whether most sources come from the future.</summary>
    public static Diagnostic? Warning(BuildOptions options, OutputLedger ledger, SourceTree sources)
    {
        if (!options.AsOfIsClock || options.ClockIsRight || ledger.LastFinishTicks is not null)
        {
            return null;
        }

        var limit = options.AsOf.UtcTicks + Tolerance.Ticks;
        var count = sources.Files.Count(file => file.Stamp.ModifiedTicks > limit);
        return count > sources.Files.Count / 2 ? StorageDiagnostics.ClockBehindSources(SourceTree.Folder, options.AsOf.ToUniversalTime(), count, sources.Files.Count) : null;
    }
}
