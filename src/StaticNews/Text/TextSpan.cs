namespace StaticNews.Text;

/// <summary>A half-open range of UTF-16 units in a source text: <paramref name="Start"/> is inside, <see cref="End"/> is not.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
