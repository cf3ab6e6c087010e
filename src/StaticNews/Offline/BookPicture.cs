namespace StaticNews.Offline;

/// <summary>A picture that a book has.</summary>
/// <param name="File">Its name in the book, beside the articles.</param>
internal sealed record BookPicture(string File, PictureFormat Format);
