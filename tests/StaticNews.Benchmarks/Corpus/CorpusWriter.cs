namespace StaticNews.Benchmarks.Corpus;

/// <summary>Puts an archive on the disk.</summary>
internal static class CorpusWriter
{
    /// <summary>
    /// Articles a work item: few enough that the last worker is not waited for, many enough that handing them out costs
    /// nothing.
    /// </summary>
    private const int Batch = 256;

    /// <param name="folder">The content folder; made where it is not there.</param>
    public static void Write(ArchiveCorpus corpus, int articles, string folder)
    {
        for (var i = 0; i < CorpusPicture.Count; i++)
        {
            Write(folder, CorpusPicture.PathOf(i), CorpusPicture.Draw(i));
        }

        Parallel.For(
            0,
            (articles + Batch - 1) / Batch,
            batch =>
            {
                for (var i = batch * Batch; i < Math.Min(articles, (batch + 1) * Batch); i++)
                {
                    Write(folder, corpus.Compose(i));
                }
            }
        );
    }

    public static void Write(string folder, CorpusFile file) => Write(folder, file.Path, file.Text);

    private static void Write(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
