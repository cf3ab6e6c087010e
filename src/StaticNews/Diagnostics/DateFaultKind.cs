namespace StaticNews.Diagnostics;

/// <summary>Why a text is not a date.</summary>
internal enum DateFaultKind
{
    None,

    /// <summary>It has none of the forms.</summary>
    Unreadable,

    /// <summary>30 February, 25:00, the year 14.</summary>
    NoSuchTime,

    /// <summary>"Mon, 09 Nov 2025" was a Sunday.</summary>
    WrongWeekday,

    /// <summary>Letters after the time that no rule maps to a zone.</summary>
    UnknownZone,

    /// <summary>An offset beyond 14 hours.</summary>
    NoSuchOffset,

    /// <summary>"11/9/2017": a day in November or in September.</summary>
    AmbiguousOrder,

    /// <summary>"20/11/2026": can be one day only, but site.yml does not say how the archive writes such dates.</summary>
    UnknownOrder,

    /// <summary>"11/20/2026", where site.yml says that the day comes first.</summary>
    NotDayFirst,

    /// <summary>"20/11/2026", where site.yml says that the month comes first.</summary>
    NotMonthFirst,

    /// <summary>"11/9/17".</summary>
    ShortYear,
}
