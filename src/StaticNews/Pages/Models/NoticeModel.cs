namespace StaticNews.Pages.Models;

/// <summary>Why an article is no longer what it was.</summary>
/// <param name="Status"><c>retracted</c>, <c>withdrawn</c>, or in a preview <c>draft</c> or <c>future</c>.</param>
/// <param name="Heading">"This article has been retracted".</param>
/// <param name="Reason">Plain text, or null.</param>
/// <param name="Date">When a withdrawn article was withdrawn, or an article of the future is due; else null.</param>
internal sealed record NoticeModel(string Status, string Heading, string? Reason, DateModel? Date);
