namespace StaticNews.Benchmarks.Corpus;

/// <param name="Path">Below content/, with '/'.</param>
internal readonly record struct CorpusFile(string Path, string Text);
