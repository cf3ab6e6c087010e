namespace StaticNews.Svg;

/// <summary>Collects what is taken out of one file. A file made to be hostile has millions of such things, so only the first are named and the others counted.</summary>
internal sealed class SvgFindings
{
    /// <summary>As many as a person reads in one message.</summary>
    public const int KeptMax = 10;

    /// <summary>No name of SVG or CSS is longer.</summary>
    private const int NameMaxChars = 40;

    private readonly List<SvgFinding> _first = [];

    public IReadOnlyList<SvgFinding> First => _first;

    public int Count { get; private set; }

    public void Add(string what, int line, int column)
    {
        Count++;
        if (_first.Count < KeptMax)
        {
            _first.Add(new SvgFinding(what, line, column));
        }
    }

    /// <summary>A name from the file as a message may show it: short, and in ASCII, so that it steers no terminal and no reading direction.</summary>
    public static string Shown(string name)
    {
        var shown = string.Create(Math.Min(name.Length, NameMaxChars), name, static (shown, name) =>
        {
            for (var i = 0; i < shown.Length; i++)
            {
                shown[i] = name[i] is > ' ' and < '\x7f' ? name[i] : '?';
            }
        });
        return name.Length > NameMaxChars ? shown + "…" : shown;
    }
}
