using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Receives all that decides a page, in one walk: <see cref="KeyHasher"/> makes the key of it, <see cref="KeyExplanation"/> the story.</summary>
internal interface IKeySink
{
    /// <summary>What follows belongs to <paramref name="part"/>; each part is opened at most once.</summary>
    void Open(KeyPart part);

    /// <summary>Whether a part that takes long to work out is asked for; where not, the walk passes it over.</summary>
    bool Wants(KeyPart part);

    /// <summary>Whether anybody reads what a hash stands for; where not, nobody need make a text of it.</summary>
    bool ReadsShown { get; }

    void Add(string name, string? value);

    void Add(string name, long value);

    void Add(string name, ContentHash value);

    /// <summary>Something of which a hash says everything.</summary>
    /// <param name="shown">What a person calls it; no part of the key.</param>
    void Add(string name, string shown, ulong hash);
}
