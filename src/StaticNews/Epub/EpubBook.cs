using System.Security.Cryptography;
using System.Text;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Images;

namespace StaticNews.Epub;

/// <summary>A book but for its articles, which come one by one.</summary>
internal sealed record EpubBook
{
    /// <summary>"World, November 2014".</summary>
    public required string Title { get; init; }

    /// <summary>The site's title.</summary>
    public required string Paper { get; init; }

    public required string Publisher { get; init; }

    /// <summary>BCP 47, of the book's own words.</summary>
    public required string Language { get; init; }

    /// <summary>All languages of its articles, ordinal, each once.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The book's own site URL.</summary>
    public required string Url { get; init; }

    /// <summary>The site URL of the page whose articles it holds.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>What it covers, as W3C date and time: <c>2014-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>When its newest article was published or last changed, UTC; never the time of the build.</summary>
    public required DateTimeOffset Modified { get; init; }

    public required OfflinePhrases Words { get; init; }

    /// <summary>From the site URL of each article to its file in the book.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}

/// <summary>An article as a book shows it; alive while its file is written.</summary>
internal sealed record EpubChapter
{
    public required string Title { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Its page's site URL.</summary>
    public required string Url { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Kicker { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Standfirst { get; init; }

    /// <summary>Names with their roles, desk and agencies, as they are shown.</summary>
    public required IReadOnlyList<string> Byline { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Dateline { get; init; }

    /// <summary>In words.</summary>
    public required string Date { get; init; }

    /// <summary>In words; null where it was not changed.</summary>
    public required string? Updated { get; init; }

    /// <summary>The main picture; null for none.</summary>
    public required ArticleImage? Image { get; init; }

    /// <summary>The main picture's URL, from the site's root; null for none, and for one that lies elsewhere.</summary>
    public required string? ImageUrl { get; init; }

    /// <summary>HTML with links from the site's root, without anything that runs.</summary>
    public required string Body { get; init; }

    /// <summary>Each with its date in words before it, where that is known.</summary>
    public required IReadOnlyList<string> Corrections { get; init; }
}

/// <summary>A picture that a book has.</summary>
/// <param name="File">Its name in the book, beside the articles.</param>
internal sealed record EpubImage(string File, ImageFormat Format)
{
    /// <summary>
    /// The format of a whole picture that every reading program shows as it is (EPUB 3.3, section 3.2); null for all
    /// else, SVG too (see <see cref="EpubSvg"/>).
    /// </summary>
    public static ImageFormat? FormatOf(ImageFacts picture) =>
        picture is { HasSize: true, Format: ImageFormat.Png or ImageFormat.Jpeg or ImageFormat.Gif or ImageFormat.WebP }
        && !picture.Has(ImageTraits.Broken | ImageTraits.Huge)
            ? picture.Format
            : null;
}

/// <summary>Gives the bytes of a picture: books are pure, so the disk is behind this.</summary>
internal interface IImageSource
{
    /// <summary>
    /// The whole file; null where it is larger than <paramref name="maxBytes"/>, and where it cannot be read: then the
    /// problem is added.
    /// </summary>
    /// <param name="path">Below content/; of a file that the build has found.</param>
    byte[]? ReadPicture(string path, int maxBytes, List<Diagnostic> problems);
}

/// <summary>A book's lasting identity: a UUID of version 5 (RFC 9562, section 5.5) made from its URL.</summary>
internal static class EpubIdentifier
{
    /// <summary>The namespace of URLs: RFC 9562, section 6.6.</summary>
    private static readonly Guid UrlNamespace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <returns><c>urn:uuid:…</c></returns>
    public static string Of(string url)
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The version asks for SHA-1, and nothing is to be kept secret.
        SHA1.HashData([.. UrlNamespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(url)], digest);
#pragma warning restore CA5350
        digest[6] = (byte)((digest[6] & 0x0f) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(digest[..16], bigEndian: true):D}";
    }
}

/// <summary>The texts of books and of the service worker, in the site's language.</summary>
/// <param name="Contents">Over a book's list of articles.</param>
/// <param name="Corrections">Over an article's.</param>
/// <param name="NotKept">Without a network, for a page that the browser has not kept.</param>
internal sealed record OfflinePhrases(string Contents, string Corrections, string NotKept);
