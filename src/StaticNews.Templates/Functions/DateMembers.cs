namespace StaticNews.Templates;

/// <summary>What <c>some_date.name</c> gives.</summary>
internal static class DateMembers
{
    /// <returns>False when a date has no such member.</returns>
    public static bool TryGet(DateTimeOffset date, string name, out Value value)
    {
        int? part = name switch
        {
            "year" => date.Year,
            "month" => date.Month,
            "day" => date.Day,
            "day_of_year" => date.DayOfYear,
            "hour" => date.Hour,
            "minute" => date.Minute,
            "second" => date.Second,
            "millisecond" => date.Millisecond,
            _ => null,
        };
        value = part is { } number ? Value.Of(number) : Value.Null;
        return part.HasValue;
    }
}
