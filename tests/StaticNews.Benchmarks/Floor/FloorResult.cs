using System.Globalization;

namespace StaticNews.Benchmarks.Floor;

/// <summary>What the machine itself needs.</summary>
/// <param name="Seconds">Wall time of the work.</param>
/// <param name="ProcessorSeconds">User and system time of the same.</param>
internal sealed record FloorResult(int Sources, int Files, long Bytes, double Seconds, double ProcessorSeconds)
{
    /// <summary>One line of text, for people and for <see cref="Parse"/>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"floor: {Sources} sources, {Files} files, {Bytes} bytes, {Seconds:F2} s wall, {ProcessorSeconds:F2} s "
                + $"processor"
        );

    /// <exception cref="FormatException">Where the line is no such text.</exception>
    public static FloorResult Parse(string line)
    {
        var numbers = line.Split(' ').Where(word => char.IsAsciiDigit(word[0])).ToArray();
        return numbers is [var sources, var files, var bytes, var wall, var processor]
            ? new FloorResult(
                Whole(sources),
                Whole(files),
                long.Parse(bytes, CultureInfo.InvariantCulture),
                Fraction(wall),
                Fraction(processor)
            )
            : throw new FormatException($"no result of 'floor': {line}");
    }

    private static int Whole(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static double Fraction(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
