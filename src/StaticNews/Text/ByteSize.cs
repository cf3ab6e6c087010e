using System.Globalization;

namespace StaticNews.Text;

/// <summary>
/// Sizes as people write them: <c>10 kB</c>, <c>1.5 MB</c>, <c>900</c>. The prefixes are those of the SI: 1 kB is 1,000
/// bytes.
/// </summary>
internal static class ByteSize
{
    private const decimal Kilobyte = 1_000;
    private const decimal Megabyte = 1_000_000;
    private const decimal MostBytes = 1_000_000_000_000;

    /// <returns>Whole bytes, from 1 to a terabyte; null for anything else.</returns>
    public static long? Parse(string text)
    {
        var number = text.AsSpan().TrimEnd("kKmMbB");
        var unit = text.AsSpan(number.Length);
        var factor = unit switch
        {
            "" or "B" or "b" => 1,
            _ when unit.Equals("kB", StringComparison.OrdinalIgnoreCase) => Kilobyte,
            _ when unit.Equals("MB", StringComparison.OrdinalIgnoreCase) => Megabyte,
            _ => 0,
        };
        return
            decimal.TryParse(
                number.TrimEnd(' '),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value <= MostBytes
            && decimal.Truncate(value * factor) is >= 1 and <= MostBytes and var bytes
            ? (long)bytes
            : null;
    }

    /// <summary>
    /// With a unit, to three significant digits or so: <c>900 B</c>, <c>9.82 kB</c>, <c>12.4 kB</c>, <c>1.53 MB</c>.
    /// </summary>
    public static string Format(long bytes) =>
        bytes switch
        {
            < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
            < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:0.##} kB"),
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:0.#} kB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:#,##0.##} MB"),
        };
}
