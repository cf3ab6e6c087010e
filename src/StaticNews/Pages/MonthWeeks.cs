using System.Globalization;
using StaticNews.Pages.Models;
using StaticNews.Wording;

namespace StaticNews.Pages;

/// <summary>A month as a wall calendar shows it, in the Gregorian calendar. Weekdays have the numbers of ISO 8601: 1 is Monday, 7 is Sunday.</summary>
internal static class MonthWeeks
{
    private const int DaysPerWeek = 7;

    /// <param name="firstWeekday">What weeks begin with.</param>
    /// <param name="counts">Articles by day; index 0 is the first of the month.</param>
    public static WeekRow[] Of(int year, int month, int firstWeekday, Numbers numbers, ReadOnlySpan<int> counts)
    {
        var blanks = ((int)new DateOnly(year, month, 1).DayOfWeek - firstWeekday + (2 * DaysPerWeek)) % DaysPerWeek;
        var weeks = new WeekRow[(blanks + counts.Length + DaysPerWeek - 1) / DaysPerWeek];
        for (var week = 0; week < weeks.Length; week++)
        {
            var days = new DayCell[DaysPerWeek];
            for (var i = 0; i < days.Length; i++)
            {
                days[i] = Cell((week * DaysPerWeek) + i - blanks, numbers, counts);
            }

            weeks[week] = new WeekRow(days);
        }

        return weeks;
    }

    /// <summary>The place of a day on its month's page.</summary>
    public static string IdOf(int day) => string.Create(CultureInfo.InvariantCulture, $"d{day}");

    private static DayCell Cell(int index, Numbers numbers, ReadOnlySpan<int> counts) => index < 0 || index >= counts.Length
        ? new DayCell(null, null, null, 0)
        : new DayCell(index + 1, numbers.Plain(index + 1), counts[index] == 0 ? null : "#" + IdOf(index + 1), counts[index]);
}
