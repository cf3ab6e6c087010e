namespace StaticNews.Pages.Models;

/// <summary>A date, never shown finer than its source knows it.</summary>
/// <param name="Value">For <c>date.to_string</c>; what the source does not know is the first of it.</param>
/// <param name="Iso">For <c>datetime</c> attributes: <c>2014-11-09T19:34+05:30</c>, <c>2014-11</c>, <c>2014</c>.</param>
/// <param name="Text">"9 November 2014", "November 2014", "2014".</param>
/// <param name="Time">"19:34", or null where the source gives no time.</param>
/// <param name="Zone">"IST", "UTC+05:30", or null where the source gives no time.</param>
/// <param name="Full">"9 November 2014, 19:34 IST"; the same as <paramref name="Text"/> where the source gives no time.</param>
internal sealed record DateModel(DateTimeOffset Value, string Iso, string Text, string? Time, string? Zone, string Full);
