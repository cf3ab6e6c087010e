namespace StaticNews.Storage;

internal enum StandingKind : byte
{
    Nothing,
    File,
    Folder,

    /// <summary>A symbolic link, whatever it leads to.</summary>
    Link,
}
