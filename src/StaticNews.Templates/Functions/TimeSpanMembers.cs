namespace StaticNews.Templates;

/// <summary>What <c>some_timespan.name</c> gives.</summary>
internal static class TimeSpanMembers
{
    /// <returns>False when a time span has no such member.</returns>
    public static bool TryGet(TimeSpan span, string name, out Value value)
    {
        value = name switch
        {
            "days" => Value.Of(span.Days),
            "hours" => Value.Of(span.Hours),
            "minutes" => Value.Of(span.Minutes),
            "seconds" => Value.Of(span.Seconds),
            "milliseconds" => Value.Of(span.Milliseconds),
            "total_days" => Value.Of(span.TotalDays),
            "total_hours" => Value.Of(span.TotalHours),
            "total_minutes" => Value.Of(span.TotalMinutes),
            "total_seconds" => Value.Of(span.TotalSeconds),
            "total_milliseconds" => Value.Of(span.TotalMilliseconds),
            _ => Value.Null,
        };
        return !value.IsNull;
    }
}
