namespace StaticNews.Pages.Models;

/// <summary>An article in one of its languages.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Name">What the language calls itself; its tag where no strings file says.</param>
/// <param name="Title">The headline in it.</param>
/// <param name="Href">Its page.</param>
/// <param name="Url">The whole URL of its page.</param>
/// <param name="IsThis">Whether it is the page itself.</param>
/// <param name="After">What stands between it and the next one, where all but this page are in a row; empty behind the last.</param>
internal sealed record TranslationModel(string Language, string Direction, string Name, string Title, string Href, string Url, bool IsThis, string After);
