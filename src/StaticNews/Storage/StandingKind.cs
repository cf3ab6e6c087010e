namespace StaticNews.Storage;

internal enum StandingKind : byte
{
    Nothing,
    File,
    Folder,

    /// <summary>A symbolic link, whatever it leads to.</summary>
    Link,

    /// <summary>A pipe, a socket or a device. It is never opened, for it could keep a build waiting for ever. Told apart from a file on Linux only.</summary>
    Special,
}
