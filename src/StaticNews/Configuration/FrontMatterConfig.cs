using NodaTime;

namespace StaticNews.Configuration;

/// <param name="Keys">From a key as articles write it to the key of the content model (<c>topics → tags</c>).</param>
/// <param name="Zones">From an abbreviation after a time (<c>IST</c>, in capitals) to its zone.</param>
/// <param name="Ignore">Keys that this archive's articles carry and nobody needs: no warning for them.</param>
/// <param name="DayFirst">Whether 9/11/2025 is a day in November (true) or in September (false); null: such dates are errors.</param>
internal sealed record FrontMatterConfig(
    IReadOnlyDictionary<string, FrontMatterKey> Keys,
    IReadOnlyDictionary<string, DateTimeZone> Zones,
    IReadOnlySet<string> Ignore,
    bool? DayFirst = null);
