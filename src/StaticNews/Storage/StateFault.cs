namespace StaticNews.Storage;

/// <summary>Why something on the disk is not taken for what it should be. The message is a reason as <see cref="DiskFault.Reason"/> gives them.</summary>
internal sealed class StateFault(string reason) : IOException(reason)
{
    public const string IsLink = "it is a symbolic link, and none is followed here";

    public const string IsNoFolder = "it is not a folder";

    /// <summary>Refuses what is no regular file.</summary>
    public static void ThrowUnlessFile(StandingKind kind, bool mayBeMissing)
    {
        switch (kind)
        {
            case StandingKind.File:
            case StandingKind.Nothing when mayBeMissing:
                return;
            case StandingKind.Nothing:
                throw new FileNotFoundException();
            default:
                throw new StateFault(kind switch
                {
                    StandingKind.Link => IsLink,
                    StandingKind.Folder => "it is a folder",
                    _ => "it is a pipe, a socket or a device",
                });
        }
    }
}
