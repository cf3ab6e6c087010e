using System.Collections.Concurrent;

namespace StaticNews.Pages;

/// <summary>
/// Bodies as feeds show them: the newest articles stand in a dozen feeds each, and are rendered once. Holds the first
/// that it is asked for and no more, so that it does not grow with the archive.
/// </summary>
internal sealed class FeedBodies
{
    /// <summary>At some 6 kB a body, a few megabytes.</summary>
    private const int HeldAtMost = 1000;

    private readonly ConcurrentDictionary<int, string> _bodies = new();

    /// <param name="render">Gives null where the body cannot be had; that is not remembered.</param>
    public string? Get(int article, Func<int, string?> render)
    {
        if (_bodies.TryGetValue(article, out var held))
        {
            return held;
        }

        var body = render(article);
        if (body is not null && _bodies.Count < HeldAtMost)
        {
            _bodies.TryAdd(article, body);
        }

        return body;
    }
}
