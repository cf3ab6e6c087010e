using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// All that decides a page's bytes, as one 64-bit hash a <see cref="FingerprintPart"/> (0 for a part the page has not).
/// By parts rather than as one number, so that <c>--explain</c> can say which of them changed since the page was
/// written.
/// </summary>
internal readonly record struct PageFingerprint(ulong[] Parts)
{
    public const int PartCount = (int)FingerprintPart.Candidates + 1;

    /// <summary>Whether an earlier key is the same but for one part; false for one of another length.</summary>
    public bool Agrees(ReadOnlySpan<ulong> earlier, FingerprintPart except)
    {
        var at = (int)except;
        return earlier.Length == PartCount
            && earlier[..at].SequenceEqual(Parts.AsSpan(0, at))
            && earlier[(at + 1)..].SequenceEqual(Parts.AsSpan(at + 1));
    }

    public bool Equals(PageFingerprint other) => Parts.AsSpan().SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts[0].GetHashCode();
}

/// <summary>The parts of a page's key. Their order is the order in the build log; add at the end.</summary>
internal enum FingerprintPart
{
    /// <summary>The template with all it includes, and the renderer's version.</summary>
    Template,

    /// <summary>What every page shows of the site, and the settings its text is rendered with.</summary>
    Site,

    /// <summary>The source file, and where its links lead.</summary>
    Source,

    /// <summary>URL, section, breadcrumb, tags, authors: the page's place in the archive.</summary>
    Placement,

    /// <summary>The lists "More from …".</summary>
    Related,

    /// <summary>Older and newer, earlier and later parts.</summary>
    Neighbours,

    /// <summary>What else was in the news as of the page's date.</summary>
    Context,

    /// <summary>The articles that a list, feed or calendar shows.</summary>
    Items,

    /// <summary>
    /// All inputs that <see cref="Related"/> is chosen from: while they are the same, so is the list.
    /// </summary>
    Candidates,
}

/// <summary>
/// Receives every value that decides a page (see <see cref="PageInputs"/>): <see cref="FingerprintHasher"/> makes the
/// fingerprint of them, <see cref="FingerprintExplanation"/> lists them.
/// </summary>
internal interface IFingerprintSink
{
    /// <summary>What follows belongs to <paramref name="part"/>; each part is opened at most once.</summary>
    void Open(FingerprintPart part);

    /// <summary>Whether a part that takes long to work out is asked for; where not, the walk passes it over.</summary>
    bool Wants(FingerprintPart part);

    /// <summary>Whether the sink uses the text that describes a hash; where not, the text is not made.</summary>
    bool ReadsShown { get; }

    void Add(string name, string? value);

    void Add(string name, long value);

    void Add(string name, ContentHash value);

    /// <summary>A value that a hash identifies.</summary>
    /// <param name="shown">What a person calls it; no part of the key.</param>
    void Add(string name, string shown, ulong hash);
}

/// <summary>Makes a <see cref="PageFingerprint"/> of a page's inputs. Reused by one worker.</summary>
internal sealed class FingerprintHasher : IFingerprintSink
{
    private readonly PageInputs _inputs;
    private readonly FingerprintBuilder _values = new();
    private ulong[] _parts = new ulong[PageFingerprint.PartCount];
    private FingerprintPart? _open;
    private FingerprintPart? _passedOver;

    public FingerprintHasher(SitePlan plan) => _inputs = new PageInputs(plan, this);

    public void Open(FingerprintPart part)
    {
        Close();
        _open = part;
    }

    public bool ReadsShown => false;

    public bool Wants(FingerprintPart part) => part != _passedOver;

    public void Add(string name, string? value) => _values.Add(value);

    public void Add(string name, long value) => _values.Add(value);

    public void Add(string name, ContentHash value) => _values.Add(value);

    public void Add(string name, string shown, ulong hash) => _values.Add((long)hash);

    public PageFingerprint KeyOf(PageJob job)
    {
        _passedOver = null;
        job.Make(_inputs);
        return Finish();
    }

    /// <summary>The key without the part that takes long to work out; that one is 0.</summary>
    public PageFingerprint KeyWithout(FingerprintPart part, PageJob job)
    {
        _passedOver = part;
        job.Make(_inputs);
        return Finish();
    }

    private PageFingerprint Finish()
    {
        Close();
        _open = null;
        var key = new PageFingerprint(_parts);
        _parts = new ulong[PageFingerprint.PartCount];
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

/// <summary>Lists a page's inputs in words, for <c>build --explain</c>.</summary>
internal sealed class FingerprintExplanation : IFingerprintSink
{
    private readonly List<FingerprintFact> _facts = [];
    private FingerprintPart _open;

    public static IReadOnlyList<FingerprintFact> Of(SitePlan plan, PageJob job)
    {
        var explanation = new FingerprintExplanation();
        job.Make(new PageInputs(plan, explanation));
        return explanation._facts;
    }

    public bool ReadsShown => true;

    public void Open(FingerprintPart part) => _open = part;

    public bool Wants(FingerprintPart part) => true;

    public void Add(string name, string? value) => _facts.Add(new FingerprintFact(_open, name, value ?? "none"));

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, ContentHash value) => Add(name, value.ToString());

    public void Add(string name, string shown, ulong hash) =>
        Add(name, string.Create(CultureInfo.InvariantCulture, $"{shown} ({hash:x16})"));
}

/// <summary>One value that decides a page.</summary>
internal sealed record FingerprintFact(FingerprintPart Part, string Name, string Value);
