namespace StaticNews.Pages;

/// <summary>Raised whenever the same model and templates would give other bytes than the release before; part of every page's key.</summary>
internal static class RendererVersion
{
    public const long Current = 1;

    /// <summary>The same for the build log's header.</summary>
    public const string Name = "1";
}
