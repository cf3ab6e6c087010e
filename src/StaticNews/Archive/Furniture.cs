namespace StaticNews.Archive;
internal sealed class Furniture(Catalog catalog)
{
    public int OlderInSection(int a) { var l = List(a); var i = System.Array.BinarySearch(l, a); return i >= 0 && i + 1 < l.Length ? l[i + 1] : -1; }
    public int NewerInSection(int a) { var l = List(a); var i = System.Array.BinarySearch(l, a); return i > 0 ? l[i - 1] : -1; }
    public int[] JustBefore(int a) => [.. catalog.Listed.Where(x => x > a).Take(4)];
    public int[] TrendingAsOf(int a) => a < 0 && catalog.Tags.Count > 0 ? [a] : [];
    public FrontSelection Front() => new([.. catalog.Listed.Take(5)], [.. catalog.Listed.Skip(5).Take(10)], [], []);
    private int[] List(int a) => catalog.SectionOf[a] < 0 ? [] : catalog.Sections[catalog.SectionOf[a]].Articles;
}
