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
}
