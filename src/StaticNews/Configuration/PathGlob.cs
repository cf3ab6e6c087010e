namespace StaticNews.Configuration;

/// <summary>
/// A pattern over paths with '/': <c>*</c> any characters within a folder, <c>**</c> as a whole part any number of
/// folders, <c>?</c> one character. Case counts. Both stars go back only to the last of their kind, so that no pattern
/// takes more than pattern × path steps.
/// </summary>
internal sealed class PathGlob(string pattern)
{
    private readonly string[] _parts = pattern.Split('/');

    public string Pattern { get; } = pattern;

    public bool IsMatch(string path)
    {
        var (part, at, afterStars, retry) = (0, 0, -1, 0);
        while (at <= path.Length)
        {
            if (IsStars(part))
            {
                (afterStars, retry) = (++part, at);
            }
            else if (part < _parts.Length && IsPartMatch(_parts[part], path.AsSpan(at, NextPart(path, at) - 1 - at)))
            {
                (part, at) = (part + 1, NextPart(path, at));
            }
            else if (afterStars >= 0)
            {
                retry = NextPart(path, retry);
                (part, at) = (afterStars, retry);
            }
            else
            {
                return false;
            }
        }

        while (IsStars(part))
        {
            part++;
        }

        return part == _parts.Length;
    }

    public override string ToString() => Pattern;

    private bool IsStars(int part) =>
        part < _parts.Length && string.Equals(_parts[part], "**", StringComparison.Ordinal);

    /// <summary>
    /// Where the part after the one at <paramref name="at"/> begins; behind the last part: one more than the path's
    /// length.
    /// </summary>
    private static int NextPart(string path, int at) =>
        path.IndexOf('/', at) is var slash and >= 0 ? slash + 1 : path.Length + 1;

    private static bool IsPartMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, n);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                (p, n) = (p + 1, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
