using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Compact;

/// <summary>
/// One string for each name that many articles share (tags, sections, authors, languages), with its slug worked out
/// once. A million summaries then hold a million references, not copies. Belongs to one worker.
/// </summary>
internal sealed class NamePool
{
    /// <summary>
    /// An archive has tens of thousands of tags and authors; past this the pool only answers for what it has.
    /// </summary>
    private const int MaxNames = 100_000;

    /// <summary>Longer texts are hardly shared.</summary>
    private const int MaxChars = 80;

    private readonly Dictionary<string, Name> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Name>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private readonly Dictionary<string, Byline[]> _alone = new(StringComparer.Ordinal);

    public NamePool() => _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name as people read it, and its slug; both are the pool's own strings where it has room.</summary>
    public Name Of(string written)
    {
        if (_names.TryGetValue(written, out var known))
        {
            return known;
        }

        var text = PlainText.Of(written, out var controls);
        var name = new Name(text, Slug.Of(text), NameKey.Of(text), controls);
        if (_names.Count < MaxNames && written.Length <= MaxChars)
        {
            _names.Add(written, name);
        }

        return name;
    }

    /// <summary>
    /// The pool's copy of a text that it has, without a string being made; a new string where it has no room.
    /// </summary>
    public string Share(ReadOnlySpan<char> text) =>
        _bySpan.TryGetValue(text, out var known) && text.SequenceEqual(known.Text)
            ? known.Text
            : Share(text.ToString());

    /// <summary>
    /// One array for the many articles that one author wrote alone, without a role or a page elsewhere.
    /// </summary>
    public Byline[] Share(Byline[] authors)
    {
        if (authors is not [{ Url: null, Role: null } only])
        {
            return authors;
        }

        if (_alone.TryGetValue(only.Name, out var known))
        {
            return known;
        }

        if (_alone.Count < MaxNames)
        {
            _alone.Add(only.Name, authors);
        }

        return authors;
    }

    /// <summary>The pool's copy of a text that is not changed.</summary>
    public string Share(string text)
    {
        if (_names.TryGetValue(text, out var known) && string.Equals(known.Text, text, StringComparison.Ordinal))
        {
            return known.Text;
        }

        return Of(text) is var name && string.Equals(name.Text, text, StringComparison.Ordinal) ? name.Text : text;
    }
}
