namespace StaticNews.Archive; internal sealed record FrontBlock(int Section, int[] Articles);
