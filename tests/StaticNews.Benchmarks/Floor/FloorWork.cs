using System.Diagnostics;
using System.Text;
using Markdig;

namespace StaticNews.Benchmarks.Floor;

/// <summary>
/// The work that no generator can leave out, and nothing else: find and read every source, turn every body into HTML
/// with Markdig, write as many files of the same sizes into as many folders as a given output has. No front matter, no
/// lists, no templates.
/// </summary>
internal sealed class FloorWork(string content, string output, string scratch, int threads)
{
    private const int Batch = 64;

    private readonly ParallelOptions _workers = new() { MaxDegreeOfParallelism = threads };

    private readonly MarkdownPipeline _markdown = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    /// <summary>Listing the output is not part of it: a build knows what it writes.</summary>
    public FloorResult Run()
    {
        var files = Directory
            .GetFiles(output, "*", SearchOption.AllDirectories)
            .Select(path =>
                (Path: Path.Combine(scratch, Path.GetRelativePath(output, path)), Size: (int)new FileInfo(path).Length)
            )
            .ToArray();
        var folders = files
            .Select(file => Path.GetDirectoryName(file.Path)!)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var before = ProcessorTime();
        var watch = Stopwatch.StartNew();
        var sources = Directory.GetFiles(content, "*.md", SearchOption.AllDirectories);
        InBatches(sources.Length, i => Read(sources[i]));
        Array.ForEach(folders, folder => Directory.CreateDirectory(folder));
        var bytes = new byte[files.Length == 0 ? 0 : files.Max(file => file.Size)];
        Array.Fill(bytes, (byte)'x');
        InBatches(files.Length, i => Write(files[i].Path, bytes.AsSpan(0, files[i].Size)));
        return new FloorResult(
            sources.Length,
            files.Length,
            files.Sum(file => (long)file.Size),
            watch.Elapsed.TotalSeconds,
            (ProcessorTime() - before).TotalSeconds
        );
    }

    private void InBatches(int count, Action<int> work) =>
        Parallel.For(
            0,
            (count + Batch - 1) / Batch,
            _workers,
            batch =>
            {
                for (var i = batch * Batch; i < Math.Min(count, (batch + 1) * Batch); i++)
                {
                    work(i);
                }
            }
        );

    private void Read(string path)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        Markdig.Markdown.ToHtml(end < 0 ? text : text[(end + 5)..], _markdown);
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
