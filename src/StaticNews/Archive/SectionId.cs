using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>The one spelling of a section's id path, so that <c>World/US News</c> and <c>world/us-news</c> are one section.</summary>
internal static class SectionId
{
    /// <summary>Each part as a slug; a part without a letter or digit is dropped. Of its own result it changes nothing.</summary>
    public static string Of(string path)
    {
        var id = "";
        foreach (var range in path.AsSpan().Split('/'))
        {
            var part = Slug.Of(path[range]);
            id = part.Length == 0 ? id : id.Length == 0 ? part : $"{id}/{part}";
        }

        return id;
    }

    /// <summary>The id of the section around this one; empty at the top.</summary>
    public static string Parent(string id) => id.LastIndexOf('/') is var slash and > 0 ? id[..slash] : "";

    /// <summary>Its last part.</summary>
    public static string Name(string id) => id[(id.LastIndexOf('/') + 1)..];
}
