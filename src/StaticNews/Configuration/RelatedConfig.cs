namespace StaticNews.Configuration;

/// <param name="Count">Entries at the end of an article.</param>
/// <param name="Inline">Entries inside the body; 0 switches that list off.</param>
/// <param name="AfterParagraph">The paragraph of the body after which the inline list stands, from 1.</param>
/// <param name="Window">Candidates: this many nearest-by-date articles of each shared tag and of the section.</param>
/// <param name="Ahead">Of these, at most so many may be newer than the article: its list is final once so many came after it.</param>
internal sealed record RelatedConfig(int Count = 5, int Inline = 2, int AfterParagraph = 4, int Window = 400, int Ahead = 20);
