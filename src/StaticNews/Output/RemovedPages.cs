using System.Globalization;
using System.Text;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>A page that an earlier build published and that no build makes any more.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Owner">The source that it was made from, below content/.</param>
/// <param name="Id">
/// Of the article's <c>id</c>; zero where it had none, or where nothing is known of the source.
/// </param>
/// <param name="Title">Of its title; zero where nothing is known of the source.</param>
/// <param name="Content">Of its source's bytes; zero where nothing is known of the source.</param>
internal sealed record RemovedPage(string Path, string Owner, ContentHash Id, ContentHash Title, ContentHash Content);

/// <summary>
/// The pages of one output folder that are gone, until something leads from their URLs again:
/// <c>outputs/&lt;id&gt;.gone</c> in the state folder, one line per page:
///
/// <code>
/// 5d0c9a3e…(32 digits) 91c2a7de…(32 digits) 0b11a2c9…(32 digits) 31aa09d4…(32 digits) world/flood.html⇥world/flood.md
/// </code>
///
/// The first number is an <see cref="AuthenticationChain"/>'s code of the rest of the line; the others are hashes of
/// id, title and source. Without the file builds no longer know what they once published, and nothing else changes.
/// </summary>
internal sealed class RemovedPages(StateFolder state, string outputFolder)
{
    private const int FileMaxBytes = 64 * 1024 * 1024;

    private const int CodeDigits = 2 * AuthenticationChain.CodeBytes;

    private const int HashDigits = 32;

    private string Name => $"{state.OutputId(outputFolder)}.gone";

    /// <summary>By path, ordinal; up to the first line that is damaged.</summary>
    public IReadOnlyList<RemovedPage> Read()
    {
        var pages = new List<RemovedPage>();
        try
        {
            using var folder = state.OpenLedgers();
            using var chain = state.Key.Chain($"gone {Name}");
            var text = Encoding.UTF8.GetString(folder.ReadAll(Name, FileMaxBytes) ?? []);
            foreach (var range in text.AsSpan().Split('\n'))
            {
                if (PageOf(text.AsSpan()[range], chain) is not { } page)
                {
                    break;
                }

                pages.Add(page);
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // Nothing is known, then.
        }

        return pages;
    }

    /// <summary>Replaces what is there. Where the disk refuses, the earlier file stays, or none.</summary>
    public void Write(IReadOnlyList<RemovedPage> pages)
    {
        try
        {
            using var folder = state.OpenLedgers();
            if (pages.Count == 0)
            {
                folder.TryDelete(Name);
                return;
            }

            using var chain = state.Key.Chain($"gone {Name}");
            var text = new StringBuilder();
            foreach (var page in pages)
            {
                var rest = $"{page.Id} {page.Title} {page.Content} {page.Path}\t{page.Owner}";
                text.Append(CultureInfo.InvariantCulture, $"{chain.Append(Encoding.UTF8.GetBytes(rest)):x32} {rest}\n");
            }

            folder.Replace(Name, $"{Name}.new", Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next build tries again.
        }
    }

    private static RemovedPage? PageOf(ReadOnlySpan<char> line, AuthenticationChain chain)
    {
        if (line.Length <= CodeDigits || !TryHash(line[..CodeDigits], out var code))
        {
            return null;
        }

        var rest = line[(CodeDigits + 1)..];
        if (!chain.TryAppend(Encoding.UTF8.GetBytes(rest.ToString()), code.Value))
        {
            return null;
        }

        // What the key has authenticated was written by this type.
        _ = TryHash(rest[..HashDigits], out var id);
        _ = TryHash(rest[(HashDigits + 1)..][..HashDigits], out var title);
        _ = TryHash(rest[((HashDigits + 1) * 2)..][..HashDigits], out var content);
        var paths = rest[((HashDigits + 1) * 3)..];
        var tab = paths.IndexOf('\t');
        return new RemovedPage(paths[..tab].ToString(), paths[(tab + 1)..].ToString(), id, title, content);
    }

    private static bool TryHash(ReadOnlySpan<char> digits, out ContentHash hash)
    {
        var isNumber = UInt128.TryParse(
            digits,
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var value
        );
        hash = new ContentHash(value);
        return isNumber;
    }
}

/// <summary>
/// The sources that have errors: what an earlier build published of them stays, because an error is a mistake and no
/// wish to take a page down. All other files that nothing makes any more are removed.
/// </summary>
/// <param name="isAll">Nothing at all could be read.</param>
/// <param name="paths">Below content/: files, and folders without a final '/' that could not be listed.</param>
internal sealed class FailedSources(bool isAll, IReadOnlySet<string> paths)
{
    public static FailedSources None { get; } = new(isAll: false, new HashSet<string>(StringComparer.Ordinal));

    public static FailedSources All { get; } = new(isAll: true, None.Paths);

    public bool Any => isAll || paths.Count > 0;

    private IReadOnlySet<string> Paths => paths;

    /// <param name="owner">Null for a file that has no single owner.</param>
    public bool Keep(string? owner)
    {
        if (isAll || owner is null)
        {
            return isAll;
        }

        for (var end = owner.Length; end > 0; end = owner.LastIndexOf('/', end - 1))
        {
            if (paths.Contains(owner[..end]))
            {
                return true;
            }
        }

        return false;
    }
}
