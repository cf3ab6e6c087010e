using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Turns the walk into a <see cref="PageKey"/>. Reused by one worker.</summary>
internal sealed class KeyHasher : IKeySink
{
    private readonly FingerprintBuilder _values = new();
    private ulong[] _parts = new ulong[PageKey.PartCount];
    private KeyPart? _open;

    public void Open(KeyPart part)
    {
        Close();
        _open = part;
    }

    public void Add(string name, string? value) => _values.Add(value);

    public void Add(string name, long value) => _values.Add(value);

    public void Add(string name, ContentHash value) => _values.Add(value);

    /// <summary>The key of all since the last call.</summary>
    public PageKey Finish()
    {
        Close();
        _open = null;
        var key = new PageKey(_parts);
        _parts = new ulong[PageKey.PartCount];
        return key;
    }

    private void Close()
    {
        if (_open is { } part)
        {
            _parts[(int)part] = _values.FinishQuickly();
        }
    }
}
