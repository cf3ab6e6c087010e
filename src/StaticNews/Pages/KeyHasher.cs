using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Turns the walk into a <see cref="PageKey"/>. Reused by one worker.</summary>
internal sealed class KeyHasher : IKeySink
{
    private readonly FingerprintBuilder _values = new();
    private ulong[] _parts = new ulong[PageKey.PartCount];
    private KeyPart? _open;
    private KeyPart? _passedOver;

    public void Open(KeyPart part)
    {
        Close();
        _open = part;
    }

    public bool ReadsShown => false;

    public bool Wants(KeyPart part) => part != _passedOver;

    public void Add(string name, string? value) => _values.Add(value);

    public void Add(string name, long value) => _values.Add(value);

    public void Add(string name, ContentHash value) => _values.Add(value);

    public void Add(string name, string shown, ulong hash) => _values.Add((long)hash);

    public PageKey KeyOf(PageJob job)
    {
        _passedOver = null;
        job.Describe(this);
        return Finish();
    }

    /// <summary>The key without the part that takes long to work out; that one is 0.</summary>
    public PageKey KeyWithout(KeyPart part, PageJob job)
    {
        _passedOver = part;
        job.Describe(this);
        return Finish();
    }

    private PageKey Finish()
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
