using StaticNews.Diagnostics;

namespace StaticNews.Offline;

/// <summary>Gives the bytes of a picture: books are pure, so the disk is behind this.</summary>
internal interface IPictureSource
{
    /// <summary>The whole file; null where it is larger than <paramref name="maxBytes"/>, and where it cannot be read: then the problem is added.</summary>
    /// <param name="path">Below content/; of a file that the build has found.</param>
    byte[]? ReadPicture(string path, int maxBytes, List<Diagnostic> problems);
}
