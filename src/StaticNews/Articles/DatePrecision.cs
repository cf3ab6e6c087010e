namespace StaticNews.Articles;

/// <summary>How much of a date the source knows; nothing finer is ever shown.</summary>
internal enum DatePrecision : byte
{
    Year,
    Month,
    Day,
    Minute,
    Second,
}
