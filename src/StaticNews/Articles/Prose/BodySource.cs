using StaticNews.Pictures;
using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>What a body's HTML is made of; all that may change it, beside the site's configuration, is here.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Path">The file below content/; relative links start from its folder.</param>
/// <param name="Links">From <see cref="LinkReference.Target"/> of this body's references to the site URL each has; a target that is not here is not in the archive.</param>
internal sealed record BodySource(string Text, string Path, IReadOnlyDictionary<string, string> Links)
{
    private static readonly Dictionary<string, ShownPicture> NoPictures = [];

    /// <summary>What is known of the pictures among <see cref="Links"/>, by the same targets.</summary>
    public IReadOnlyDictionary<string, ShownPicture> Pictures { get; init; } = NoPictures;

    public static BodySource Of(Article article, IReadOnlyDictionary<string, string> links) =>
        new(Slice(article.Source, article.Body), article.Summary.Path, links);

    public static BodySource Of(Profile profile, IReadOnlyDictionary<string, string> links) =>
        new(Slice(profile.Source, profile.Body), profile.Path, links);

    private static string Slice(SourceText source, TextSpan body) => source.Text.Substring(body.Start, body.Length);
}
