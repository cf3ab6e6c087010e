using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Receives all that decides a page, in one walk: <see cref="KeyHasher"/> makes the key of it, <see cref="KeyExplanation"/> the story.</summary>
internal interface IKeySink
{
    /// <summary>What follows belongs to <paramref name="part"/>; each part is opened at most once, in the order of the enum.</summary>
    void Open(KeyPart part);

    void Add(string name, string? value);

    void Add(string name, long value);

    void Add(string name, ContentHash value);
}
