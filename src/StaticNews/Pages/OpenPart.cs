using StaticNews.Articles;

namespace StaticNews.Pages;

/// <summary>The open part of the front matter (<c>params</c>) of what a page is about.</summary>
internal static class OpenPart
{
    public static readonly IReadOnlyDictionary<string, object?> Empty = new Dictionary<string, object?>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, object?> Of(Profile? profile) => profile?.Params ?? Empty;

    /// <summary>For the keys of pages that show nothing else of the profile's file.</summary>
    public static void Describe(IKeySink key, Profile? profile) => key.Add("params", profile is { Params.Count: > 0 } ? profile.Content : default);
}
