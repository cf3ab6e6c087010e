namespace StaticNews.Archive; internal sealed record FrontSelection(int[] Top, int[] Latest, IReadOnlyList<FrontBlock> Sections, int[] Trending);
