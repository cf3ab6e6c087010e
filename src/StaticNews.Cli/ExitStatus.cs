namespace StaticNews.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>The content has errors, or warnings with <c>--strict</c>.</summary>
    public const int ContentErrors = 1;

    public const int WrongUsage = 2;

    /// <summary>EX_SOFTWARE of sysexits(3): a bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Cancelled = 130;
}
