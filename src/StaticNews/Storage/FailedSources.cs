namespace StaticNews.Storage;

/// <summary>
/// The sources that have errors: what an earlier build published of them stays, because an error is a mistake and no wish to take a page down. All other files that nothing makes any
/// more are removed.
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
