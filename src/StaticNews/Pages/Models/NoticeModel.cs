namespace StaticNews.Pages.Models;

/// <summary>Why an article is no longer what it was.</summary>
/// <param name="Status"><c>retracted</c> or <c>withdrawn</c>.</param>
/// <param name="Heading">"This article has been retracted".</param>
/// <param name="Reason">Plain text, or null.</param>
/// <param name="Date">When a withdrawn article was withdrawn, or null.</param>
internal sealed record NoticeModel(string Status, string Heading, string? Reason, DateModel? Date);
