using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>The same walk in words, for <c>build --explain</c>.</summary>
internal sealed class KeyExplanation : IKeySink
{
    private readonly List<KeyFact> _facts = [];
    private KeyPart _open;

    public IReadOnlyList<KeyFact> Facts => _facts;

    public bool ReadsShown => true;

    public void Open(KeyPart part) => _open = part;

    public bool Wants(KeyPart part) => true;

    public void Add(string name, string? value) => _facts.Add(new KeyFact(_open, name, value ?? "none"));

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, ContentHash value) => Add(name, value.ToString());

    public void Add(string name, string shown, ulong hash) => Add(name, string.Create(CultureInfo.InvariantCulture, $"{shown} ({hash:x16})"));
}
