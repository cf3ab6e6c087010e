using StaticNews.Text;

namespace StaticNews.Wording;

/// <summary>The interface words of one language, as one file has them: <c>templates/strings/uk.yml</c>.</summary>
/// <param name="At">The file as a whole.</param>
/// <param name="Language">BCP 47, from the file's name.</param>
/// <param name="IsOwn">Whether it is the site's; else it is built in.</param>
internal sealed record WordsFile(SourceLocation At, string Language, bool IsOwn, IReadOnlyDictionary<string, WordsEntry> Entries);
