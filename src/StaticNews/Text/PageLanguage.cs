namespace StaticNews.Text;

/// <summary>The language of a site, section or article, and which way it is written there.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal readonly record struct PageLanguage(string Tag, string Direction)
{
    /// <summary>Written as its script is.</summary>
    public static PageLanguage Of(string tag) => new(tag, WritingDirection.Of(tag));

    /// <summary>What stands inside this one: its own language and direction where it names them, else those around it.</summary>
    /// <param name="tag">BCP 47, or null: the same language.</param>
    /// <param name="direction"><c>ltr</c> or <c>rtl</c>; null: as a language of its own is written, else the same.</param>
    public PageLanguage Inside(string? tag, string? direction) =>
        new(tag ?? Tag, direction ?? (tag is null ? Direction : WritingDirection.Of(tag)));
}
