using StaticNews.Text;

namespace StaticNews.Articles.Prose;

/// <summary>A call into the generator that an archive's articles were first written for: <c>{{&lt; name "value" key="value" &gt;}}</c>.</summary>
/// <param name="Span">In the body, braces included.</param>
/// <param name="Arguments">In order.</param>
internal sealed record Shortcode(TextSpan Span, ShortcodeKind Kind, string Name, IReadOnlyList<ShortcodeArgument> Arguments)
{
    /// <summary>The argument of that name, else the unnamed one at that place (from 0; -1: by name only); null where there is none.</summary>
    public string? Argument(string name, int place)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Value;
            }
        }

        return place >= 0 && place < Arguments.Count && Arguments[place].Name is null ? Arguments[place].Value : null;
    }

    /// <summary>What it names inside the site, as a link has it; null where it names nothing.</summary>
    public LinkTarget? Target(string articlePath) => Kind switch
    {
        ShortcodeKind.Reference when Argument("path", 0) is { } path => LinkTarget.ReadReference(path, articlePath),
        ShortcodeKind.Picture when Argument("src", 0) is { } src => LinkTarget.Read(src, articlePath),
        _ => null,
    };

    public static ShortcodeKind KindOf(string name) => name switch
    {
        "ref" or "relref" => ShortcodeKind.Reference,
        "figure" or "img" or "image" => ShortcodeKind.Picture,
        "youtube" or "vimeo" => ShortcodeKind.Video,
        _ when name.StartsWith("legacy-img", StringComparison.Ordinal) || name.StartsWith("img-", StringComparison.Ordinal) => ShortcodeKind.Picture,
        _ => ShortcodeKind.Unknown,
    };
}
